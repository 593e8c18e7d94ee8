// Reads the files of the action lexicon; every mistake is shown with its line.

extension ActionLexicon {
    /// The files of a lexicon, as bytes with the names that errors show; a pack's files may be appended to each list.
    public struct Files: Sendable {
        public var classes: [(name: String, bytes: [UInt8])] = []
        public var patterns: [(name: String, bytes: [UInt8])] = []
        public var embeddings: [(name: String, bytes: [UInt8])] = []
        public var shifts: [(name: String, bytes: [UInt8])] = []
        public var light: [(name: String, bytes: [UInt8])] = []
        public var weapons: [(name: String, bytes: [UInt8])] = []
        public var cues: [(name: String, bytes: [UInt8])] = []

        /// No files yet.
        public init() {}

        /// The names of the built-in files, which `init(named:)` asks for.
        public static let builtIn = [
            "actions-classes.tsv", "actions-verbs.tsv", "actions-nouns.tsv", "actions-embedding.tsv",
            "actions-shifts.tsv", "actions-light.tsv", "actions-cues.tsv", "weapons.tsv",
        ]

        /// The built-in files, from whoever has their bytes.
        public init<Failure: Error>(named bytes: (String) throws(Failure) -> [UInt8]) throws(Failure) {
            classes = [("actions-classes.tsv", try bytes("actions-classes.tsv"))]
            for name in ["actions-verbs.tsv", "actions-nouns.tsv"] { patterns.append((name, try bytes(name))) }
            embeddings = [("actions-embedding.tsv", try bytes("actions-embedding.tsv"))]
            shifts = [("actions-shifts.tsv", try bytes("actions-shifts.tsv"))]
            light = [("actions-light.tsv", try bytes("actions-light.tsv"))]
            cues = [("actions-cues.tsv", try bytes("actions-cues.tsv"))]
            weapons = [("weapons.tsv", try bytes("weapons.tsv"))]
        }
    }

    /// Reads the files; throws with the line that is wrong.
    public init(_ files: Files, ontology: Ontology) throws(DataError) {
        self.init()
        var reader = ActionLexiconReader(ontology: ontology)
        try reader.read(files)
        self = reader.lexicon
    }
}

struct ActionLexiconReader {
    let ontology: Ontology
    var lexicon = ActionLexicon()
    private var classes: [String: [String]] = [:]
    private var classNumbers: [String: [Int32]] = [:]
    private var sets: [[Int32]] = []
    private var setNumbers: [[Int32]: Int] = [:]

    init(ontology: Ontology) { self.ontology = ontology }

    mutating func read(_ files: ActionLexicon.Files) throws(DataError) {
        for file in files.classes {
            for row in try DataTable(bytes: file.bytes, file: file.name, columnCount: 2...2).rows {
                classes[row.columns[0], default: []] += Self.alternatives(row.columns[1])
            }
        }
        for file in files.weapons { try readWeapons(file.bytes, name: file.name) }
        for file in files.patterns {
            for row in try DataTable(bytes: file.bytes, file: file.name, columnCount: 9...9).rows {
                try readPattern(row)
            }
        }
        for file in files.embeddings {
            for row in try DataTable(bytes: file.bytes, file: file.name, columnCount: 6...6).rows {
                try readEmbedding(row)
            }
        }
        for file in files.shifts { try readShifts(file.bytes, name: file.name) }
        for file in files.light {
            for row in try DataTable(bytes: file.bytes, file: file.name, columnCount: 1...1).rows {
                let (word, particle) = Self.split(row.columns[0])
                let light = LightVerb(
                    particle: particle,
                    words: row.columns[0],
                    line: LexiconLine(file: row.file, line: row.line),
                    number: lexicon.lightVerbs.count
                )
                lexicon.lightVerbs.append(light)
                lexicon.entries[number(word), default: .init()].light.append(light.number)
            }
        }
        for file in files.cues {
            for row in try DataTable(bytes: file.bytes, file: file.name, columnCount: 2...2).rows {
                guard let cue = ActionCues.names.first(where: { $0.name == row.columns[0] })?.cue else {
                    let names = ActionCues.names.map(\.name).joined(separator: " ")
                    throw row.error("bad_cue", "'\(row.columns[0])' is no cue", column: 0, hint: "one of \(names)")
                }
                for word in Self.words(row, column: 1, classes: classes) {
                    lexicon.cuesByNumber[Int(number(word))].insert(cue)
                }
            }
        }
        lexicon.sets = LemmaSets(sets, lemmaCount: lexicon.numbers.count)
        lexicon.triggers = Array(repeating: false, count: lexicon.numbers.count)
        for number in lexicon.entries.keys { lexicon.triggers[Int(number)] = true }
    }

