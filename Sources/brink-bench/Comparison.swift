// What Brink takes for questions that other tools are asked too, and the events for them to read.
import EventModel
import Foundation
import LuaRuntime
import Rules

/// One side of `Benchmarks/compare.py`: writes the events, asks the questions, prints times and answers.
struct Comparison {
    /// Where the events go, as CSV.
    let path: String
    /// How many events.
    let eventCount: Int
    /// Rounds of each question.
    let rounds: Int

    /// Prints a line of JSON for each question: name, seconds of processor time, answer.
    func run(_ write: (String) -> Void) throws {
        let events = SyntheticEvents(count: eventCount, lastsDays: false)
        let snapshot = try EventStore(events).snapshot()
        try export(snapshot)
        let vm = try VM(limits: Limits(), registry: Registry(Registry.standard.libraries + [.events]))
        try vm.bind(EventContext(snapshot: snapshot))
        let code = "local all = events:where{ type = 'ASSAULT' } return #all:by('dyad'):count(), #all"
        var values: [Value] = []
        let dyads = try Measurement(rounds: rounds) { values = try vm.run(code, chunk: "compare") }
        write(line("count by dyad", dyads, values.map(vm.describe).joined(separator: " ")))
        let callback = "return #events:where(function(e) return e.hostility == 4 end)"
        let asked = try Measurement(rounds: rounds) { values = try vm.run(callback, chunk: "compare") }
        write(line("function for each", asked, values.map(vm.describe).joined(separator: " ")))
        for (name, skip) in [("replies", "none"), ("consumed", "used_parts")] {
            let match =
                "sequence { by = pair { level = \"id\" }, skip = \"\(skip)\", step \"a\" {}, "
                + "step \"b\" { reverses = \"a\", within = days(7) } }"
            let file = RuleFile(path: "c.lua", bytes: Array("rule \"r\" { kind = \"k\", match = \(match) }".utf8))
            let pack = try RulePack(name: "bench", files: [file])
            if let error = pack.errors.first { throw error }
            var count = 0
            let time = try Measurement(rounds: rounds) { count = try RuleEngine.matchCount(pack.rules[0], snapshot) }
            write(line(name, time, "\(count)"))
        }
    }

    private func line(_ name: String, _ time: Measurement, _ answer: String) -> String {
        "{\"question\":\"\(name)\",\"seconds\":\(time.processor),\"clock\":\(time.clock),\"answer\":\"\(answer)\"}"
    }

    /// Seven fields of each event, in the order of events.
    private func export(_ snapshot: EventStore.Snapshot) throws {
        var text = "row,day,source,target,type,hostility,killed\n"
        for row in 0..<snapshot.count {
            let event = snapshot.event(at: row)
            let sides = [event.source, event.target].map { $0.first?.id.dropFirst("actor-".count) ?? "" }
            let day = event.date?.start.number ?? 0
            let killed = event.killed.map(String.init) ?? ""
            text += "\(row),\(day),\(sides[0]),\(sides[1]),\(event.type.rawValue),\(event.hostility),\(killed)\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
