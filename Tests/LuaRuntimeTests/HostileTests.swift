// Every script that tries to run, grow or print without end is stopped, and its VM goes on.

import LuaRuntime
import Testing

@Suite(.serialized) struct HostileTests {
    static let limits = Limits(memory: 64 << 20, deadline: .milliseconds(200), output: 1 << 20)

    private func check(_ script: HostileScript, limits: Limits = limits) throws {
        let outcome = try withWatchdog(script.name) { () -> LuaError? in
            let vm = try VM(limits: limits, output: { _ in })
            var failure: LuaError?
            do throws(LuaError) {
                try vm.run(script.code, chunk: "hostile.lua")
            } catch {
                failure = error
            }
            // The same VM, not a fresh one.
            #expect(try vm.run("local t = {} for i = 1, 100 do t[i] = i end return #t", chunk: "after") == [100])
            #expect(try vm.run("return coroutine.wrap(function() return 1 end)()", chunk: "after") == [1])
            return failure
        }
        guard let outcome else { return }
        if let failure = outcome {
            #expect(script.kinds.contains(failure.kind), "\(failure.kind): \(failure.message)")
        } else {
            #expect(script.kinds.isEmpty, "it ended by itself")
        }
    }

    @Test("a loop is stopped wherever it hides", arguments: HostileScript.loops)
    func loops(_ script: HostileScript) throws { try check(script) }

    @Test("no handler that closes outlives a stop", arguments: HostileScript.closing)
    func closing(_ script: HostileScript) throws { try check(script) }

    @Test("metamethods are stopped within the library", arguments: HostileScript.metamethods)
    func metamethods(_ script: HostileScript) throws { try check(script) }

    @Test("memory and stack end where they should", arguments: HostileScript.memory)
    func memory(_ script: HostileScript) throws {
        try check(script, limits: Limits(memory: 64 << 20, deadline: .seconds(3)))
    }

    @Test("library calls are bounded", arguments: HostileScript.library)
    func library(_ script: HostileScript) throws { try check(script) }

    @Test("a collection that would take for ever costs the VM, but neither the thread nor the process")
    func stuckCollector() throws {
        let code = """
            local count, keys = 60000, {}
            local weak = setmetatable({}, {__mode = 'k'})
            for i = 1, count do keys[i] = {} end
            for i = count, 2, -1 do
                local j = math.random(i)
                keys[i], keys[j] = keys[j], keys[i]
            end
            for i = 1, count - 1 do weak[keys[i]] = keys[i + 1] end
            local first = keys[1]
            keys = nil
            while true do local x = {} end
            """
        let kind = try withWatchdog("weak keys") { () -> LuaError.Kind? in
            let vm = try VM(limits: Self.limits)
            let error = #expect(throws: LuaError.self) { try vm.run(code, chunk: "weak.lua") }
            #expect(vm.isGivenUp)
            #expect(throws: LuaError.self) { try vm.run("return 1", chunk: "after") }
            #expect(try VM(limits: Self.limits).run("return 1", chunk: "fresh") == [1])
            return error?.kind
        }
        #expect(kind == .time)
    }

    @Test("a budget of instructions stops loops of every kind", arguments: HostileScript.loops)
    func instructions(_ script: HostileScript) throws {
        let counted = HostileScript(script.name, [.instructions], script.code)
        try check(counted, limits: Limits(memory: 64 << 20, instructions: 1_000_000))
    }
}
