// Runs the examples of rules.
import Chronology
import EventModel
import LuaRuntime

/// How an example came out.
public struct ExampleResult: Sendable {
    /// The rule's id.
    public var rule: String
    /// Whether the rule had to fire.
    public var mustFire: Bool
    /// The example's place in its list, from 1.
    public var number: Int
    /// What the example shows, as far as it says.
    public var note: String?
    /// Whether it came out as it should.
    public var passed: Bool
    /// What was asked for, in words.
    public var expected: String
    /// What came out, in words.
    public var got: String
    /// Why the rule did not fire where it had to: how far it got; nil where that does not apply.
    public var nearMiss: NearMiss?
    /// Where the rule stands.
    public var location: SourceLocation
}

/// Runs the examples of packs.
public struct RuleTester: Sendable {
    private let coder: (any ArticleCoder)?
    private let parser: @Sendable (String) -> Article
    private let events: ExampleEvents

    /// A tester; without a coder, examples that are articles fail.
    ///
    /// `article` makes an article of the text of an example, its header read off; `resolve` knows actors by name.
    public init(
        ontology: Ontology,
        coder: (any ArticleCoder)? = nil,
        article: @escaping @Sendable (String) -> Article = RuleTester.article,
        resolve: @escaping @Sendable (String) -> Actor? = { _ in nil }
    ) {
        self.coder = coder
        parser = article
        events = ExampleEvents(ontology: ontology, resolve: resolve)
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
        do throws(RuleError) {
            let snapshot = try snapshot(of: example, rule)
            let alerts = try RuleEngine([pack]).matches(rule, MatchContext(snapshot)).map(\.alert)
            let failures = example.expectation.map { $0.failures(alerts, snapshot) } ?? []
            result.passed = mustFire ? !alerts.isEmpty && failures.isEmpty : alerts.isEmpty
            result.got = Self.words(alerts, failures)
            if mustFire, alerts.isEmpty { result.nearMiss = try RuleExplainer(pack).nearMiss(rule, snapshot) }
        } catch {
            result.got = error.description
        }
        return result
    }

    /// The events of an example.
    func snapshot(of example: RuleExample, _ rule: Rule) throws(RuleError) -> EventStore.Snapshot {
        let coded: [Event]
        switch example.input {
        case .events(let drafts): coded = events.events(drafts)
        case .article(let text):
            guard let coder else {
                throw RuleError(
                    code: "no_coder",
                    message: "the example is an article, and there is nothing to code it with",
                    location: example.location,
                    rule: rule.id
                )
            }
            coded = coder.events(in: [parser(text)])
        }
        do throws(StoreError) {
            return try EventStore(coded).snapshot()
        } catch {
            throw RuleError(code: error.code, message: error.message, location: example.location, rule: rule.id)
        }
    }

    private static func words(_ alerts: [Alert], _ failures: [String]) -> String {
        guard !alerts.isEmpty else { return "no alert" }
        let summaries = alerts.prefix(3).map(\.summary).joined(separator: "; ")
        let count = alerts.count == 1 ? "an alert" : "\(alerts.count) alerts"
        let told = "\(count): \(summaries)"
        return failures.isEmpty ? told : told + "\n" + failures.joined(separator: "\n")
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