    private mutating func readWeapons(_ bytes: [UInt8], name: String) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: name, columnCount: 4...4).rows {
            let cameo = row.columns[2].isEmpty ? nil : row.columns[2]
            if let cameo, ontology.entry(cameo: cameo) == nil {
                throw row.error("bad_code", "'\(cameo)' is no CAMEO code", column: 2)
            }
            let mode = row.columns[3].isEmpty ? nil : row.columns[3]
            for phrase in Self.alternatives(row.columns[1]) {
                lexicon.weaponsByPhrase[phrase.lowercased()] = lexicon.weapons.count
            }
            lexicon.weapons.append(ActionWeapon(name: row.columns[0], cameo: cameo, mode: mode))
        }
    }

    private mutating func readPattern(_ row: DataTable.Row) throws(DataError) {
        let kind = row.columns[0]
        guard kind == "verb" || kind == "noun" else {
            throw row.error("bad_kind", "'\(kind)' is no kind of trigger", column: 0, hint: "verb or noun")
        }
        guard let entry = ontology.entry(cameo: row.columns[5]), let type = entry.type else {
            throw row.error("bad_code", "'\(row.columns[5])' is no CAMEO code with a type", column: 5)
        }
        let mode = row.columns[6].isEmpty ? entry.mode : row.columns[6]
        if let mode, ontology.modes[type]?.contains(mode) != true {
            throw row.error("bad_mode", "\(type.rawValue) has no mode '\(mode)'", column: 6, hint: "see modes.tsv")
        }
        let weapon = row.columns[7].isEmpty ? nil : row.columns[7]
        if let weapon, !lexicon.weapons.contains(where: { $0.name == weapon }) {
            throw row.error("bad_weapon", "'\(weapon)' is no weapon", column: 7, hint: "see weapons.tsv")
        }
        let terms = try terms(row, column: 2)
        let source = Self.alternatives(row.columns[3]).map(ActionSlot.init)
        let target = Self.alternatives(row.columns[4]).map(ActionSlot.init)
        let flags = try Self.flags(row, column: 8)
        for written in Self.words(row, column: 1, classes: classes) {
            let (word, particle) = Self.split(written)
            let key = self.number(word)
            let number = lexicon.patterns.count
            lexicon.patterns.append(
                ActionPattern(
                    terms: terms,
                    source: source,
                    target: target,
                    cameo: entry.cameo,
                    type: type,
                    mode: mode,
                    weapon: weapon,
                    flags: flags,
                    line: LexiconLine(file: row.file, line: row.line),
                    words: written,
                    company: row.columns[2],
                    number: number
                )
            )
            let candidate = ActionLexicon.Candidate(number: number, particle: particle, terms: terms, flags: flags)
            if kind == "verb" {
                lexicon.entries[key, default: .init()].verbs.append(candidate)
            } else {
                lexicon.entries[key, default: .init()].nouns.append(candidate)
            }
        }
    }

    private mutating func readEmbedding(_ row: DataTable.Row) throws(DataError) {
        guard let group = ActionGroup(rawValue: row.columns[4]) else {
            let names = ActionGroup.allCases.map(\.rawValue).joined(separator: " ")
            throw row.error("bad_group", "'\(row.columns[4])' is no group", column: 4, hint: "one of \(names)")
        }
        let flags = try Self.flags(row, column: 5)
        for written in Self.alternatives(row.columns[1]) {
            let (word, particle) = Self.split(written)
            let key = self.number(word)
            let number = lexicon.embeddings.count
            lexicon.embeddings.append(
                ActionEmbedding(
                    particle: particle,
                    complements: Self.alternatives(row.columns[2]),
                    target: Self.alternatives(row.columns[3]).map(ActionSlot.init),
                    group: group,
                    flags: flags,
                    line: LexiconLine(file: row.file, line: row.line),
                    words: written,
                    number: number
                )
            )
            switch row.columns[0] {
            case "verb": lexicon.entries[key, default: .init()].embeddingVerbs.append(number)
            case "noun": lexicon.entries[key, default: .init()].embeddingNouns.append(number)
            case "adj": lexicon.entries[key, default: .init()].embeddingAdjectives.append(number)
            default:
                throw row.error("bad_kind", "'\(row.columns[0])' is no kind", column: 0, hint: "verb, noun or adj")
            }
        }
    }

    private mutating func readShifts(_ bytes: [UInt8], name: String) throws(DataError) {
        for row in try DataTable(bytes: bytes, file: name, columnCount: 3...3).rows {
            guard let group = ActionGroup(rawValue: row.columns[0]) else {
                throw row.error("bad_group", "'\(row.columns[0])' is no group", column: 0)
            }
            guard let type = ontology.entry(cameo: row.columns[2])?.type else {
                throw row.error("bad_code", "'\(row.columns[2])' is no CAMEO code with a type", column: 2)
            }
            let shift = ActionShift(
                group: group,
                prefix: row.columns[1],
                cameo: row.columns[2],
                type: type,
                line: LexiconLine(file: row.file, line: row.line),
                number: lexicon.shifts.count
            )
            lexicon.shifts.append(shift)
            lexicon.shiftsByGroup[group, default: [:]][shift.prefix] = shift.number
        }
    }

    private mutating func terms(_ row: DataTable.Row, column: Int) throws(DataError) -> [ActionTerm] {
        var terms: [ActionTerm] = []
        for written in row.columns[column].parts(between: UInt8(ascii: " ")) where !written.isEmpty {
            let parts = written.split(separator: ":", maxSplits: 1)
            let preposition = parts.count == 2 ? String(parts[0]) : nil
            var numbers: [Int32] = []
            var any = false
            for alternative in String(parts.last ?? "").parts(between: UInt8(ascii: "|")) where !alternative.isEmpty {
                if alternative == "." {
                    any = true
                } else if alternative.hasPrefix("@") {
                    guard let known = members(ofClass: alternative) else {
                        throw row.error(
                            "bad_class",
                            "'\(alternative)' is no class",
                            column: column,
                            hint: "see actions-classes.tsv"
                        )
                    }
                    numbers += known
                } else {
                    numbers.append(number(String(alternative)))
                }
            }
            terms.append(ActionTerm(preposition: preposition, lemmas: any ? nil : set(of: numbers)))
        }
        return terms
    }

    /// The numbers of a class's lemmas, nil where there is no such class.
    private mutating func members(ofClass name: String) -> [Int32]? {
        if let known = classNumbers[name] { return known }
        let numbers = classes[name].map { lemmas in lemmas.map { number($0) } }
        classNumbers[name] = numbers
        return numbers
    }

    private mutating func number(_ lemma: String) -> Int32 {
        let lemma = lemma.lowercased()
        if let known = lexicon.numbers[lemma] { return known }
        let number = Int32(lexicon.numbers.count)
        lexicon.numbers[lemma] = number
        lexicon.cuesByNumber.append([])
        return number
    }

    /// The number of a set of lemmas, one for all terms that ask for the same.
    private mutating func set(of lemmas: [Int32]) -> Int {
        let members = Set(lemmas).sorted()
        if let known = setNumbers[members] { return known }
        setNumbers[members] = sets.count
        sets.append(members)
        return sets.count - 1
    }

    private static func alternatives(_ column: String) -> [String] {
        column.parts(between: UInt8(ascii: "|")).filter { !$0.isEmpty }
    }

    private static func words(_ row: DataTable.Row, column: Int, classes: [String: [String]]) -> [String] {
        alternatives(row.columns[column]).flatMap { $0.hasPrefix("@") ? classes[$0] ?? [] : [$0] }
    }

    private static func split(_ word: String) -> (word: String, particle: String?) {
        guard word.utf8.contains(UInt8(ascii: "+")) else { return (word.lowercased(), nil) }
        let parts = word.split(separator: "+", maxSplits: 1)
        return (String(parts.first ?? "").lowercased(), parts.count == 2 ? String(parts[1]) : nil)
    }

    private static func flags(_ row: DataTable.Row, column: Int) throws(DataError) -> ActionFlags {
        var flags: ActionFlags = []
        for name in row.columns[column].parts(between: UInt8(ascii: ",")) where !name.isEmpty {
            guard let flag = ActionFlags.names.first(where: { $0.name == name })?.flag else {
                let names = ActionFlags.names.map(\.name).joined(separator: " ")
                throw row.error("bad_flag", "'\(name)' is no flag", column: column, hint: "one of \(names)")
            }
            flags.insert(flag)
        }
        return flags
    }
}
