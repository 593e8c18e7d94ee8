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
        abstract: "Say why an event was coded, why an alert fired, or how close a rule came.",
        discussion: """
            The first argument is an event's id, an alert's fingerprint (its first digits are enough), or a rule's name.

              brink explain e_5f0c19ab27d3e410 article.txt
              brink explain retaliation article.txt
            """
    )

    @Argument(help: ArgumentHelp("What to explain.", valueName: "event|alert|rule"))
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
            let intake = try EventIntake(
                input,
                rooms: rooms,
                merge: merge,
                traces: true,
                lexicon: try PackLexicon(packs)
            )
            let explanation = try explanation(packs, intake)
            StandardOutput.write(Array((explanation + "\n").utf8))
            return intake.status
        }
        if status != .fine { throw status }
    }

    private func explanation(_ packs: [RulePack], _ intake: EventIntake) throws -> String {
        let style = color.style(descriptor: 1)
        let matching = intake.events.filter { $0.id == subject || (subject.count > 4 && $0.id.hasPrefix(subject)) }
        if let event = matching.first {
            return EventCard(event, width: Terminal.width ?? 100, style: style).text
                + (event.trace.map { "\n\($0)" } ?? "")
        }
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
            hint: "'brink code' prints ids of events, 'brink check' fingerprints and rules"
        )
    }
}
