import Chronology
import EventModel
import LuaRuntime
import Testing

@Suite struct EventHandleTests {
    @Test("One event is one value: equal, and one key of a table, also after a collection")
    func identity() throws {
        let vm = try SampleEvents.vm()
        let code = """
            local seen = {}
            for e in events:each() do seen[e] = true end
            collectgarbage()
            for e in events:where(function(e) return true end):each() do seen[e] = true end
            local n = 0
            for _ in pairs(seen) do n = n + 1 end
            return n, events[1] == events:first(), events[1] == events[2]
            """
        #expect(try vm.run(code, chunk: "test") == [3, true, false])
    }

    @Test("Events follow their ids into a new binding; one that is gone raises when it is read")
    func rebinding() throws {
        var events = SampleEvents.events
        let store = try EventStore(events)
        let vm = try VM(limits: Limits(deadline: .seconds(10)), registry: SampleEvents.registry)
        try vm.bind(EventContext(snapshot: store.snapshot()))
        try vm.run("attack, reply, by = events[1], events[2], events[2].source", chunk: "test")
        #expect(SampleEvents.shown("attack.wounded", in: vm) == "4")

        events[1].killed = 9
        try store.update(events[1])
        // An earlier event moves every row.
        try store.update(SampleEvents.event(9, "2023-01-01", [], [], "met", .consult, nil))
        store.remove(ids: [events[0].id])
        try vm.bind(EventContext(snapshot: store.snapshot()))
        #expect(SampleEvents.shown("reply.killed", in: vm) == "9")
        #expect(SampleEvents.shown("reply == events[2]", in: vm) == "true")
        #expect(SampleEvents.shown("by", in: vm) == "United States")
        #expect(SampleEvents.shown("attack.wounded", in: vm) == "error: this event is no longer in the store")
        #expect(SampleEvents.shown("tostring(attack)", in: vm) == "error: this event is no longer in the store")
        #expect(SampleEvents.shown("#events", in: vm) == "3")
    }

    @Test("A selection of an earlier binding gives the events of the present one")
    func oldSelection() throws {
        let store = try EventStore(SampleEvents.events)
        let vm = try VM(limits: Limits(deadline: .seconds(10)), registry: SampleEvents.registry)
        try vm.bind(EventContext(snapshot: store.snapshot()))
        try vm.run("old, walk = events, events:each() first = walk()", chunk: "test")
        try store.update(SampleEvents.event(9, "2023-01-01", [], [], "met", .consult, nil))
        try vm.bind(EventContext(snapshot: store.snapshot()))
        #expect(SampleEvents.shown("#old, old[1] == events[2], first == old[1]", in: vm) == "3, true, true")
        #expect(SampleEvents.shown("walk()", in: vm) == "error: the events have changed since this loop began")
    }

    @Test("A snapshot lives as long as a VM that it is bound to")
    func lifetime() throws {
        let vm = try VM(limits: Limits(deadline: .seconds(10)), registry: SampleEvents.registry)
        func bind() throws { try vm.bind(try SampleEvents.context()) }
        weak var snapshot: EventStore.Snapshot?
        try bind()
        snapshot = vm.eventContext?.snapshot
        try vm.run("kept = events[1] events = nil collectgarbage()", chunk: "test")
        #expect(snapshot != nil)
        #expect(SampleEvents.shown("kept.wounded", in: vm) == "4")
        try bind()
        #expect(SampleEvents.shown("collectgarbage()", in: vm) == "0")
        #expect(snapshot == nil)
    }

    @Test("A predicate that fails, loops or breaks the limits is stopped, and the VM goes on")
    func predicates() throws {
        let vm = try SampleEvents.vm(limits: Limits(memory: 8 << 20, deadline: .milliseconds(300)))
        #expect(
            SampleEvents.shown("events:where(function(e) return e.klled end)", in: vm).hasSuffix(
                "an event has no field 'klled'; did you mean 'killed'?"
            )
        )
        let loop = #expect(throws: LuaError.self) {
            try vm.run("pcall(events.where, events, function() while true do end end)", chunk: "test")
        }
        #expect(loop?.kind == .time)
        let bomb = #expect(throws: LuaError.self) {
            try vm.run("local t = {} events:where(function() while true do t[#t + 1] = {} end end)", chunk: "test")
        }
        #expect(bomb?.kind == .memory)
        #expect(SampleEvents.shown("#events:where(function(e) return e.killed end)", in: vm) == "1")
    }

    @Test("Walking and selecting ten thousand events within a small memory limit works")
    func memory() throws {
        let events = (0..<10_000).map { SampleEvents.event($0, "2024-01-20", [], [], "met", .consult, nil) }
        let vm = try SampleEvents.vm(events, limits: Limits(memory: 2 << 20, deadline: .seconds(30)))
        let code = """
            local n = 0
            for round = 1, 5 do for e in events:each() do n = n + e.hostility end end
            return n, #events:where(function(e) return e.sentence % 2 == 0 end)
            """
        #expect(try vm.run(code, chunk: "test") == [200_000, 5000])
        #expect(
            SampleEvents.shown(
                "(function() local t = {} for e in events:each() do t[e] = { 1, 2, 3, 4 } end end)()",
                in: vm
            )
            .hasPrefix("error")
        )
        #expect(SampleEvents.shown("#events", in: vm) == "10000")
    }

    @Test("Without a binding there are no events, and dates still work")
    func unbound() throws {
        let vm = try VM(limits: Limits(deadline: .seconds(10)), registry: SampleEvents.registry)
        #expect(SampleEvents.shown("events", in: vm).hasPrefix("error"))
        #expect(SampleEvents.shown("date('2024-01-02') - date('2024-01-01')", in: vm) == "1")
        #expect(vm.eventContext == nil)
    }
}
