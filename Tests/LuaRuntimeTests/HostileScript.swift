// Scripts that try to run without end: loops, handlers, closing, metamethods.

import LuaRuntime
import Testing

// A script and the kinds of failure that are right for it; none where it may also end by itself.
struct HostileScript: Sendable, CustomTestStringConvertible {
    let name: String
    let kinds: Set<LuaError.Kind>
    let code: String

    init(_ name: String, _ kinds: Set<LuaError.Kind>, _ code: String) {
        self.name = name
        self.kinds = kinds
        self.code = code
    }

    var testDescription: String { name }
}

extension HostileScript {
    static let loops: [HostileScript] = [
        HostileScript("a plain loop", [.time], "while true do end"),
        HostileScript("a goto loop", [.time], "::again:: goto again"),
        HostileScript("a for loop", [.time], "for i = 1, math.maxinteger do end"),
        HostileScript(
            "a loop in pcall in a loop",
            [.time],
            "while true do pcall(function() while true do end end) end"
        ),
        HostileScript("pcall of nothing in a loop", [.time], "while true do pcall(error) end"),
        HostileScript(
            "pcall within pcall",
            [.time],
            "local function f() while true do pcall(f) end end f()"
        ),
        HostileScript(
            "a loop in a coroutine",
            [.time],
            "while true do coroutine.resume(coroutine.create(function() while true do end end)) end"
        ),
        HostileScript(
            "a loop in a wrapped coroutine in pcall",
            [.time],
            "while true do pcall(coroutine.wrap(function() while true do end end)) end"
        ),
        HostileScript(
            "coroutines in coroutines",
            [.time],
            """
            local function f() while true do coroutine.wrap(f)() end end
            while true do pcall(f) end
            """
        ),
        HostileScript(
            "yields for ever",
            [.time],
            "local f = coroutine.wrap(function() while true do coroutine.yield() end end) while true do f() end"
        ),
        HostileScript(
            "a coroutine that yields across pcall",
            [.time],
            """
            local f = coroutine.wrap(function()
                while true do pcall(function() coroutine.yield() error('x') end) end
            end)
            while true do f() end
            """
        ),
        HostileScript(
            "a loop in an xpcall handler",
            [.time],
            "while true do xpcall(error, function() while true do end end) end"
        ),
        HostileScript(
            "a loop in a handler reached from the stop itself",
            [.time],
            "while true do xpcall(function() while true do end end, function() while true do end end) end"
        ),
        HostileScript(
            "the same in a coroutine",
            [.time],
            """
            coroutine.wrap(function()
                while true do xpcall(function() while true do end end, function() while true do end end) end
            end)()
            """
        ),
        HostileScript("string methods in a loop", [.time], "while true do ('x'):rep(10):upper():find('X') end"),
    ]

    static let closing: [HostileScript] = [
        HostileScript(
            "a loop in __close",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            do local x <close> = spin end
            """
        ),
        HostileScript(
            "a loop in __close after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local a <close> = spin
            local b <close> = spin
            while true do end
            """
        ),
        HostileScript(
            "__close that calls pcall after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do pcall(function() while true do end end) end end})
            while true do pcall(function() local a <close> = spin while true do end end) end
            """
        ),
        HostileScript(
            "a loop in __close by coroutine.close",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local c = coroutine.create(function() local a <close> = spin coroutine.yield() end)
            coroutine.resume(c)
            while true do pcall(coroutine.close, c) end
            """
        ),
        HostileScript(
            "a loop in __close by wrap after an error",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            pcall(coroutine.wrap(function() local a <close> = spin error('x') end))
            while true do end
            """
        ),
        HostileScript(
            "a loop in __close by wrap after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local f = coroutine.wrap(function() local a <close> = spin while true do end end)
            while true do pcall(f) end
            """
        ),
        HostileScript(
            "a loop in __close of a generic for",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            for _ in next, {1}, nil, spin do end
            """
        ),
        HostileScript(
            "coroutines that close each other",
            [.runtime],
            """
            local first
            local count = 2000
            local all = {}
            for i = count, 1, -1 do
                local following = all[i + 1]
                all[i] = coroutine.create(function()
                    local x <close> = setmetatable({}, {__close = function()
                        if following then assert(coroutine.close(following)) end
                    end})
                    coroutine.yield()
                end)
                coroutine.resume(all[i])
            end
            assert(coroutine.close(all[1]))
            """
        ),
        HostileScript("__gc", [.runtime], "setmetatable({}, {__gc = function() while true do end end})"),
        HostileScript(
            "__gc put in later is never run",
            [],
            """
            local meta = {}
            for i = 1, 1000 do setmetatable({}, meta) end
            meta.__gc = function() while true do end end
            collectgarbage()
            """
        ),
    ]

    static let metamethods: [HostileScript] = [
        HostileScript(
            "a loop in __index",
            [.time],
            "return setmetatable({}, {__index = function() while true do end end}).x"
        ),
        HostileScript(
            "a loop in __pairs",
            [.time],
            "for _ in pairs(setmetatable({}, {__pairs = function() while true do end end})) do end"
        ),
        HostileScript(
            "a loop in __tostring by print",
            [.time],
            "print(setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "a loop in __tostring by format",
            [.time],
            "string.format('%s', setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "an error object with a loop in __tostring",
            [.time],
            "error(setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "an error object whose __tostring fails",
            [.runtime],
            "error(setmetatable({}, {__tostring = error}))"
        ),
        HostileScript(
            "an __index chain without end",
            [.runtime],
            "local a, b = {}, {} setmetatable(a, {__index = b}) setmetatable(b, {__index = a}) return a.x"
        ),
        HostileScript(
            "a long __index chain",
            [.runtime],
            "local t = {} for i = 1, 10000 do t = setmetatable({}, {__index = t}) end return t.x"
        ),
        HostileScript(
            "a length that lies, inserted into",
            [.time],
            "table.insert(setmetatable({}, {__len = function() return math.maxinteger - 1 end}), 1, 1)"
        ),
        HostileScript(
            "a length that lies, removed from",
            [.time],
            "table.remove(setmetatable({}, {__len = function() return math.maxinteger - 1 end}), 1)"
        ),
        HostileScript(
            "a length that lies, sorted",
            [.runtime, .memory],
            "table.sort(setmetatable({}, {__len = function() return 1 << 40 end, __index = function() return 1 end}))"
        ),
        HostileScript(
            "a length that lies, sorted within ints",
            [.time, .memory, .runtime],
            "table.sort(setmetatable({}, {__len = function() return 1 << 30 end, __index = function() return 1 end}))"
        ),
        HostileScript(
            "a length that lies, joined",
            [.time, .memory],
            "table.concat(setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return 'x' end}))"
        ),
        HostileScript("a move of all there is", [.time, .memory], "table.move({}, 1, math.maxinteger - 1, 2)"),
        HostileScript(
            "a move between proxies",
            [.time, .memory],
            "table.move(setmetatable({}, {__index = function(_, i) return i end}), 1, 1 << 60, 1, {})"
        ),
        HostileScript("unpack of too much", [.runtime], "table.unpack({}, 1, 1 << 40)"),
        HostileScript("unpack of a lot", [.runtime, .memory], "table.unpack({}, 1, 10000000)"),
        HostileScript("select far out", [], "return select('#', select(-1, 1, 2)), select(1 << 40, 1)"),
    ]
}
