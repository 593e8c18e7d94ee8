// Conditions to column tests: what a condition means is decided once for each distinct value, not for each event.
import CColumns
import Chronology

/// Turns the conditions of a filter into tests over the columns of one snapshot.
struct ConditionCompiler {
    let snapshot: EventStore.Snapshot
    private(set) var range: Range<Int>
    private(set) var tests: [ColumnTest] = []

    private var columns: brink_columns { snapshot.columns }

    init(snapshot: EventStore.Snapshot) {
        self.snapshot = snapshot
        range = 0..<snapshot.count
    }

    mutating func add(_ condition: Condition) {
        switch condition {
        case .field(let field, let test): add(field, test)
        case .actor(let test):
            let (source, target) = (snapshot.verdicts(.source, test), snapshot.verdicts(.target, test))
            addCodes(columns.side, columns.counts.sides) { source[$0] || target[$0] }
        case .between(let one, let other):
            let (oneSource, oneTarget) = (snapshot.verdicts(.source, one), snapshot.verdicts(.target, one))
            let (otherSource, otherTarget) = (snapshot.verdicts(.source, other), snapshot.verdicts(.target, other))
            addCodes(columns.side, columns.counts.sides) { side in
                oneSource[side] && otherTarget[side] || otherSource[side] && oneTarget[side]
            }
        }
    }

    private mutating func add(_ field: EventField, _ test: FieldTest) {
        let columns = columns
        let snapshot = snapshot
        func passes(_ entry: Int) -> Bool { test.passes(snapshot.value(of: field, entry: entry)) }
        switch field {
        case .type, .quad: addBytes(columns.type, passes)
        case .modality: addBytes(columns.modality, passes)
        case .hostility: addBytes(columns.hostility, passes)
        case .quoted, .aggregate: addBytes(columns.flags, passes)
        case .mode, .context, .cameo, .goldstein: addCodes(columns.act, columns.counts.acts, passes)
        case .killed, .wounded: addCodes(columns.casualty, columns.counts.casualties, passes)
        case .location: addCodes(columns.place, columns.counts.places, passes)
        case .source, .target:
            let verdicts = snapshot.verdicts(field, test)
            addCodes(columns.side, columns.counts.sides) { verdicts[$0] }
        case .revision, .speaker, .weapon, .trace, .mentions:
            addCodes(columns.extra, columns.counts.extras) { test.passes(snapshot.extraValue(of: field, $0)) }
        case .inResponseTo:
            addCodes(columns.extra, columns.counts.extras) { test.passes(snapshot.answeredValue(extra: $0)) }
        case .article, .published: addArticles { test.passes(snapshot.articleValue(of: field, $0)) }
        case .sentence:
            addCodes(columns.sentence, columns.counts.sentences) { sentence in
                test.passes(.number(Double(columns.sentence_number[sentence])))
            }
        case .date: addDate(test)
        case .id: addIDs(test)
        case .action: addActions(test)
        case .text: addText(test)
        case .span, .trigger: break
        }
    }

    private mutating func clamp(_ rows: Range<Int>) { range = range.clamped(to: rows) }

    private mutating func addBytes(_ column: UnsafePointer<UInt8>, _ accepts: (Int) -> Bool) {
        // Codes that no event has are never asked about: an enumeration has fewer than 256 cases.
        var mask = [UInt8](repeating: 0, count: 256)
        var isSeen = [Bool](repeating: false, count: 256)
        for row in range { isSeen[Int(column[row])] = true }
        for code in 0..<256 where isSeen[code] { mask[code] = accepts(code) ? 1 : 0 }
        tests.append(.bytes(column, mask: mask))
    }

    private mutating func addCodes(_ column: UnsafePointer<UInt32>, _ count: UInt32, _ accepts: (Int) -> Bool) {
        tests.append(.codes(column, mask: (0..<Int(count)).map { accepts($0) ? 1 : 0 }))
    }

    private mutating func addArticles(_ accepts: (Int) -> Bool) {
        let mask = (0..<Int(columns.counts.articles)).map(accepts)
        let articles: UnsafePointer<UInt32> = columns.sentence_article
        addCodes(columns.sentence, columns.counts.sentences) { mask[Int(articles[$0])] }
    }

    private mutating func addRows(_ accepts: (Int) -> Bool) {
        let range = range
        tests.append(.rows(mask: (0..<snapshot.count).map { range.contains($0) && accepts($0) ? 1 : 0 }))
    }

    private mutating func addDate(_ test: FieldTest) {
        switch test {
        case .known(let known): clamp(known ? 0..<snapshot.datedCount : snapshot.datedCount..<snapshot.count)
        case .days(let span):
            // Rows are in the order of their first days, so the upper bound is a place in them.
            let start: UnsafePointer<Int32> = columns.start
            var low = 0
            var high = snapshot.datedCount
            while low < high {
                let middle = (low + high) / 2
                if start[middle] <= span.end.number { low = middle + 1 } else { high = middle }
            }
            clamp(0..<low)
            if span.start > .earliest { tests.append(.atLeast(columns.end, span.start.number)) }
        case .all(let parts):
            for part in parts { addDate(part) }
        default:
            let snapshot = snapshot
            addRows { test.passes(snapshot.value(of: .date, row: $0)) }
        }
    }

