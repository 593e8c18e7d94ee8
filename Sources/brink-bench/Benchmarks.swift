// All benchmarks, in the order in which they run.
import EventModel
import LuaRuntime

extension Benchmark {
    /// Every benchmark.
    static let all = [load, size, filter, dyads, callback, stop] + rules

    private static let load = Benchmark(name: "load", summary: "events into columns") { bench in
        let measurement = try Measurement(rounds: 1) {
            _ = try EventStore(SyntheticEvents(count: bench.eventCount)).snapshot()
        }
        let rate = Double(bench.eventCount) / measurement.processor / 1e6
        return [
            Row(
                what: "generate, intern, sort and lay out",
                figure: Bench.number(rate) + " M events/s",
                clock: Bench.number(measurement.clock * 1000) + " ms",
                goal: ""
            )
        ]
    }

    private static let size = Benchmark(name: "size", summary: "bytes of an event") { bench in
        let snapshot = try bench.snapshot()
        let count = Double(snapshot.count)
        let columns = Double(snapshot.byteCount - snapshot.textByteCount) / count
        return [
            Row(what: "columns and indexes", figure: Bench.number(columns) + " bytes", clock: "", goal: "≤ 100 bytes"),
            Row(
                what: "text and names",
                figure: Bench.number(Double(snapshot.textByteCount) / count) + " bytes",
                clock: "",
                goal: ""
            ),
        ]
    }

    private static let filter = Benchmark(name: "filter", summary: "filter and count from Lua") { bench in
        let vm = try bench.vm()
        return [
            try bench.rate(
                "one field",
                "return events:where{ type = 'ASSAULT' }:count()",
                goal: "≥ 100 M events/s",
                vm: vm
            ),
            try bench.rate(
                "two fields",
                "return events:where{ type = { 'ASSAULT', 'COERCE' }, modality = 'actual' }:count()",
                goal: "≥ 100 M events/s",
                vm: vm
            ),
            try bench.rate(
                "four fields",
                "return events:where{ quad = 'material_conflict', modality = 'actual', killed = { min = 1 }, "
                    + "source = { backer = 'C3' } }:count()",
                vm: vm
            ),
            try bench.rate("days", "return events:since('2020-01-01'):through('2020-12-31'):count()", vm: vm),
            try bench.rate("sum", "return events:where{ type = 'ASSAULT' }:sum('killed')", vm: vm),
            try bench.rate("per week", "return #events:where{ type = 'ASSAULT' }:per('week'):count()", vm: vm),
            try bench.rate("words of the sentence", "return events:where{ text = 'report 77' }:count()", vm: vm),
        ]
    }

    private static let dyads = Benchmark(name: "dyads", summary: "filter and count by dyad from Lua") { bench in
        let vm = try bench.vm()
        let groups = try vm.run("return #events:by('dyad'):count()", chunk: "bench")
        let count = groups.first.map(vm.describe) ?? "?"
        return [
            try bench.rate(
                "one type by dyad (\(count) dyads)",
                "return #events:where{ type = 'ASSAULT' }:by('dyad'):count()",
                goal: "100 M events/s",
                vm: vm
            ),
            try bench.rate("all by dyad", "return #events:by('dyad'):count()", goal: "100 M events/s", vm: vm),
            try bench.rate("all by pair of countries", "return #events:by('pair', 'country'):count()", vm: vm),
            try bench.rate(
                "one dyad, by the index",
                "return events:where{ source = 'actor-1', target = 'actor-2' }:count()",
                goal: "100 M events/s",
                vm: vm
            ),
            try bench.rate(
                "between two, by the index",
                "return events:between('actor-1', 'actor-2'):count()",
                goal: "100 M events/s",
                vm: vm
            ),
        ]
    }

    private static let callback = Benchmark(name: "callback", summary: "a Lua function for each event") { bench in
        let vm = try bench.vm()
        let goal = "≥ 6 M events/s"
        return [
            try bench.rate(
                "where(function), no field read",
                "return #events:where(function(e) return false end)",
                goal: goal,
                vm: vm
            ),
            try bench.rate(
                "where(function), one field read",
                "return #events:where(function(e) return e.hostility == 4 end)",
                goal: goal,
                vm: vm
            ),
            try bench.rate("for … each(), empty", "for e in events:each() do end", goal: goal, vm: vm),
            try bench.rate(
                "for … each(), one field read",
                "local n = 0 for e in events:each() do n = n + e.hostility end return n",
                goal: goal,
                vm: vm
            ),
        ]
    }

    private static let stop = Benchmark(name: "stop", summary: "from a deadline to the end of a script") { _ in
        StopLatency.measure(deadline: .milliseconds(300)).map { sample in
            Row(
                what: sample.name,
                figure: sample.milliseconds.map { Bench.number($0) + " ms" } ?? "not stopped by the deadline",
                clock: "",
                goal: "≤ 100 ms"
            )
        }
    }
}
