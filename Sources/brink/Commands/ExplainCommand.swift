// `brink explain`: why an event was coded, why an alert fired, or why a rule did not.
import ArgumentParser
import EventModel
import Packs
import Rendering
import Rules

/// Explains an event, an alert or a rule.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why an event was coded, why a sentence gave none, why an alert fired, or how close a rule came.",
        discussion: """
            The first argument is an event's id, an alert's fingerprint (its first digits are enough), a rule's name, or
            an article's id with the number of a sentence, from 0; -1 is the title.

              brink explain e_5f0c19ab27d3e410 article.txt
              brink explain article:3 article.txt
              brink explain retaliation article.txt

            In the sentence of an event {source}, [action] and <target> are marked.
            """
    )

    @Argument(help: ArgumentHelp("What to explain.", valueName: "event|article:sentence|alert|rule"))
    var subject: String

    @OptionGroup var input: InputArguments

    @OptionGroup var packArguments: PackArguments

    @Option(help: "Merge events that tell of one act: none, within an article, or across the corpus.")
    var merge = MergeScope.corpus

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func validate() throws {
        if input.paths.isEmpty {
            throw ValidationError("brink explain needs what to explain, and then files, folders or '-'")
        }
    }

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            let packs = try packArguments.packs(rooms)
            let lexicon = try PackLexicon(packs)
            if let place = SentencePlace(subject) { return try explain(place, rooms, lexicon) }
            let intake = try EventIntake(
                input,
                rooms: rooms,
                merge: merge,
                traces: true,
                lexicon: lexicon
            )
            let explanation = try explanation(packs, intake)
            StandardOutput.write(Array((explanation + "\n").utf8))
            return intake.status
        }
        if status != .fine { throw status }
    }

    private var width: Int { Terminal.width ?? 100 }
    private var style: Style { color.style(descriptor: 1) }

    private func account(_ event: Event) -> String { EventAccount(event).text(width: width, style: style) }

    /// Reads until the article is found, and codes no other.
    private func explain(_ place: SentencePlace, _ rooms: Rooms, _ lexicon: PackLexicon) throws -> ExitStatus {
        let coder = CoderSource { [merge] in try rooms.coder(merge: merge, traces: true, lexicon: lexicon) }
        var intake = Intake(input, ontology: nil)
        var card: String?
        var isFound = false
        try intake.forEach(transform: { $0.map { _ in () } }) { piece in
            guard case .article(let article, _) = piece, article.id == place.article, !isFound else { return }
            isFound = true
            let coder = try coder.coder()
            guard let reading = coder.reading(ofSentence: place.sentence, in: article) else { return }
            let events = coder.code(article)
            card = ReadingCard(reading: reading, events: events).text(width: width, style: style)
            for event in events where event.sentence == place.sentence { card? += "\n" + account(event) }
        }
        guard let card else { throw place.missing(isArticleKnown: isFound) }
        StandardOutput.write(Array(card.utf8))
        return intake.status
    }

    private func explanation(_ packs: [RulePack], _ intake: EventIntake) throws -> String {
        let matching = intake.events.filter { $0.id == subject || (subject.count > 4 && $0.id.hasPrefix(subject)) }
        if let event = matching.first { return account(event) }
        let snapshot = try EventStore(intake.events).snapshot()
        for pack in packs {
            let explainer = RuleExplainer(pack, among: packs)
            for rule in pack.rules {
                let isNamed = rule.id == subject || rule.name == subject
                let alerts = try explainer.alerts(rule, snapshot)
                let wanted = alerts.filter { isNamed || (subject.count > 4 && $0.alert.fingerprint.hasPrefix(subject)) }
                if !wanted.isEmpty { return wanted.map(\.description).joined(separator: "\n\n") }
                guard isNamed else { continue }
                let miss = try explainer.nearMiss(rule, snapshot)
                return "\(rule.id) does not fire"
                    + (miss.map { ": \($0)" } ?? ": it is one function, which tells no more")
            }
        }
        throw Failure(
            code: "nothing_to_explain",
            message: "there is no event, alert or rule '\(subject)' here",
            hint: Suggestion.nearest(to: subject, among: packs.flatMap(\.rules).map(\.name)).map {
                "did you mean '\($0)'?"
            }
                ?? "'brink code' prints ids of events, 'brink check' fingerprints and rules; "
                + "ARTICLE:SENTENCE asks for a sentence"
        )
    }
}