    private mutating func addIDs(_ test: FieldTest) {
        let snapshot = snapshot
        guard let ids = test.texts else {
            addRows { test.passes(.text(snapshot.id($0))) }
            return
        }
        var mask = [UInt8](repeating: 0, count: snapshot.count)
        for id in ids {
            if let row = snapshot.row(id: id) { mask[row] = 1 }
        }
        tests.append(.rows(mask: mask))
    }

    /// Asks only about the symbols that are actions; the symbol table also holds every sentence.
    private mutating func addActions(_ test: FieldTest) {
        let column: UnsafePointer<UInt32> = columns.action
        var mask = [UInt8](repeating: 2, count: Int(columns.counts.symbols))
        for row in range where mask[Int(column[row])] == 2 {
            mask[Int(column[row])] = test.passes(column[row], in: snapshot) ? 1 : 0
        }
        tests.append(.codes(column, mask: mask))
    }

    /// What any of the sentences says that tell of an event counts as said of it.
    private mutating func addText(_ test: FieldTest) {
        let columns = columns
        let snapshot = snapshot
        let mentions: UnsafePointer<UInt32> = columns.extra_mentions
        let hasMentions = (0..<Int(columns.counts.extras)).contains { columns.lists[Int(mentions[$0])] > 0 }
        guard hasMentions else {
            addCodes(columns.sentence, columns.counts.sentences) {
                test.passes(columns.sentence_text[$0], in: snapshot)
            }
            return
        }
        addRows { row in
            let others = snapshot.list(mentions[Int(columns.extra[row])])
            guard !others.isEmpty else {
                return test.passes(columns.sentence_text[Int(columns.sentence[row])], in: snapshot)
            }
            return test.passes(snapshot.value(of: .text, row: row))
        }
    }
}

extension FieldTest {
    /// The texts of which a value must be one, nil where something else is asked.
    fileprivate var texts: [String]? {
        switch self {
        case .text(let text): return [text]
        case .any(let tests):
            var texts: [String] = []
            for test in tests {
                guard case .text(let text) = test else { return nil }
                texts.append(text)
            }
            return texts
        default: return nil
        }
    }

    /// Whether the text of a symbol passes, read without making a string where that can be done.
    fileprivate func passes(_ symbol: UInt32, in snapshot: EventStore.Snapshot) -> Bool {
        switch self {
        case .contains(let part) where part.utf8.allSatisfy { $0 < 128 }:
            guard symbol != 0 else { return false }
            return ASCIISearch.contains(snapshot.utf8(symbol), part)
        case .any(let tests): return tests.contains { $0.passes(symbol, in: snapshot) }
        case .all(let tests): return tests.allSatisfy { $0.passes(symbol, in: snapshot) }
        case .none(let tests): return !tests.contains { $0.passes(symbol, in: snapshot) }
        case .known(let known): return (symbol != 0) == known
        default: return passes(snapshot.text(symbol).map(FieldValue.text) ?? .unknown)
        }
    }
}

extension EventStore.Snapshot {
    /// For each of the distinct sides whether its sources, or its targets, pass a test.
    ///
    /// Each actor is judged once, however many sides it stands on.
    public func verdicts(_ field: EventField, _ test: FieldTest) -> [Bool] {
        let lists: UnsafePointer<UInt32> = field == .source ? columns.side_source : columns.side_target
        let sideCount = Int(columns.counts.sides)
        switch test {
        case .known(let known): return (0..<sideCount).map { (columns.lists[Int(lists[$0])] > 0) == known }
        case .any(let tests): return combined(field, tests, sideCount) { $0 || $1 }
        case .all(let tests):
            return combined(field, [.none([])] + tests, sideCount) { $0 && $1 }
        case .none(let tests): return combined(field, tests, sideCount) { $0 || $1 }.map { !$0 }
        default:
            let passes = (0..<Int(columns.counts.actors)).map { test.passes(.actors([actor($0)])) }
            return (0..<sideCount).map { side in list(lists[side]).contains { passes[Int($0)] } }
        }
    }

    private func combined(
        _ field: EventField,
        _ tests: [FieldTest],
        _ count: Int,
        _ combine: (Bool, Bool) -> Bool
    ) -> [Bool] {
        guard let first = tests.first else { return [Bool](repeating: false, count: count) }
        var verdicts = verdicts(field, first)
        for test in tests.dropFirst() {
            let next = self.verdicts(field, test)
            for place in 0..<count { verdicts[place] = combine(verdicts[place], next[place]) }
        }
        return verdicts
    }
}
