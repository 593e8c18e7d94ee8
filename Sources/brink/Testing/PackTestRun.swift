// The examples of one pack, run on all cores.
import Dispatch
import EventModel
import Rules

/// What the examples of a pack came to.
struct PackTestRun: Sendable {
    /// The pack's name.
    let name: String
    /// Files that do not load.
    let errors: [RuleError]
    /// The ids of the rules that have no examples.
    let untested: [String]
    /// The results, in the order of rules, firing examples first.
    private(set) var results: [ExampleResult] = []
    /// What the examples cover, in the order of rules; empty where nobody asked.
    private(set) var coverage: [RuleCoverage] = []

    private struct Outcome: Sendable {
        var results: [ExampleResult] = []
        var coverage: RuleCoverage?
    }

    /// Runs the examples of the rules that `isWanted`; `load` makes the pack anew for each core, as a VM serves one.
    init(
        _ pack: RulePack,
        tester: RuleTester,
        isWanted: (Rule) -> Bool,
        coverage wantsCoverage: Bool,
        jobs: Int,
        load: @Sendable () throws -> RulePack
    ) throws {
        name = pack.manifest.name
        errors = pack.errors
        let places = pack.rules.indices.filter { isWanted(pack.rules[$0]) }
        untested = places.map { pack.rules[$0] }.filter { $0.fires.isEmpty && $0.silent.isEmpty }.map(\.id)
        let examples = places.reduce(0) { $0 + pack.rules[$1].fires.count + pack.rules[$1].silent.count }
        // A pack takes milliseconds to load; fewer examples than this are over before the second copy has loaded.
        let workers = examples < 16 ? 1 : max(1, min(jobs, places.count))
        var packs = [pack]
        while packs.count < workers { packs.append(try load()) }
        let outcomes = Self.outcomes(places, packs) { place, pack in
            let rule = pack.rules[place]
            var outcome = Outcome(results: tester.test(rule, in: pack))
            if wantsCoverage { outcome.coverage = tester.coverage(of: rule, in: pack) }
            return outcome
        }
        results = outcomes.flatMap(\.results)
        coverage = outcomes.compactMap(\.coverage)
    }

    /// What a function makes of each place, spread over the packs; in the order of places.
    private static func outcomes(
        _ places: [Int],
        _ packs: [RulePack],
        _ make: @Sendable (Int, RulePack) -> Outcome
    ) -> [Outcome] {
        var outcomes = [Outcome?](repeating: nil, count: places.count)
        outcomes.withUnsafeMutableBufferPointer { buffer in
            // Each worker writes the slots of its own rules.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: packs.count) { worker in
                for index in stride(from: worker, to: places.count, by: packs.count) {
                    slots[index] = make(places[index], packs[worker])
                }
            }
        }
        return outcomes.compactMap { $0 }
    }

    /// The results compared with the snapshots that the pack has, by rule name.
    mutating func compare(with snapshots: [String: RuleSnapshot]) {
        guard !snapshots.isEmpty else { return }
        var compared: [ExampleResult] = []
        for (rule, results) in byRule {
            compared += snapshots[rule]?.compared(results) ?? results
        }
        results = compared
    }

    /// The results by the name of the rule, in order.
    var byRule: [(rule: String, results: [ExampleResult])] {
        var groups: [(rule: String, results: [ExampleResult])] = []
        for result in results {
            let name = result.rule.split(separator: "/").last.map(String.init) ?? result.rule
            if groups.last?.rule == name {
                groups[groups.count - 1].results.append(result)
            } else {
                groups.append((name, [result]))
            }
        }
        return groups
    }
}
