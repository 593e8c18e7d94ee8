// The events of a store at one moment: columns that never change.
import CColumns
import Chronology
import Synchronization

extension EventStore {
    /// The events of a store at one moment, in the order of events: date (unknown last), published, article, span.
    ///
    /// A row is a place in that order, from 0 to `count` − 1; a row outside it is a mistake of the caller's.
    public final class Snapshot: @unchecked Sendable {
        // @unchecked: a block is written once, before its snapshot exists, and freed when nobody holds it any more.

        /// The columns; the pointers live as long as the snapshot.
        public let columns: brink_columns
        private let block: UnsafeMutableRawPointer
        /// The groups that have been asked for.
        let keyTables = Mutex<[GroupField: KeyTable]>([:])

        /// Takes over a block that was allocated with `UnsafeMutableRawPointer.allocate`.
        init(block: UnsafeMutableRawPointer, columns: brink_columns) {
            self.block = block
            self.columns = columns
        }

        deinit { block.deallocate() }

        /// The number of events.
        public var count: Int { Int(columns.counts.events) }

        /// The number of events that have a date; their rows come first.
        public var datedCount: Int { Int(columns.counts.dated) }

        /// Rises with every change of the store.
        public var generation: UInt64 { columns.counts.generation }

        /// The bytes of the block.
        public var byteCount: Int { Int(columns.block_bytes) }

        /// The bytes of all texts and names in it, each counted once.
        public var textByteCount: Int { Int(columns.counts.string_bytes) }
    }
}

extension EventStore.Snapshot {
    /// The row of an event, nil where there is none of this id.
    public func row(id: String) -> Int? {
        let row = withUnsafePointer(to: columns) { brink_row_of_id($0, EventID.standIn(id)) }
        return row == .max ? nil : Int(row)
    }

    /// The id of a row's event.
    public func id(_ row: Int) -> String { idText(columns.id[row]) }

    /// The type of a row's event.
    public func type(_ row: Int) -> EventType { EventType(column: columns.type[row]) }

    /// When a row's event happened, nil where unknown.
    public func date(_ row: Int) -> DaySpan? {
        guard columns.start[row] != .unknown else { return nil }
        return DaySpan(Day(number: columns.start[row]), Day(number: columns.end[row]))
    }

    /// The rows of the events that a row's event says it answers, as far as they are in the store.
    public func answeredRows(_ row: Int) -> [Int] {
        answeredIDs(row).compactMap { id in
            let row = withUnsafePointer(to: columns) { brink_row_of_id($0, id) }
            return row == .max ? nil : Int(row)
        }
    }

    /// Whether a row's event says that it answers another row's.
    public func answers(_ row: Int, _ other: Int) -> Bool {
        guard columns.extra_answers[Int(columns.extra[row])] != 0 else { return false }
        return answeredIDs(row).contains(columns.id[other])
    }

    /// The ids, as the `id` column has them, that a row's event answers.
    func answeredIDs(_ row: Int) -> [UInt64] { answeredIDs(extra: Int(columns.extra[row])) }

    /// The same at an entry of the table of what few events have.
    func answeredIDs(extra: Int) -> [UInt64] {
        let halves = list(columns.extra_answers[extra])
        return stride(from: 0, to: halves.count, by: 2).map { UInt64(halves[$0]) << 32 | UInt64(halves[$0 + 1]) }
    }

    /// The text of a number of the `id` column.
    func idText(_ id: UInt64) -> String {
        var low = 0
        var high = Int(columns.counts.odd_ids)
        while low < high {
            let middle = (low + high) / 2
            if columns.odd_id[middle] < id { low = middle + 1 } else { high = middle }
        }
        if low < Int(columns.counts.odd_ids), columns.odd_id[low] == id {
            return text(columns.odd_id_text[low]) ?? ""
        }
        return EventID.text(id)
    }

    /// The text of a symbol, nil for symbol 0.
    func text(_ symbol: UInt32) -> String? {
        symbol == 0 ? nil : String(decoding: utf8(symbol), as: UTF8.self)
    }

    /// The bytes of a symbol.
    func utf8(_ symbol: UInt32) -> UnsafeBufferPointer<UInt8> {
        let start = Int(columns.symbol_start[Int(symbol)])
        let end = Int(columns.symbol_start[Int(symbol) + 1])
        return UnsafeBufferPointer(start: columns.strings + start, count: end - start)
    }

    /// The elements of a list.
    func list(_ list: UInt32) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: columns.lists + Int(list) + 1, count: Int(columns.lists[Int(list)]))
    }
}
