// The tables that say what a code means: CAMEO, Goldstein, PLOVER modes and contexts, hostility.

/// The ontology, read from its four data files.
public struct Ontology: Sendable {
    /// The CAMEO codes, sorted.
    public let entries: [OntologyEntry]
    /// The PLOVER contexts, in the order in which records list them.
    public let contexts: [String]
    /// The PLOVER modes of each type, in the file's order.
    public let modes: [EventType: [String]]

    private let entriesByCode: [String: OntologyEntry]
    private let codesByMode: [TypeAndMode: String]
    private let hostilities: [TypeAndMode: Int]
    private let modeMeanings: [TypeAndMode: String]
    private let contextMeanings: [String: String]

    private struct TypeAndMode: Hashable {
        let type: EventType
        let mode: String
    }

    /// Reads `cameo.tsv`, `modes.tsv`, `contexts.tsv` and `hostility.tsv`; throws with the line that is wrong.
    public init(cameo: [UInt8], modes: [UInt8], contexts: [UInt8], hostility: [UInt8]) throws(DataError) {
        let contextRows = try DataTable(bytes: contexts, file: "contexts.tsv", columnCount: 2...2).rows
        self.contexts = contextRows.map { $0.columns[0] }
        contextMeanings = Dictionary(
            contextRows.map { ($0.columns[0], $0.columns[1]) },
            uniquingKeysWith: { first, _ in first }
        )

        var modeNames: [EventType: [String]] = [:]
        var codes: [TypeAndMode: String] = [:]
        var meanings: [TypeAndMode: String] = [:]
        for row in try DataTable(bytes: modes, file: "modes.tsv", columnCount: 4...4).rows {
            let type = try Self.type(row, column: 0)
            modeNames[type, default: []].append(row.columns[1])
            codes[TypeAndMode(type: type, mode: row.columns[1])] = row.columns[2]
            meanings[TypeAndMode(type: type, mode: row.columns[1])] = row.columns[3]
        }
        self.modes = modeNames
        codesByMode = codes
        modeMeanings = meanings

        entries = try Self.entries(cameo, modes: modeNames, contexts: Set(self.contexts))
        entriesByCode = Dictionary(entries.map { ($0.cameo, $0) }, uniquingKeysWith: { first, _ in first })

        var levels: [TypeAndMode: Int] = [:]
        for row in try DataTable(bytes: hostility, file: "hostility.tsv", columnCount: 3...3).rows {
            let type = try Self.type(row, column: 0)
            guard let level = Int(row.columns[2]), (1...5).contains(level) else {
                throw row.error("bad_hostility", "'\(row.columns[2])' is no hostility level", column: 2, hint: "1 to 5")
            }
            levels[TypeAndMode(type: type, mode: row.columns[1])] = level
        }
        hostilities = levels
    }

    /// The entry of a CAMEO code, nil where there is no such code.
    public func entry(cameo: String) -> OntologyEntry? { entriesByCode[cameo] }

    /// The CAMEO code of a type and mode where the text gives no finer one, nil where there is none.
    public func cameo(type: EventType, mode: String) -> String? { codesByMode[TypeAndMode(type: type, mode: mode)] }

    /// What a mode of a type means, in a few words; nil where there is no such mode.
    public func meaning(type: EventType, mode: String) -> String? { modeMeanings[TypeAndMode(type: type, mode: mode)] }

    /// What a context means, in a few words; nil where there is no such context.
    public func meaning(context: String) -> String? { contextMeanings[context] }

    /// The hostility level of an event, 1 to 5.
    public func hostility(type: EventType, mode: String?) -> Int {
        if let mode, let level = hostilities[TypeAndMode(type: type, mode: mode)] { return level }
        return hostilities[TypeAndMode(type: type, mode: "")] ?? 1
    }

    private static func type(_ row: DataTable.Row, column: Int) throws(DataError) -> EventType {
        guard let type = EventType(rawValue: row.columns[column]) else {
            let names = EventType.allCases.map(\.rawValue).joined(separator: " ")
            throw row.error(
                "bad_type",
                "'\(row.columns[column])' is no event type",
                column: column,
                hint: "one of \(names)"
            )
        }
        return type
    }

    private static func entries(
        _ bytes: [UInt8],
        modes: [EventType: [String]],
        contexts: Set<String>
    ) throws(DataError) -> [OntologyEntry] {
        var entries: [OntologyEntry] = []
        for row in try DataTable(bytes: bytes, file: "cameo.tsv", columnCount: 6...6).rows {
            guard let goldstein = Double(row.columns[2]), (-10...10).contains(goldstein) else {
                throw row.error(
                    "bad_goldstein",
                    "'\(row.columns[2])' is no Goldstein value",
                    column: 2,
                    hint: "-10 to 10"
                )
            }
            let type = row.columns[3].isEmpty ? nil : try Self.type(row, column: 3)
            let mode = row.columns[4].isEmpty ? nil : row.columns[4]
            if let mode, let type, modes[type]?.contains(mode) != true {
                throw row.error("bad_mode", "\(type.rawValue) has no mode '\(mode)'", column: 4, hint: "see modes.tsv")
            }
            let listed = row.columns[5].split(separator: ";").map(String.init)
            if let unknown = listed.first(where: { !contexts.contains($0) }) {
                throw row.error("bad_context", "'\(unknown)' is no context", column: 5, hint: "see contexts.tsv")
            }
            entries.append(
                OntologyEntry(
                    cameo: row.columns[0],
                    name: row.columns[1],
                    goldstein: goldstein,
                    type: type,
                    mode: mode,
                    contexts: listed
                )
            )
        }
        return entries
    }
}
