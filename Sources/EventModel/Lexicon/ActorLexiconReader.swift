// Reads one actor file into the lexicon.
import Chronology

/// Reads the rows of one file; what they hold follows from the file's name.
struct ActorLexiconReader {
    let file: String
    private var defined: Set<String> = []

    init(file: String) {
        self.file = file
    }

    mutating func read(_ bytes: [UInt8], into lexicon: inout ActorLexicon) throws(DataError) {
        switch Self.stem(file) {
        case "states": try states(bytes, kind: .state, &lexicon)
        case "peoples": try states(bytes, kind: .people, &lexicon)
        case "organizations": try groups(bytes, kind: .organization, &lexicon)
        case "groups": try groups(bytes, kind: .group, &lexicon)
        case "leaders": try leaders(bytes, &lexicon)
        case "agents": try agents(bytes, &lexicon)
        case "grammar": try grammar(bytes, &lexicon)
        default:
            throw DataError(
                code: "unknown_file",
                message: "no kind of actor file is called '\(file)'",
                location: SourceLocation(file: file),
                hint: "begin its name with states, peoples, organizations, groups, leaders, agents or grammar"
            )
        }
    }

    /// The part of the file's name that tells its kind.
    static func stem(_ file: String) -> Substring {
        let name = file.split(separator: "/").last ?? Substring(file)
        return name.prefix { $0 != "." && $0 != "-" }
    }

