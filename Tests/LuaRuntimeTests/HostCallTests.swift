// Native functions, objects and function references: what crosses the wall, and that nothing is lost on the way.

import Synchronization
import Testing

@testable import LuaRuntime

// Counts its living instances.
final class Counter: Sendable {
    let living = Atomic<Int>(0)
    let defers = Atomic<Int>(0)
}

final class Counted: Sendable {
    let counter: Counter
    init(_ counter: Counter) {
        self.counter = counter
        counter.living.add(1, ordering: .relaxed)
    }
    deinit { counter.living.subtract(1, ordering: .relaxed) }
}

struct Span: HostObject, Equatable {
    static let luaTypeName = "Span"
    let days: Int
    let counted: Counted?
    var luaDescription: String { "\(days) days" }
    static func == (left: Span, right: Span) -> Bool { left.days == right.days }
}

struct SpanError: Error, CustomStringConvertible {
    let description: String
}

@Suite struct HostCallTests {
    static func registry(_ counter: Counter) -> Registry {
        @Sendable func span(_ days: Int) -> Value { .object(Span(days: days, counted: Counted(counter))) }
        let type = LuaType(
            "Span",
            "A number of days.",
            methods: [
                LuaFunction("plus", "(n: integer) -> Span", "A longer one.") { arguments in
                    [span(try arguments.object(1, as: Span.self).days + arguments.integer(2))]
                }
            ],
            properties: [
                LuaFunction("days", "integer", "Its days.") { [.integer(try $0.object(1, as: Span.self).days)] }
            ],
            operators: [
                LuaFunction("__len", "", "") { [.integer(try $0.object(1, as: Span.self).days)] },
                LuaFunction("__sub", "", "") { arguments in
                    [span(try arguments.object(1, as: Span.self).days - arguments.object(2, as: Span.self).days)]
                },
                LuaFunction("__lt", "", "") { arguments in
                    [.boolean(try arguments.object(1, as: Span.self).days < arguments.object(2, as: Span.self).days)]
                },
                LuaFunction("__eq", "", "") { arguments in
                    [.boolean(try arguments.object(1, as: Span.self).days == arguments.object(2, as: Span.self).days)]
                },
                LuaFunction("__call", "", "") { [$0[2]] },
                LuaFunction("__concat", "", "") { arguments in
                    let texts = try arguments.values.map { try arguments.vm.text(of: $0) }
                    return [.string(texts.joined(separator: " "))]
                },
                LuaFunction("__index", "", "") { [.integer(try $0.integer(2) * 10)] },
            ]
        )
        let functions = [
            LuaFunction("span", "(n: integer) -> Span", "A span.") { [span(try $0.integer(1))] },
            LuaFunction("echo", "(...: any) -> any", "Its arguments.") { $0.values },
            LuaFunction("fail", "(message: string)", "Fails after work that must be undone.") { arguments in
                let counted = Counted(counter)
                defer { counter.defers.add(1, ordering: .relaxed) }
                let text = try arguments.string(1)
                return try withExtendedLifetime(counted) { throw SpanError(description: text) }
            },
            LuaFunction("apply", "(f: function, ...: any) -> any", "Calls a function.") { arguments in
                let counted = Counted(counter)
                defer { counter.defers.add(1, ordering: .relaxed) }
                let results = try arguments.vm.call(try arguments.callback(1), Array(arguments.values.dropFirst()))
                return withExtendedLifetime(counted) { results }
            },
        ]
        return Registry([Library("host", "For tests.", functions: functions, types: [type])])
    }

    private func run(_ code: String, counter: Counter = Counter()) throws -> [Value] {
        try VM(registry: Self.registry(counter)).run(code, chunk: "test.lua")
    }

