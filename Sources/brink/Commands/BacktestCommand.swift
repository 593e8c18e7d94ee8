// `brink backtest`: what a pack would have told over months of events.
import ArgumentParser
import EventModel
import Foundation
import Rules

/// Runs packs over past events.
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Run a pack over past events and count what it would have told.",
        discussion: """
            Labels say what really happened: date, one side, the other side, rule or kind, note; tabs between, '-'
            for none. An alert that is about the sides tells a label where it comes at most --horizon days before it.

              brink backtest escalation --on icews.tsv.gz
              brink backtest mine --on events.jsonl --labels onsets.tsv --horizon 14
              brink backtest mine --on events.jsonl --against mine-1.0.0
            """
    )

    @Argument(help: "The pack: a folder, a file, or a built-in name.")
    var pack: String

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("Events: a table or JSONL (gzip accepted), or a folder; may be repeated.", valueName: "path")
    )
    var events: [String] = []

    @Option(help: ArgumentHelp("What really happened, to tell precision, recall and lead.", valueName: "file"))
    var labels: String?

    @Option(help: ArgumentHelp("How many days before a label an alert may come and count.", valueName: "days"))
    var horizon = 30

    @Option(help: ArgumentHelp("Another version of the pack, to tell what differs.", valueName: "pack"))
    var against: String?

    @Option(help: ArgumentHelp("Print as table, json or markdown.", valueName: "format"))
    var format = BacktestFormat.table

    func validate() throws {
        if events.isEmpty { throw ValidationError("brink backtest needs events: --on FILE") }
        if horizon < 0 { throw ValidationError("--horizon must be 0 or more") }
    }

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            let actors = ActorBook(try rooms.actorLexicon())
            let started = ContinuousClock.now
            let input = try BacktestInput(events, ontology: try rooms.ontology(), actors: actors)
            let read = ContinuousClock.now
            var status = input.status
            let snapshot = try EventStore(input.events).snapshot()
            let loader = rooms.packLoader()
            let run = try check(try loader.packs([pack]), snapshot, &status)
            let checked = ContinuousClock.now
            let other = try against.map { try check(try loader.packs([$0]), snapshot, &status) }
            let backtest = Backtest(
                rules: run.rules,
                alerts: run.alerts,
                events: input.events,
                labels: try labelRows(actors),
                horizon: horizon
            )
            let report = BacktestReport(
                backtest: backtest,
                eventCount: input.events.count,
                difference: other.map { BacktestDifference(old: $0.alerts, new: run.alerts) },
                width: Terminal.width ?? 120
            )
            StandardOutput.write(Array(report.text(format).utf8))
            tell(input, read: read - started, checked: checked - read)
            return status
        }
        if status != .fine { throw status }
    }

    private func labelRows(_ actors: ActorBook) throws -> [BacktestLabel] {
        guard let labels else { return [] }
        guard let data = FileManager.default.contents(atPath: labels) else {
            throw Failure(code: "missing_path", message: "no such file: \(labels)")
        }
        return try BacktestLabel.labels([UInt8](data), file: labels, actor: actors.actor(named:))
    }

    private func check(
        _ packs: [RulePack],
        _ snapshot: EventStore.Snapshot,
        _ status: inout ExitStatus
    ) throws -> (rules: [Rule], alerts: [Alert]) {
        let report = RuleEngine(packs).check(snapshot)
        for error in packs.flatMap(\.errors) + report.errors {
            printError("error: \(error)")
            status.rise(to: .scriptFailed)
        }
        return (packs.flatMap(\.rules), report.alerts)
    }

    /// Says on standard error what was left out and how long it took.
    private func tell(_ input: BacktestInput, read: Duration, checked: Duration) {
        if let first = input.firstSkipped {
            printError("\(Count.of(input.skippedCount, "row")) left out; the first: \(first.message)")
        }
        let seconds = Double(checked.components.seconds) + Double(checked.components.attoseconds) / 1e18
        let rate = Int(Double(input.events.count) / max(seconds, 1e-6))
        printError("read in \(milliseconds(read)), rules run in \(milliseconds(checked)): \(rate) events a second")
    }

    private func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
