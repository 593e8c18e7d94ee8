// Runs the examples of rules.
import Chronology
import EventModel
import LuaRuntime

/// Runs the examples of packs.
public struct RuleTester: Sendable {
    /// Whether results keep what was found, for snapshots.
    public var keepsFound = false
    let stage: ExampleStage

    /// A tester; without a coder, examples that are articles fail.
    ///
    /// `article` makes an article of the text of an example, its header read off; `resolve` knows actors by name.
    public init(
        ontology: Ontology,
        coder: (any ArticleCoder)? = nil,
        article: @escaping @Sendable (String) -> Article = RuleTester.article,
        resolve: @escaping @Sendable (String) -> Actor? = { _ in nil }
    ) {
        var source: (@Sendable () throws -> any ArticleCoder)?
        if let coder { source = { coder } }
        stage = ExampleStage(
            coder: source,
            parser: article,
            drafts: ExampleEvents(ontology: ontology, resolve: resolve)
        )
    }

    /// A tester whose coder is made when the first article asks for it.
    public init(
        ontology: Ontology,
        lazyCoder: @escaping @Sendable () throws -> any ArticleCoder,
        resolve: @escaping @Sendable (String) -> Actor?
    ) {
        stage = ExampleStage(
            coder: lazyCoder,
            parser: RuleTester.article,
            drafts: ExampleEvents(ontology: ontology, resolve: resolve)
        )
    }

    /// The results of all examples of a pack, in the order of rules, firing ones first.
    public func test(_ pack: RulePack) -> [ExampleResult] {
        pack.rules.flatMap { test($0, in: pack) }
    }

    /// The results of the examples of one rule.
    public func test(_ rule: Rule, in pack: RulePack) -> [ExampleResult] {
        let firing = rule.fires.enumerated().map { result($1, number: $0 + 1, mustFire: true, rule, pack) }
        let silent = rule.silent.enumerated().map { result($1, number: $0 + 1, mustFire: false, rule, pack) }
        return firing + silent
    }

    private func result(
        _ example: RuleExample,
        number: Int,
        mustFire: Bool,
        _ rule: Rule,
        _ pack: RulePack
    ) -> ExampleResult {
        var result = ExampleResult(
            rule: rule.id,
            mustFire: mustFire,
            number: number,
            note: example.note,
            passed: false,
            expected: mustFire ? example.expectation?.description ?? "an alert" : "no alert",
            got: "",
            location: example.location
        )
        let started = ContinuousClock.now
        do throws(RuleError) {
            let staged = try stage.staged(example, rule)
            let alerts = try staged.alerts(of: rule, in: pack)
            result.differences =
                alerts.isEmpty ? [] : example.expectation?.differences(alerts, staged.snapshot, staged.events) ?? []
            result.passed = mustFire ? !alerts.isEmpty && result.differences.isEmpty : alerts.isEmpty
            result.got = Self.words(alerts, result.differences)
            if !mustFire, let alert = alerts.first { result.got += "\n" + staged.words(of: alert) }
            if keepsFound { result.found = alerts.map(staged.snapshotText).joined(separator: "\n") }
            if mustFire, alerts.isEmpty {
                result.nearMiss = try RuleExplainer(pack).nearMiss(rule, staged.snapshot)
                result.nearMissText = result.nearMiss.map { staged.words(of: $0, example.input) }
                if staged.events.isEmpty { result.nearMissText = "the example has no events" }
            }
        } catch {
            result.got = error.description
        }
        let elapsed = (ContinuousClock.now - started).components
        result.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        return result
    }

    private static func words(_ alerts: [Alert], _ differences: [ExampleDifference]) -> String {
        guard !alerts.isEmpty else { return "no alert" }
        let summaries = alerts.prefix(3).map(\.summary).joined(separator: "; ")
        let count = alerts.count == 1 ? "an alert" : "\(alerts.count) alerts"
        return (["\(count): \(summaries)"] + differences.map(\.description)).joined(separator: "\n")
    }

    /// An article of a text in the seed's shape: ` date YYYY-MM-DD `, then the text as it is.
    public static func article(_ text: String) -> Article {
        let words = text.prefix(40).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2, words[0] == "date", let day = Day(iso: words[1]),
            let header = text.firstRange(of: words[1])
        else { return Article(id: "example", text: text) }
        let rest = text[header.upperBound...]
        return Article(id: "example", text: String(rest.first == " " ? rest.dropFirst() : rest), published: day)
    }
}
