// JSON lines: an article or an event record a line; a broken line costs that line only.
import EventModel

/// A reader of JSON lines.
struct JSONLinesReader: FormatReader {
    private let feed: OpenFeed
    private let rows: RowReader
    private var lines: LineScanner
    private var budget: ProblemBudget
    private var pending: [FeedItem] = []
    private var isAtEnd = false

    init(_ feed: OpenFeed, options: FeedOptions) {
        self.feed = feed
        rows = RowReader(name: feed.name, ontology: options.ontology)
        lines = LineScanner(
            stream: feed.stream,
            head: feed.head,
            failure: feed.failure,
            lineByteCountMax: options.articleByteCountMax
        )
        budget = ProblemBudget(file: feed.file, countMax: options.problemCountMax)
    }

    mutating func next() -> FeedItem? {
        while true {
            if let item = pending.popLast() { return item }
            if isAtEnd { return nil }
            guard let line = lines.next() else {
                isAtEnd = true
                pending = [feed.trailing, lines.failure, budget.summary].compactMap { $0.map(FeedItem.problem) }
                continue
            }
            if let item = item(line) { return item }
        }
    }

    private mutating func item(_ line: LineScanner.Line) -> FeedItem? {
        let place = RowPlace(file: feed.file, line: line.number, bytes: line.bytes)
        guard !line.isCut else { return report(tooLong(place)) }
        guard line.bytes.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return nil }
        var parser = JSONParser(line.bytes)
        do {
            let node = try parser.parse()
            let (item, warnings) = try rows.item(node, line: line.number)
            note(encodingProblem(parser, line, place))
            for warning in warnings { note(problem(warning, place, severity: .warning)) }
            guard !pending.isEmpty else { return item }
            // Warnings come before what they are about.
            pending = [item] + pending.reversed()
            return pending.popLast()
        } catch let mistake as JSONMistake {
            // Where the file was cut off, the error about that says it all.
            if !line.isWhole, lines.failure != nil { return nil }
            return report(
                problem(
                    RowMistake(
                        code: "bad_json",
                        message: mistake.message,
                        index: mistake.index,
                        hint: mistake.index == line.bytes.endIndex && line.number == 1
                            ? "one JSON object a line; jq -c . makes lines of an indented file" : nil
                    ),
                    place
                )
            )
        } catch let mistake as RowMistake {
            return report(problem(mistake, place))
        } catch {
            return nil
        }
    }

    private mutating func report(_ problem: FeedError) -> FeedItem? {
        budget.admit(problem).map(FeedItem.problem)
    }

    private mutating func note(_ problem: FeedError?) {
        guard let problem, let admitted = budget.admit(problem) else { return }
        pending.append(.problem(admitted))
    }

    private func problem(_ mistake: RowMistake, _ place: RowPlace, severity: FeedError.Severity = .error) -> FeedError {
        FeedError(
            code: mistake.code,
            message: mistake.message,
            location: place.location(at: mistake.index),
            hint: mistake.hint,
            severity: severity
        )
    }

    private func tooLong(_ place: RowPlace) -> FeedError {
        FeedError(
            code: "too_large",
            message: "the line is too long to be one article; it was left out",
            location: place.location(at: place.bytes.startIndex)
        )
    }

    private func encodingProblem(_ parser: JSONParser, _ line: LineScanner.Line, _ place: RowPlace) -> FeedError? {
        guard let first = parser.replacedIndices.first else { return nil }
        if let problem = TextDecoding(line.bytes).problem(
            file: feed.file,
            offset: line.offset,
            line: { _ in line.number }
        ) {
            return problem
        }
        return FeedError(
            code: "bad_encoding",
            message: "half a surrogate pair stands alone; replaced by U+FFFD",
            location: place.location(at: first)
        )
    }
}
