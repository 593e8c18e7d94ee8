// Sets up the events of examples: lists become events, articles are coded once.
import EventModel
import Synchronization

/// The events of an example, and the snapshot that rules run over.
struct StagedExample: Sendable {
    /// The events in the order of the list, or of the text.
    let events: [Event]
    /// Their snapshot.
    let snapshot: EventStore.Snapshot

    /// The alerts that a rule raises on them.
    func alerts(of rule: Rule, in pack: RulePack) throws(RuleError) -> [Alert] {
        let context = MatchContext(snapshot)
        // Only a rule that asks for alerts of others needs those others.
        let raised =
            rule.alertTests.isEmpty
            ? try RuleRun(rule, pack).matches(context)
            : try RuleEngine([pack], instead: rule).matches(rule, context)
        return raised.map(\.alert)
    }
}

/// Makes events of examples, and keeps those of articles: coding is what takes time.
final class ExampleStage: Sendable {
    private let coder: (@Sendable () throws -> any ArticleCoder)?
    private let parser: @Sendable (String) -> Article
    private let drafts: ExampleEvents
    private let coded = Mutex<[[String]: [Event]]>([:])

    init(
        coder: (@Sendable () throws -> any ArticleCoder)?,
        parser: @escaping @Sendable (String) -> Article,
        drafts: ExampleEvents
    ) {
        self.coder = coder
        self.parser = parser
        self.drafts = drafts
    }

    /// The example, ready for rules to run over.
    func staged(_ example: RuleExample, _ rule: Rule) throws(RuleError) -> StagedExample {
        let events: [Event]
        switch example.input {
        case .events(let drafts): events = self.drafts.events(drafts)
        case .article(let text): events = try code([text], example, rule)
        case .articles(let texts): events = try code(texts, example, rule)
        }
        do throws(StoreError) {
            return StagedExample(events: events, snapshot: try EventStore(events).snapshot())
        } catch {
            throw RuleError(code: error.code, message: error.message, location: example.location, rule: rule.id)
        }
    }

    private func code(_ texts: [String], _ example: RuleExample, _ rule: Rule) throws(RuleError) -> [Event] {
        if let known = coded.withLock({ $0[texts] }) { return known }
        var failure = "there is nothing to code it with"
        do {
            if let coder = try coder?() {
                let articles = texts.enumerated().map { place, text in
                    var article = parser(text)
                    if texts.count > 1 { article.id += "-\(place + 1)" }
                    return article
                }
                let events = coder.events(in: articles)
                coded.withLock { $0[texts] = events }
                return events
            }
        } catch {
            failure = "\(error)"
        }
        throw RuleError(
            code: "no_coder",
            message: "the example is an article, and \(failure)",
            location: example.location,
            rule: rule.id
        )
    }
}
