// Reads texts and lists of a snapshot's columns.
import CColumns
import EventModel

extension EventStore.Snapshot {
    /// Whether a row's event says that it answers anything.
    func answersSomething(_ row: Int) -> Bool { columns.extra_answers[Int(columns.extra[row])] != 0 }

    /// How many days before it was told a row's event took place, counted from the middle of its days; nil where
    /// either is unknown.
    func age(_ row: Int) -> Int? {
        guard let date = date(row) else { return nil }
        let published = columns.article_published[Int(columns.sentence_article[Int(columns.sentence[row])])]
        guard published != unknownFigure else { return nil }
        return Int(published - (date.start.number + date.end.number) / 2)
    }

    /// Whether a row's event was at most so many days old when it was told, or its age is not known.
    func isAged(_ row: Int, atMost days: Int) -> Bool { age(row).map { $0 <= days } ?? true }

    /// The text of a symbol, nil for none.
    func symbolText(_ symbol: UInt32) -> String? {
        guard symbol != 0 else { return nil }
        let start = Int(columns.symbol_start[Int(symbol)])
        let end = Int(columns.symbol_start[Int(symbol) + 1])
        return String(decoding: UnsafeBufferPointer(start: columns.strings + start, count: end - start), as: UTF8.self)
    }

    /// The elements of a list of the columns.
    func symbolList(_ list: UInt32) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: columns.lists + Int(list) + 1, count: Int(columns.lists[Int(list)]))
    }
}

/// An unknown day or figure in columns, `BRINK_UNKNOWN`, which Swift does not import: its header computes it.
let unknownFigure = Int32.min
