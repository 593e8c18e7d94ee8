// Which lines of the action lexicon tell of events in a corpus, and which never do.
import EventModel

/// How often each pattern of an action lexicon was used.
///
/// A pattern is a word of a line: a line for `blast|bombard|shell` has three.
public struct LexiconUse: Sendable {
    /// How often one pattern was used.
    public struct Count: Sendable, Hashable {
        /// The events that it had a part in.
        public var events = 0
        /// The acts that it had a part in, events or not.
        public var acts = 0
        /// The acts that it fitted, but another line fitted better.
        public var passedOver = 0

        static func + (left: Count, right: Count) -> Count {
            Count(
                events: left.events + right.events,
                acts: left.acts + right.acts,
                passedOver: left.passedOver + right.passedOver
            )
        }
    }

    private var counts: [Origin: Count] = [:]

    /// Nothing used yet.
    public init() {}

    /// Adds what another part of the corpus used.
    public mutating func add(_ other: LexiconUse) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// Counts the acts of a story, and its events, each once for every line of all its tellings.
    mutating func add(_ story: Story) {
        for act in story.acts {
            for origin in Set(act.origins) { counts[origin, default: Count()].acts += 1 }
            for number in act.passedOver { counts[.pattern(number), default: Count()].passedOver += 1 }
        }
        for telling in story.tellings {
            for origin in Set(telling.acts.flatMap { story.acts[$0].origins }) {
                counts[origin, default: Count()].events += 1
            }
        }
    }

    /// A pattern and how often it was used.
    public struct Row: Sendable {
        /// The line of the data file.
        public var line: LexiconLine
        /// The word of the line, as written there; of `actions-shifts.tsv` the group.
        public var word: String
        /// What must stand beside it, as written there; of `actions-shifts.tsv` the prefix; else empty.
        public var company: String
        /// The CAMEO code; nil for words that only carry or change acts.
        public var cameo: String?
        /// The PLOVER type of the code.
        public var type: EventType?
        /// How often it was used.
        public var count: Count
    }

    /// All patterns of a lexicon, kind by kind, in the order of their lines.
    public func rows(of lexicon: ActionLexicon) -> [Row] {
        func row(_ origin: Origin, _ line: LexiconLine, _ word: String, _ company: String = "") -> Row {
            Row(line: line, word: word, company: company, count: counts[origin] ?? Count())
        }
        let patterns = lexicon.patterns.map { pattern in
            var row = row(.pattern(pattern.number), pattern.line, pattern.words, pattern.company)
            (row.cameo, row.type) = (pattern.cameo, pattern.type)
            return row
        }
        let light = lexicon.lightVerbs.map { row(.light($0.number), $0.line, $0.words) }
        let embeddings = lexicon.embeddings.map { word in
            row(.embedding(word.number), word.line, word.words, word.complements.joined(separator: "|"))
        }
        let shifts = lexicon.shifts.map { shift in
            var row = row(.shift(shift.number), shift.line, shift.group.rawValue, shift.prefix)
            (row.cameo, row.type) = (shift.cameo, shift.type)
            return row
        }
        return patterns + light + embeddings + shifts
    }

    /// What the patterns of a type come to.
    public struct Total: Sendable {
        /// The type; nil for words that only carry or change acts.
        public var type: EventType?
        /// Lines of the data files.
        public var lineCount = 0
        /// Lines that had a part in an event.
        public var usedLineCount = 0
        /// Patterns.
        public var patternCount = 0
        /// Patterns that had a part in an event.
        public var usedPatternCount = 0
    }

    /// The patterns by type, in the ontology's order, those without a type last.
    public func totals(of lexicon: ActionLexicon) -> [Total] {
        let rows = Dictionary(grouping: rows(of: lexicon), by: \.type)
        return (EventType.allCases.map(Optional.some) + [nil]).map { type in
            let rows = rows[type] ?? []
            let used = rows.filter { $0.count.events > 0 }
            return Total(
                type: type,
                lineCount: Set(rows.map(\.line)).count,
                usedLineCount: Set(used.map(\.line)).count,
                patternCount: rows.count,
                usedPatternCount: used.count
            )
        }
    }
}

extension Coder {
    /// Which patterns of the action lexicon have a part in the events of an article; a headline's events count apart.
    public func lexiconUse(in article: Article) -> LexiconUse {
        var use = LexiconUse()
        forEachBuilder(article, parsed(article)) { builder, _ in use.add(builder.story()) }
        return use
    }
}
