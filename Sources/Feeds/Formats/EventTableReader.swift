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
    /// Lines read in search of a closing quote that never came, to be read again as rows of their own.
    private var returned: [LineScanner.Line] = []
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
            if let item = item(record) { return item }
        }
    }

    private struct Row {
        var bytes: [UInt8]
        let line: Int
        let offset: Int
        var isOpen = false
    }

    private mutating func nextLine() -> LineScanner.Line? {
        returned.isEmpty ? lines.next() : returned.removeFirst()
    }

    private mutating func nextRecord() -> Row? {
        while let first = nextLine() {
            guard first.bytes.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            var row = Row(bytes: Array(first.bytes), line: first.number, offset: first.offset)
            guard format == .csv, SeparatedRow.isOpen(row.bytes) else { return row }
            var others: [LineScanner.Line] = []
            while others.count < Self.recordLineCountMax, let more = nextLine() {
                others.append(more)
                row.bytes.append(0x0A)
                row.bytes.append(contentsOf: more.bytes)
                // An even number of quotes leaves the cell as open as it was.
                if SeparatedRow.isOpen(more.bytes) { return row }
            }
            returned = others + returned
            return Row(bytes: Array(first.bytes), line: first.number, offset: first.offset, isOpen: true)
        }
        return nil
    }

    private mutating func item(_ record: Row) -> FeedItem? {
        let (bytes, line) = (record.bytes, record.line)
        let row = SeparatedRow(bytes[...], format: format)
        guard let header else {
            header = row.cells.map { $0.text.lowercased().filter { $0 != " " } }
            return nil
        }
        let place = RowPlace(file: feed.file, line: line, bytes: bytes[...])
        do throws(RowMistake) {
            guard !record.isOpen else {
                let quote = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? 0
                throw RowMistake(code: "bad_row", message: "the quote that opens here is never closed", index: quote)
            }
            guard row.cells.count == header.count else {
                let message = "\(row.cells.count) columns, but the header has \(header.count)"
                throw RowMistake(code: "bad_row", message: message, index: 0)
            }
            let cells = Dictionary(zip(header, row.cells), uniquingKeysWith: { first, _ in first })
            let node = try EventCells(cells: cells).node()
            let event = try EventRecord(node: node, article: "\(feed.name):\(line)", ontology: ontology).event()
            return encodingProblem(bytes, line: line, offset: record.offset, before: .event(event))
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