    @Test("every kind of value goes to Swift and comes back as it was")
    func roundTrip() throws {
        let code = """
            local f = function(x) return x + 1 end
            local t = {1, 2.5, 'x', {a = {b = false}}, [-1] = 'minus', [1.5] = true}
            local a, b, c, d, e, g = host.echo(nil, t, f, host.span(3), 'a\\0b', '\\xff\\xfe')
            return a, #b, b[4].a.b, b[-1], b[1.5], c(1), d.days, e, #g, select('#', host.echo()), math.type(b[2])
            """
        #expect(
            try run(code) == [nil, 4, false, "minus", true, 2, 3, "a\0b", 2, 0, "float"]
        )
    }

    @Test("objects have methods, properties and operators")
    func objects() throws {
        let code = """
            local a, b = host.span(5), host.span(2)
            return a:plus(1).days, #a, (a - b).days, b < a, a == host.span(5), a('x'), a .. '!', tostring(b), a[4], type(a)
            """
        #expect(try run(code) == [6, 5, 3, true, true, "x", "5 days !", "2 days", 40, "userdata"])
    }

    @Test(
        "what an object has not is an error with what is close",
        arguments: [
            ("return host.span(1).dais", "a Span has no 'dais'", "did you mean 'days'?"),
            ("host.span(1):plu(2)", "a Span has no 'plu'", "did you mean 'plus'?"),
            ("host.span(1).days = 2", "a Span cannot be changed", nil),
            ("host.span('x')", "bad argument #1 to 'span' (integer expected, got string)", nil),
            ("host.span()", "bad argument #1 to 'span' (integer expected, got no value)", nil),
            ("host.apply(1)", "bad argument #1 to 'apply' (function expected, got number)", nil),
            ("setmetatable(host.span(1), {})", "bad argument #1 to 'setmetatable' (table expected, got Span)", nil),
            ("local t = {} t.t = t host.echo(t)", "argument 1 is nested too deeply", nil),
        ] as [(String, String, String?)]
    )
    func mistakes(code: String, message: String, hint: String?) throws {
        let error = #expect(throws: LuaError.self) { try run(code) }
        #expect(error?.message == message)
        #expect(error?.hint == hint)
        #expect(error?.location?.line == 1)
    }

    @Test("a thousand errors across the wall leak nothing and run every defer")
    func raises() throws {
        let counter = Counter()
        let code = """
            local caught = 0
            for i = 1, 1000 do
                local ok, message = pcall(host.fail, 'number ' .. i)
                if not ok and message:find('number ' .. i, 1, true) then caught = caught + 1 end
            end
            for i = 1, 1000 do
                if not pcall(host.apply, function() host.span(1) error('inner ' .. i) end) then caught = caught + 1 end
            end
            for i = 1, 1000 do
                pcall(function() return host.span(i) + 1 end)
                coroutine.wrap(function() host.apply(function() local s = host.span(i) end) end)()
            end
            return caught
            """
        do {
            let vm = try VM(registry: Self.registry(counter))
            #expect(try vm.run(code, chunk: "test.lua") == [2000])
            #expect(counter.defers.load(ordering: .relaxed) == 3000)
            try vm.run("collectgarbage()", chunk: "test.lua")
            #expect(counter.living.load(ordering: .relaxed) == 0)
        }
        #expect(counter.living.load(ordering: .relaxed) == 0)
    }

    @Test("a raise while results are pushed leaves nothing behind")
    func raiseWhilePushing() throws {
        let counter = Counter()
        do {
            let vm = try VM(limits: Limits(memory: 4 << 20), registry: Self.registry(counter))
            for _ in 1...8 {
                let error = #expect(throws: LuaError.self) {
                    try vm.run("local t = {} while true do t[#t + 1] = host.span(1) end", chunk: "test.lua")
                }
                #expect(error?.kind == .memory)
            }
        }
        #expect(counter.living.load(ordering: .relaxed) == 0)
    }

    @Test("functions live as long as Swift holds them")
    func functionReferences() throws {
        let vm = try VM()
        var functions: [FunctionReference] = []
        for index in 1...100 {
            let values = try vm.run("local n = 0 return function(by) n = n + by return n, \(index) end", chunk: "f")
            guard case .function(let function) = values.first else { throw SpanError(description: "no function") }
            functions.append(function)
        }
        let used = vm.memory.used
        #expect(try vm.call(functions[99], [2]) == [2, 100])
        #expect(try vm.call(functions[99], [3]) == [5, 100])
        functions = []
        try vm.run("collectgarbage()", chunk: "f")
        #expect(vm.memory.used < used)
    }

    @Test("a function of one VM is refused by another")
    func strangers() throws {
        guard case .function(let function) = try VM().run("return print", chunk: "f").first else { return }
        let other = try VM()
        #expect(throws: LuaError.self) { try other.call(function) }
        #expect(throws: LuaError.self) { try other.setGlobal("f", to: .function(function)) }
    }

    @Test("Swift and Lua call each other 30 levels deep, and no further than the stack goes")
    func nesting() throws {
        let code = """
            local function down(n) if n == 0 then return 'bottom' end return host.apply(down, n - 1) end
            return down(30), (pcall(down, 100000))
            """
        #expect(try run(code) == ["bottom", false])
    }

    @Test("a stop reaches through native functions")
    func stopThroughHost() throws {
        let counter = Counter()
        let error = try withWatchdog("host") { () -> LuaError? in
            let vm = try VM(limits: Limits(deadline: .milliseconds(100)), registry: Self.registry(counter))
            do throws(LuaError) {
                try vm.run(
                    "while true do pcall(host.apply, function() pcall(host.apply, function() while true do end end) end) end",
                    chunk: "t"
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(error??.kind == .time)
        #expect(counter.living.load(ordering: .relaxed) == 0)
    }

    @Test("globals are set and read by path")
    func globals() throws {
        let vm = try VM(globals: .strict)
        try vm.setGlobal("config.level.name", to: "dyad")
        #expect(try vm.run("return config.level.name", chunk: "t") == ["dyad"])
        #expect(try vm.global("config.level") == .table(["name": "dyad"]))
        #expect(try vm.global("config.nothing.name") == nil)
        #expect(try vm.names(in: "config") == ["level"])
        #expect(try vm.names().contains("pcall"))
    }
}
