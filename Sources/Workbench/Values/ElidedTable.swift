// A long list as a table: its head, how many are left out, its tail.
import Rendering

/// Lays out the rows of a list that are shown, numbered as Lua numbers them.
struct ElidedTable {
    let count: Int
    let noun: String
    let look: Look

    /// How many of the last rows are shown of a list that is too long.
    private static let tailCount = 5

    /// The table; a row is asked for by its place from 0 and only where it is shown.
    func text(_ record: (Int) -> Record) -> String {
        guard count > 0 else { return "no \(noun)s" }
        let most = max(look.rowCountMax, Self.tailCount + 1)
        let headCount = count > most ? most - Self.tailCount : count
        let places = Array(0..<headCount) + (headCount < count ? Array(count - Self.tailCount..<count) : [])
        let rows = places.map { place in
            var row: Record = ["n": .integer(place + 1)]
            for member in record(place).members { row.append(member.key, member.value) }
            return row
        }
        var lines = RecordWriter.text(rows, .table, width: look.width, style: look.style)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        if headCount < count {
            let hidden = count - places.count
            lines.insert(look.style.paint("… \(hidden.grouped) more", .faint), at: lines.count - Self.tailCount)
        }
        return lines.joined(separator: "\n")
    }
}
