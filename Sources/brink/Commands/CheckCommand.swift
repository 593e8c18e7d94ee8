// `brink check`: articles or events in, alerts out.
import ArgumentParser
import EventModel
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
            """
    )

    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputArguments

    @Option(
        help: ArgumentHelp(
            "A pack to run: a folder, a file, or a built-in name; may be repeated. Default: \(PackLoader.defaultName).",
            valueName: "pack"
        )
    )
    var rules: [String] = []

    @Option(help: "Merge events that tell of one act: none, within an article, or across the corpus.")
    var merge = MergeScope.corpus

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
            let packs = try rooms.packLoader().packs(rules)
            for error in packs.flatMap(\.errors) {
                printError("error: \(error)")
                status.rise(to: .scriptFailed)
            }
            let intake = try EventIntake(input, rooms: rooms, merge: merge, oneADay: oneADay)
            status.rise(to: intake.status)
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
