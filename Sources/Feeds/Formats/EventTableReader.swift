// Tables of events: a header that names our fields, then a row an event.
import EventModel

/// A reader of a CSV or TSV table of events.
///
/// Columns are named as the fields of the event record, in any order; others are left alone. Lists are separated by `;`.
/// `source_id`, `source_country`, `source_sector`, `source_backer`, `source_text`, the same for `target`, and `location_country`,
/// `location_lat`, `location_lon` say more of an actor or a place, as our own CSV does.
struct EventTableReader: FormatReader {
    private let feed: OpenFeed
    private let format: InputFormat
    private let ontology: Ontology?
    private var lines: LineScanner
    private var budget: ProblemBudget
    private var pending: [FeedItem] = []
    private var header: [String]?
    private var isAtEnd = false

    /// The most lines that one quoted cell may run over, so that one stray quote does not swallow a file.
    private static let recordLineCountMax = 1_000

    init(_ feed: OpenFeed, format: InputFormat, options: FeedOptions) {
        self.feed = feed
        self.format = format
        ontology = options.ontology
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
            guard let record = nextRecord() else {
                isAtEnd = true
                pending = [feed.trailing, lines.failure, budget.summary].compactMap { $0.map(FeedItem.problem) }
                continue
            }
            if let item = item(record.bytes, line: record.line, offset: record.offset) { return item }
        }
    }

    private mutating func nextRecord() -> (bytes: [UInt8], line: Int, offset: Int)? {
        while let first = lines.next() {
            guard first.bytes.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            var bytes = Array(first.bytes)
            var count = 1
            while format == .csv, SeparatedRow.isOpen(bytes), count < Self.recordLineCountMax, let more = lines.next() {
                bytes.append(0x0A)
                bytes.append(contentsOf: more.bytes)
                count += 1
            }
            return (bytes, first.number, first.offset)
        }
        return nil
    }

    private mutating func item(_ bytes: [UInt8], line: Int, offset: Int) -> FeedItem? {
        let row = SeparatedRow(bytes[...], format: format)
        guard let header else {
            header = row.cells.map { $0.text.lowercased().filter { $0 != " " } }
            return nil
        }
        let place = RowPlace(file: feed.file, line: line, bytes: bytes[...])
        do throws(RowMistake) {
            guard row.cells.count == header.count else {
                let message = "\(row.cells.count) columns, but the header has \(header.count)"
                throw RowMistake(code: "bad_row", message: message, index: 0)
            }
            let cells = Dictionary(zip(header, row.cells), uniquingKeysWith: { first, _ in first })
            let node = try EventCells(cells: cells).node()
            let event = try EventRecord(node: node, article: "\(feed.name):\(line)", ontology: ontology).event()
            return encodingProblem(bytes, line: line, offset: offset, before: .event(event))
        } catch {
            let problem = FeedError(
                code: error.code,
                message: error.message,
                location: place.location(at: error.index),
                hint: error.hint
            )
            return budget.admit(problem).map(FeedItem.problem)
        }
    }

    private mutating func encodingProblem(
        _ bytes: [UInt8],
        line: Int,
        offset: Int,
        before item: FeedItem
    ) -> FeedItem? {
        let decoding = TextDecoding(bytes[...])
        let problem = decoding.problem(file: feed.file, offset: offset) { index in
            line + bytes[..<index].count { $0 == 0x0A }
        }
        guard let problem, let admitted = budget.admit(problem) else { return item }
        pending = [item]
        return .problem(admitted)
    }
}
