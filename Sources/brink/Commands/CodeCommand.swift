// `brink code`: articles in, events out.
import ArgumentParser
import Coding
import EventModel
import Feeds
import Rendering

/// Codes articles to events, or shows what the language stages find in them.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Code articles to events: who did what to whom, where, when, how hard.",
        discussion: """
            One record an event, with the sentence behind it. Formats: table, json, jsonl, csv.

              brink code article.txt
              brink code news/ --format jsonl > events.jsonl
              brink code article.txt --emit times
              brink code news/ --emit pattern-totals
            """
    )

    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputArguments

    @OptionGroup var lexiconArguments: LexiconArguments

    @Option(help: "Merge events that tell of one act: none, within an article, or across the corpus.")
    var merge = MergeScope.article

    @Flag(help: "Keep one event a day of the same source, target and code, the first that is read.")
    var oneADay = false

    @Flag(help: "Add to each event which lexicon lines and which parse made it.")
    var trace = false

    @Option(
        help: ArgumentHelp(
            """
            Print a language stage instead, or how often each line of the action lexicon was used: \
            \(EmitKind.allCases.map(\.rawValue).joined(separator: ", ")).
            """,
            valueName: "stage"
        )
    )
    var emit: EmitKind?

    @Option(
        help: ArgumentHelp("Parses kept at each step, 1 to 64: more are slower, and right more often.", valueName: "n")
    )
    var beam = 4

    func validate() throws {
        if input.paths.isEmpty {
            throw ValidationError("brink code needs files, folders or '-' for standard input")
        }
        if !(1...64).contains(beam) { throw ValidationError("--beam is 1 to 64, not \(beam)") }
        if let emit, !emit.isLexiconUse, !lexiconArguments.lexicon.isEmpty {
            throw ValidationError("--lexicon is for events and patterns; leave --emit \(emit.rawValue) out")
        }
        if emit != nil, oneADay { throw ValidationError("--one-a-day is for events; leave --emit out") }
        if emit == .conllu, output.format != nil {
            throw ValidationError("--emit conllu prints CoNLL-U; leave --format out")
        }
    }

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            switch emit {
            case .conllu: return try printTrees(rooms)
            case .patterns: return try printUse(rooms) { $0.rows(of: $1) }
            case .patternTotals: return try printUse(rooms) { $0.totals(of: $1) }
            case let kind?: return try printStage(kind, rooms)
            case nil: return try printEvents(rooms)
            }
        }
        if status != .fine { throw status }
    }

    private func printStage(_ kind: EmitKind, _ rooms: Rooms) throws -> ExitStatus {
        let emitter = try Emitter(kind, rooms: rooms, beam: beam)
        var intake = Intake(input, ontology: nil)
        var writer = RowPrinter<Record>(output)
        try intake.forEach(transform: { $0.map(emitter.rows) }) { piece in
            switch piece {
            case .article(_, let rows): for row in rows { try writer.write(row) }
            case .event, .tokens: throw Failure.notArticles
            }
        }
        try writer.finish()
        return intake.status
    }

    /// Counts over the whole input how often the action lexicon was used, and prints the rows made of that.
    private func printUse<Row: RecordConvertible>(
        _ rooms: Rooms,
        _ rows: (LexiconUse, ActionLexicon) -> [Row]
    ) throws -> ExitStatus {
        let lexicon = try lexiconArguments.read(rooms)
        let coder = try rooms.coder(merge: merge, traces: false, beam: beam, lexicon: lexicon)
        var intake = Intake(input, ontology: nil)
        var use = LexiconUse()
        try intake.forEach(transform: { $0.map(coder.lexiconUse) }) { piece in
            guard case .article(_, let part) = piece else { throw Failure.notArticles }
            use.add(part)
        }
        var printer = RowPrinter<Row>(output)
        for row in rows(use, coder.actions) { try printer.write(row) }
        try printer.finish()
        return intake.status
    }

    private func printTrees(_ rooms: Rooms) throws -> ExitStatus {
        let emitter = try Emitter(.conllu, rooms: rooms, beam: beam)
        var intake = Intake(input, ontology: nil)
        var standardOutput = StandardOutput()
        try intake.forEach(transform: { $0.map(emitter.conllu) }) { piece in
            switch piece {
            case .article(_, let text): standardOutput.write(text)
            case .tokens(let file): standardOutput.write(emitter.conllu(tokens: file.text))
            case .event: throw Failure.notArticles
            }
        }
        standardOutput.flush()
        return intake.status
    }
}

extension CodeCommand {
    private func printEvents(_ rooms: Rooms) throws -> ExitStatus {
        var printer = EventPrinter(output)
        let lexicon = try lexiconArguments.read(rooms)
        if merge == .corpus {
            let intake = try EventIntake(
                input,
                rooms: rooms,
                merge: .corpus,
                traces: trace,
                lexicon: lexicon,
                oneADay: oneADay
            )
            for event in intake.events { try printer.write(event) }
            try printer.finish()
            return intake.status
        }
        let coder = try rooms.coder(merge: merge, traces: trace, beam: beam, lexicon: lexicon)
        var intake = Intake(input, ontology: nil)
        var filter = OneADay()
        try intake.forEach(transform: coder.code, eventCount: \.count) { piece in
            guard case .article(_, let events) = piece else { throw Failure.notArticles }
            for event in oneADay ? filter.filter(events) : events { try printer.write(event) }
        }
        try printer.finish()
        return intake.status
    }
}
