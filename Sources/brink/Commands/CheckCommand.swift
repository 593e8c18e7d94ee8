// `brink check`: articles or events in, alerts out.
import ArgumentParser
import EventModel
import Packs
import Rendering
import Rules

/// Runs rules over news.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run rules over articles or coded events and print alerts.",
        discussion: """
            Every alert names the events that it stands on, and each event its sentence.

              brink check article.txt
              brink check events.jsonl --rules rules/escalation --rules mine --format jsonl
              brink check news/ --fail-on high
              brink check news/ --replay
            """
    )

    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputArguments

    @OptionGroup var packArguments: PackArguments

    @Option(help: "Merge events that tell of one act: none, within an article, or across the corpus.")
    var merge = MergeScope.corpus

    @Flag(help: "Take the news day by day as it was published, and print which alerts come, change and go.")
    var replay = false

    @Flag(help: "Keep one event a day of the same source, target and code, the first that is read.")
    var oneADay = false

    @Option(help: "End with status 1 on alerts of this severity and above: info, low, medium, high, critical, never.")
    var failOn = AlertThreshold.never

    func validate() throws {
        if input.paths.isEmpty {
            throw ValidationError("brink check needs files, folders or '-' for standard input")
        }
    }

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            var status = ExitStatus.fine
            // Rules take as long to read as the model, and on another core.
            if input.namesTexts { rooms.beginReadingModel() }
            let packs = try packArguments.packs(rooms)
            for error in packs.flatMap(\.errors) {
                printError("error: \(error)")
                status.rise(to: .scriptFailed)
            }
            // What is replayed is merged day by day, as it would have been then.
            let intake = try EventIntake(
                input,
                rooms: rooms,
                merge: replay && merge == .corpus ? .article : merge,
                lexicon: try PackLexicon(packs),
                oneADay: oneADay
            )
            status.rise(to: intake.status)
            guard !replay else {
                status.rise(to: try replay(intake.events, packs))
                return status
            }
            let snapshot = try EventStore(intake.events).snapshot()
            let report = RuleEngine(packs).check(snapshot)
            for error in report.errors {
                printError("error: \(error)")
                status.rise(to: .scriptFailed)
            }
            if report.alerts.contains(where: { failOn.isReached(by: $0.severity) }) { status.rise(to: .findings) }
            try print(report.alerts, intake)
            return status
        }
        if status != .fine { throw status }
    }

    private func replay(_ events: [Event], _ packs: [RulePack]) throws -> ExitStatus {
        var status = ExitStatus.fine
        var printer = output.format.map { _ in RowPrinter<Alert>(output) }
        var standardOutput = StandardOutput()
        let replay = Replay(events, packs: packs, mergesAll: merge == .corpus)
        let standing = try replay.run { day, changes, events in
            for eviction in changes.evictions { printError("warning: \(eviction)") }
            guard !changes.alerts.isEmpty else { return }
            guard printer == nil else {
                for alert in changes.alerts { try printer?.write(alert) }
                return
            }
            let heading = "\(day?.description ?? "without a day") · \(Count.of(changes.alerts.count, "change"))"
            standardOutput.write(output.style.paint(heading, .header) + "\n\n")
            for alert in changes.alerts {
                let card = AlertCard(alert, events: events, width: output.width, style: output.style)
                standardOutput.write(card.text + "\n")
            }
        }
        try printer?.finish()
        standardOutput.flush()
        for error in standing.errors {
            printError("error: \(error)")
            status.rise(to: .scriptFailed)
        }
        if standing.alerts.contains(where: { failOn.isReached(by: $0.severity) }) { status.rise(to: .findings) }
        return status
    }

    private func print(_ alerts: [Alert], _ intake: EventIntake) throws {
        if output.format != nil {
            var printer = RowPrinter<Alert>(output)
            for alert in alerts { try printer.write(alert) }
            try printer.finish()
            return
        }
        var standardOutput = StandardOutput()
        let events = Dictionary(intake.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for alert in alerts {
            standardOutput.write(AlertCard(alert, events: events, width: output.width, style: output.style).text + "\n")
        }
        let counts = [
            Count.of(alerts.count, "alert"), Count.of(intake.events.count, "event"),
            Count.of(intake.articleCount, "article"),
        ]
        standardOutput.write(output.style.paint(counts.joined(separator: " · "), .faint) + "\n")
        standardOutput.flush()
    }
}