    /// Columns: name, country, adjectives, people, other names, capitals, seats.
    private mutating func states(
        _ bytes: [UInt8],
        kind: ActorEntry.Kind,
        _ lexicon: inout ActorLexicon
    ) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: file, columnCount: 7...7).rows {
            let country = try self.country(row, 1)
            let index = try define(row, kind: kind, country: country, sector: nil, backer: nil, family: nil, &lexicon)
            // A name that is marked among the other names is not added without its mark.
            if !Self.list(row.columns[4]).contains("~" + row.columns[0]) { add(row, 0, .name, index, &lexicon) }
            add(row, 2, .adjective, index, &lexicon)
            add(row, 3, .people, index, &lexicon)
            add(row, 4, .name, index, &lexicon)
            add(row, 5, .capital, index, &lexicon)
            add(row, 6, .seat, index, &lexicon)
        }
    }

    /// Columns: name, country, sector, backer, family, active, other names.
    private mutating func groups(
        _ bytes: [UInt8],
        kind: ActorEntry.Kind,
        _ lexicon: inout ActorLexicon
    ) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: file, columnCount: 7...7).rows {
            let country = try self.country(row, 1)
            let sector = try self.sector(row, 2)
            let backer = try self.country(row, 3)
            let family = row.columns[4].isEmpty ? nil : row.columns[4]
            let period = try self.period(row, 5)
            let index = try define(
                row,
                kind: kind,
                country: country,
                sector: sector,
                backer: backer,
                family: family,
                &lexicon
            )
            lexicon.entries[index].terms.append(
                ActorEntry.Term(
                    role: "",
                    country: country,
                    sector: sector,
                    from: period.from,
                    to: period.to,
                    line: LexiconLine(file: file, line: row.line)
                )
            )
            add(row, 0, .name, index, &lexicon)
            add(row, 6, .name, index, &lexicon)
        }
    }

    /// Columns: name, country, sector, role, in office, other names; a person may have several rows.
    private mutating func leaders(_ bytes: [UInt8], _ lexicon: inout ActorLexicon) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: file, columnCount: 6...6).rows {
            let country = try self.country(row, 1)
            let sector = try self.sector(row, 2)
            let period = try self.period(row, 4)
            let id = ActorLexicon.slug(row.columns[0])
            let known = lexicon.index(id: id)
            let index: Int
            if let known {
                index = known
            } else {
                index = try define(
                    row,
                    kind: .person,
                    country: country,
                    sector: sector,
                    backer: nil,
                    family: nil,
                    &lexicon
                )
            }
            lexicon.entries[index].terms.append(
                ActorEntry.Term(
                    role: row.columns[3],
                    country: country,
                    sector: sector,
                    from: period.from,
                    to: period.to,
                    line: LexiconLine(file: file, line: row.line)
                )
            )
            if known == nil {
                add(row, 0, .name, index, &lexicon)
                addSurname(row, index, &lexicon)
            }
            add(row, 5, .name, index, &lexicon)
        }
    }

    /// Columns: noun, plural, sector, class, what "the noun" refers to.
    private func agents(_ bytes: [UInt8], _ lexicon: inout ActorLexicon) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: file, columnCount: 5...5).rows {
            guard let noun = AgentNoun.Class(rawValue: row.columns[3]) else {
                throw row.error(
                    "bad_class",
                    "'\(row.columns[3])' is no class of nouns",
                    column: 3,
                    hint: "body, people, title, member or states"
                )
            }
            lexicon.agents.append(
                AgentNoun(
                    singular: row.columns[0],
                    plural: row.columns[1].isEmpty ? nil : row.columns[1],
                    sector: try sector(row, 2),
                    noun: noun,
                    refers: row.columns[4].isEmpty ? nil : row.columns[4],
                    line: LexiconLine(file: file, line: row.line)
                )
            )
        }
    }

    /// Columns: class, words.
    private func grammar(_ bytes: [UInt8], _ lexicon: inout ActorLexicon) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: file, columnCount: 2...2).rows {
            lexicon.words[row.columns[0], default: []] += Self.list(row.columns[1])
        }
    }

    /// The entry of a row: a new one, or that of an earlier file with its fields replaced.
    private mutating func define(
        _ row: DataTable.Row,
        kind: ActorEntry.Kind,
        country: String?,
        sector: Sector?,
        backer: String?,
        family: String?,
        _ lexicon: inout ActorLexicon
    ) throws(DataError) -> Int {
        let id = ActorLexicon.slug(row.columns[0])
        guard defined.insert(id).inserted else {
            throw row.error("duplicate_actor", "'\(id)' stands in this file already", column: 0)
        }
        if let index = lexicon.index(id: id) {
            lexicon.entries[index].country = country ?? lexicon.entries[index].country
            lexicon.entries[index].sector = sector ?? lexicon.entries[index].sector
            lexicon.entries[index].backer = backer ?? lexicon.entries[index].backer
            lexicon.entries[index].family = family ?? lexicon.entries[index].family
            return index
        }
        return lexicon.add(
            ActorEntry(
                id: id,
                name: row.columns[0],
                kind: kind,
                country: country,
                sector: sector,
                backer: backer,
                family: family,
                line: LexiconLine(file: file, line: row.line)
            )
        )
    }

    private func add(
        _ row: DataTable.Row,
        _ column: Int,
        _ form: ActorName.Form,
        _ entry: Int,
        _ lexicon: inout ActorLexicon
    ) {
        for phrase in Self.list(row.columns[column]) {
            let mark = phrase.first
            let marked = mark == "~" || mark == "="
            lexicon.names.append(
                ActorName(
                    phrase: marked ? String(phrase.dropFirst()) : phrase,
                    entry: entry,
                    form: form,
                    isAmbiguous: mark == "~",
                    isExact: mark == "=",
                    line: LexiconLine(file: file, line: row.line)
                )
            )
        }
    }

    private func addSurname(_ row: DataTable.Row, _ entry: Int, _ lexicon: inout ActorLexicon) {
        let words = row.columns[0].parts(between: UInt8(ascii: " "))
        guard words.count > 1, let last = words.last else { return }
        lexicon.names.append(
            ActorName(
                phrase: last,
                entry: entry,
                form: .surname,
                isAmbiguous: false,
                isExact: false,
                line: LexiconLine(file: file, line: row.line)
            )
        )
    }

    static func list(_ column: String) -> [String] {
        if column.isEmpty { return [] }
        return column.parts(between: UInt8(ascii: ";")).filter { !$0.isEmpty }.map { part in
            part.hasPrefix(" ") ? String(part.drop { $0 == " " }) : part
        }
    }

    private func country(_ row: DataTable.Row, _ column: Int) throws(DataError) -> String? {
        let code = row.columns[column]
        if code.isEmpty { return nil }
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw row.error(
                "bad_country",
                "'\(code)' is no country",
                column: column,
                hint: "ISO 3166 alpha-3 (IRN), or IGO for international bodies, or -"
            )
        }
        return code
    }

    private func sector(_ row: DataTable.Row, _ column: Int) throws(DataError) -> Sector? {
        let code = row.columns[column]
        if code.isEmpty { return nil }
        guard let sector = Sector(rawValue: code) else {
            throw row.error(
                "bad_sector",
                "'\(code)' is no sector",
                column: column,
                hint: Sector.allCases.map(\.rawValue).joined(separator: " ")
            )
        }
        return sector
    }

    /// A period `from/to`; each end an ISO day, a month or a year, or nothing where it is open.
    private func period(_ row: DataTable.Row, _ column: Int) throws(DataError) -> (from: Day?, to: Day?) {
        let text = row.columns[column]
        if text.isEmpty { return (nil, nil) }
        let ends = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { throw periodError(row, column) }
        return (try day(ends[0], atEnd: false, row, column), try day(ends[1], atEnd: true, row, column))
    }

    private func day(
        _ text: Substring,
        atEnd: Bool,
        _ row: DataTable.Row,
        _ column: Int
    ) throws(DataError) -> Day? {
        if text.isEmpty { return nil }
        if let day = Day(iso: text) { return day }
        let parts = text.split(separator: "-").map { Int($0) }
        if parts.count == 1, let year = parts[0], let first = Day(year: year, month: 1, day: 1) {
            return atEnd ? Day(year: year, month: 12, day: 31) : first
        }
        if parts.count == 2, let year = parts[0], let month = parts[1], (1...12).contains(month) {
            let last = Day.daysInMonth(year: year, month: month)
            if let day = Day(year: year, month: month, day: atEnd ? last : 1) { return day }
        }
        throw periodError(row, column)
    }

    private func periodError(_ row: DataTable.Row, _ column: Int) -> DataError {
        row.error(
            "bad_period",
            "'\(row.columns[column])' is no period",
            column: column,
            hint: "from/to, each a day, a month, a year or nothing: 2019-05/2024-02-01, 2021/"
        )
    }
}
