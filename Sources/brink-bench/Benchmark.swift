// A benchmark: a name to ask for it by, what it measures, and the rows it reports.
import EventModel
import Foundation
import LuaRuntime

/// One benchmark.
struct Benchmark: Sendable {
    /// The name on the command line.
    let name: String
    /// What it measures, for the list of names.
    let summary: String
    /// Runs it and returns rows: what, figure, unit, goal.
    let run: @Sendable (Bench) throws -> [Row]

    /// A line of the report.
    struct Row {
        /// What was measured.
        let what: String
        /// The figure with its unit.
        let figure: String
        /// Time on the clock of a round, where that says more; empty otherwise.
        let clock: String
        /// The goal, empty where there is none.
        let goal: String
    }
}

/// What benchmarks share: the events, loaded once.
final class Bench {
    /// The number of synthetic events.
    let eventCount: Int
    /// Rounds of each measurement.
    let rounds: Int
    private var loaded: EventStore.Snapshot?

    init(eventCount: Int, rounds: Int) {
        self.eventCount = eventCount
        self.rounds = rounds
    }

    /// The events in columns.
    func snapshot() throws -> EventStore.Snapshot {
        if let loaded { return loaded }
        let snapshot = try EventStore(SyntheticEvents(count: eventCount)).snapshot()
        loaded = snapshot
        return snapshot
    }

    /// A VM with the events bound.
    func vm() throws -> VM {
        let vm = try VM(limits: Limits(), registry: Registry(Registry.standard.libraries + [.events]))
        try vm.bind(EventContext(snapshot: try snapshot()))
        return vm
    }

    /// The rate at which a text goes through all events, in millions a second of processor time.
    func rate(_ what: String, _ code: String, goal: String = "", vm: VM) throws -> Benchmark.Row {
        let measurement = try Measurement(rounds: rounds) { try vm.run(code, chunk: "bench") }
        let rate = Double(eventCount) / measurement.processor / 1e6
        return Benchmark.Row(
            what: what,
            figure: Bench.number(rate) + " M events/s",
            clock: Bench.number(measurement.clock * 1000) + " ms",
            goal: goal
        )
    }

    /// A figure with three digits that count.
    static func number(_ value: Double) -> String {
        String(format: value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value)
    }
}
