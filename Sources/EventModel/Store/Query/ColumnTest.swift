// A condition as a pass over one column: a lookup or a comparison for each row, nothing else.

/// What a row's value in one column must be.
enum ColumnTest {
    /// The byte's place in the mask holds 1.
    case bytes(UnsafePointer<UInt8>, mask: [UInt8])
    /// The code's place in the mask holds 1.
    case codes(UnsafePointer<UInt32>, mask: [UInt8])
    /// The number is at least this; "unknown" is below all.
    case atLeast(UnsafePointer<Int32>, Int32)
    /// The row's own place in the mask holds 1.
    case rows(mask: [UInt8])

    /// Whether a row meets it.
    func accepts(_ row: Int) -> Bool {
        switch self {
        case .bytes(let column, let mask): mask[Int(column[row])] != 0
        case .codes(let column, let mask): mask[Int(column[row])] != 0
        case .atLeast(let column, let least): column[row] >= least
        case .rows(let mask): mask[row] != 0
        }
    }

    /// Writes the rows of a range that meet it and says how many there are; the room must hold the whole range.
    func select(_ range: Range<Int>, into room: UnsafeMutablePointer<UInt32>) -> Int {
        var count = 0
        // The row is written in any case and kept by moving on: a branch would be guessed wrong half of the time.
        switch self {
        case .bytes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for row in range {
                    room[count] = UInt32(truncatingIfNeeded: row)
                    count &+= Int(mask[Int(column[row])])
                }
            }
        case .codes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for row in range {
                    room[count] = UInt32(truncatingIfNeeded: row)
                    count &+= Int(mask[Int(column[row])])
                }
            }
        case .atLeast(let column, let least):
            for row in range {
                room[count] = UInt32(truncatingIfNeeded: row)
                count &+= column[row] >= least ? 1 : 0
            }
        case .rows(let mask):
            for row in range {
                room[count] = UInt32(truncatingIfNeeded: row)
                count &+= Int(mask[row])
            }
        }
        return count
    }

    /// Keeps those of the first `count` rows that meet it, in place, and says how many there are.
    func keep(_ rows: UnsafeMutablePointer<UInt32>, count: Int) -> Int {
        var kept = 0
        switch self {
        case .bytes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for place in 0..<count {
                    let row = rows[place]
                    rows[kept] = row
                    kept &+= Int(mask[Int(column[Int(row)])])
                }
            }
        case .codes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for place in 0..<count {
                    let row = rows[place]
                    rows[kept] = row
                    kept &+= Int(mask[Int(column[Int(row)])])
                }
            }
        default:
            for place in 0..<count {
                let row = rows[place]
                rows[kept] = row
                kept &+= accepts(Int(row)) ? 1 : 0
            }
        }
        return kept
    }

    /// How many rows of a range meet it.
    func count(_ range: Range<Int>) -> Int {
        var count = 0
        switch self {
        case .bytes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for row in range { count &+= Int(mask[Int(column[row])]) }
            }
        case .codes(let column, let mask):
            mask.withUnsafeBufferPointer { mask in
                guard let mask = mask.baseAddress else { return }
                for row in range { count &+= Int(mask[Int(column[row])]) }
            }
        case .atLeast(let column, let least):
            for row in range { count &+= column[row] >= least ? 1 : 0 }
        case .rows(let mask):
            for row in range { count &+= Int(mask[row]) }
        }
        return count
    }
}
