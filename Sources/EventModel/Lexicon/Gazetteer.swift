// The places that texts name, from plain-text tables of facts.

/// The gazetteer, merged from several files; docs/lexicon.md has their format.
public struct Gazetteer: Sendable {
    /// The places, in the files' order.
    public private(set) var entries: [GazetteerEntry] = []

    /// The gazetteer of these files.
    ///
    /// Columns: name, country, kind, degrees north, degrees east, other names.
    /// Throws `bad_columns`, `bad_country`, `bad_kind`, `bad_coordinate`.
    public init(files: [(name: String, bytes: [UInt8])]) throws(DataError) {
        for file in files {
            let table = try DataTable(bytes: file.bytes, file: file.name, columnCount: 6...6)
            entries.reserveCapacity(entries.count + table.rows.count)
            for row in table.rows { entries.append(try Self.entry(row)) }
        }
    }

    private static func entry(_ row: DataTable.Row) throws(DataError) -> GazetteerEntry {
        let code = row.columns[1]
        guard code.isEmpty || code.utf8.count == 3 else {
            throw row.error("bad_country", "'\(code)' is no country", column: 1, hint: "ISO 3166 alpha-3, or -")
        }
        guard let kind = PlaceKind(rawValue: row.columns[2]) else {
            throw row.error(
                "bad_kind",
                "'\(row.columns[2])' is no kind of place",
                column: 2,
                hint: PlaceKind.allCases.map(\.rawValue).joined(separator: " ")
            )
        }
        let place = Place(
            name: unmarked(row.columns[0]),
            country: code.isEmpty ? nil : code,
            latitude: try degrees(row, 3, limit: 90),
            longitude: try degrees(row, 4, limit: 180)
        )
        let names = ([row.columns[0]] + ActorLexiconReader.list(row.columns[5])).map { phrase in
            GazetteerEntry.Name(phrase: unmarked(phrase), isAmbiguous: phrase.hasPrefix("~"))
        }
        return GazetteerEntry(
            place: place,
            kind: kind,
            names: names,
            line: LexiconLine(file: row.file, line: row.line)
        )
    }

    private static func unmarked(_ phrase: String) -> String {
        phrase.hasPrefix("~") ? String(phrase.dropFirst()) : phrase
    }

    private static func degrees(_ row: DataTable.Row, _ column: Int, limit: Double) throws(DataError) -> Double? {
        let text = row.columns[column]
        if text.isEmpty { return nil }
        guard let value = Double(text), abs(value) <= limit else {
            throw row.error(
                "bad_coordinate",
                "'\(text)' is not in degrees",
                column: column,
                hint: "degrees with two decimals, south and west negative, or -"
            )
        }
        return value
    }
}
