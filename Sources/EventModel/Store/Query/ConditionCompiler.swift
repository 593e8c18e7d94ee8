// Conditions to column tests: what a condition means is decided once for each distinct value, not for each event.
import CColumns

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
        let columns = columns
        switch condition {
        case .types(let types): addBytes(columns.type) { types.contains(EventType(column: $0)) }
        case .modalities(let modalities): addBytes(columns.modality) { modalities.contains(Modality(column: $0)) }
        case .quoted(let flag): addBytes(columns.flags) { ($0 & UInt8(BRINK_FLAG_QUOTED) != 0) == flag }
        case .aggregate(let flag): addBytes(columns.flags) { ($0 & UInt8(BRINK_FLAG_AGGREGATE) != 0) == flag }
        case .number(let field, let test): add(field, test)
        case .text(let field, let test): add(field, test)
        case .date(let days): addDate(days)
        case .dated(let known):
            clamp(known ? 0..<snapshot.datedCount : snapshot.datedCount..<snapshot.count)
        case .published(let days): addArticles { days.contains(columns.article_published[$0]) }
        case .publishedKnown(let known): addArticles { (columns.article_published[$0] != .unknown) == known }
        case .ids(let ids): addRows(ids)
        case .answers(let ids): addAnswers(ids)
        case .answersAny(let any):
            addCodes(columns.extra, columns.counts.extras) { (columns.extra_answers[$0] != 0) == any }
        case .actors(let sides, let patterns): addActors(sides, patterns)
        case .actorsKnown(let side, let known):
            let lists: UnsafePointer<UInt32> = side == .source ? columns.side_source : columns.side_target
            addCodes(columns.side, columns.counts.sides) { (lists[$0] != 0) == known }
        case .between(let one, let other): addBetween(one, other)
        }
    }

    private mutating func clamp(_ rows: Range<Int>) { range = range.clamped(to: rows) }

    private mutating func addBytes(_ column: UnsafePointer<UInt8>, _ accepts: (UInt8) -> Bool) {
        // Codes that no event has are never asked about: an enumeration has fewer than 256 cases.
        var mask = [UInt8](repeating: 0, count: 256)
        var isSeen = [Bool](repeating: false, count: 256)
        for row in range { isSeen[Int(column[row])] = true }
        for code in 0..<256 where isSeen[code] { mask[code] = accepts(UInt8(code)) ? 1 : 0 }
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

    private mutating func addDate(_ days: ClosedRange<Int32>) {
        // Rows are in the order of their first days, so the upper bound is a place in them.
        let start: UnsafePointer<Int32> = columns.start
        var low = 0
        var high = snapshot.datedCount
        while low < high {
            let middle = (low + high) / 2
            if start[middle] <= days.upperBound { low = middle + 1 } else { high = middle }
        }
        clamp(0..<low)
        if days.lowerBound > .unknown + 1 { tests.append(.atLeast(columns.end, days.lowerBound)) }
    }

    private mutating func addRows(_ ids: [UInt64]) {
        var mask = [UInt8](repeating: 0, count: snapshot.count)
        for id in ids {
            let row = withUnsafePointer(to: columns) { brink_row_of_id($0, id) }
            if row != .max { mask[Int(row)] = 1 }
        }
        tests.append(.rows(mask: mask))
    }

    private mutating func addAnswers(_ ids: [UInt64]) {
        let snapshot = snapshot
        let lists: UnsafePointer<UInt32> = columns.extra_answers
        addCodes(columns.extra, columns.counts.extras) { extra in
            let halves = snapshot.list(lists[extra])
            return stride(from: 0, to: halves.count, by: 2).contains { place in
                ids.contains(UInt64(halves[place]) << 32 | UInt64(halves[place + 1]))
            }
        }
    }

    private mutating func add(_ field: NumberField, _ test: NumberTest) {
        let columns = columns
        func figure(_ value: Int32) -> Double? { value == .unknown ? nil : Double(value) }
        switch field {
        case .hostility: addBytes(columns.hostility) { test.accepts(Double($0)) }
        case .goldstein:
            addCodes(columns.act, columns.counts.acts) { act in
                let value = columns.act_goldstein[act]
                return test.accepts(value.isNaN ? nil : value)
            }
        case .killed:
            addCodes(columns.casualty, columns.counts.casualties) { test.accepts(figure(columns.killed[$0])) }
        case .wounded:
            addCodes(columns.casualty, columns.counts.casualties) { test.accepts(figure(columns.wounded[$0])) }
        case .revision:
            addCodes(columns.extra, columns.counts.extras) { test.accepts(Double(columns.extra_revision[$0])) }
        case .sentence:
            addCodes(columns.sentence, columns.counts.sentences) { test.accepts(Double(columns.sentence_number[$0])) }
        }
    }

    private mutating func add(_ field: TextField, _ test: TextTest) {
        let columns = columns
        let snapshot = snapshot
        func one(_ symbol: UInt32) -> Bool { test.accepts(symbol == 0 ? nil : snapshot.utf8(symbol)) }
        func many(_ list: UInt32) -> Bool { test.accepts(anyOf: snapshot.list(list).map(snapshot.utf8)) }
        let (acts, extras) = (columns.counts.acts, columns.counts.extras)
        switch field {
        case .mode: addCodes(columns.act, acts) { one(columns.act_mode[$0]) }
        case .cameo: addCodes(columns.act, acts) { one(columns.act_cameo[$0]) }
        case .context: addCodes(columns.act, acts) { many(columns.act_context[$0]) }
        case .speaker: addCodes(columns.extra, extras) { one(columns.extra_speaker[$0]) }
        case .weapon: addCodes(columns.extra, extras) { many(columns.extra_weapons[$0]) }
        case .trace: addCodes(columns.extra, extras) { one(columns.extra_trace[$0]) }
        case .text: addCodes(columns.sentence, columns.counts.sentences) { one(columns.sentence_text[$0]) }
        case .article: addArticles { one(columns.article_id[$0]) }
        case .location:
            addCodes(columns.place, columns.counts.places) { place in
                let symbols = [columns.place_name[place], columns.place_country[place]].filter { $0 != 0 }
                return test.accepts(anyOf: symbols.map(snapshot.utf8))
            }
        case .action: addActions(one)
        }
    }

    /// Asks only about the symbols that are actions; the symbol table also holds every sentence.
    private mutating func addActions(_ accepts: (UInt32) -> Bool) {
        let column: UnsafePointer<UInt32> = columns.action
        var mask = [UInt8](repeating: 2, count: Int(columns.counts.symbols))
        for row in range where mask[Int(column[row])] == 2 {
            mask[Int(column[row])] = accepts(column[row]) ? 1 : 0
        }
        tests.append(.codes(column, mask: mask))
    }

    private mutating func addActors(_ sides: [Side], _ patterns: [ActorPattern]) {
        let mask = snapshot.mask(patterns)
        let (source, target) = (sideMask(.source, mask), sideMask(.target, mask))
        addCodes(columns.side, columns.counts.sides) { side in
            sides.contains(.source) && source[side] || sides.contains(.target) && target[side]
        }
    }

    private mutating func addBetween(_ one: [ActorPattern], _ other: [ActorPattern]) {
        let (one, other) = (snapshot.mask(one), snapshot.mask(other))
        let (oneSource, oneTarget) = (sideMask(.source, one), sideMask(.target, one))
        let (otherSource, otherTarget) = (sideMask(.source, other), sideMask(.target, other))
        addCodes(columns.side, columns.counts.sides) { side in
            oneSource[side] && otherTarget[side] || otherSource[side] && oneTarget[side]
        }
    }

    /// For each of the distinct sides, whether one of its sources (or targets) is in the mask of actors.
    private func sideMask(_ side: Side, _ actors: [UInt8]) -> [Bool] {
        let lists: UnsafePointer<UInt32> = side == .source ? columns.side_source : columns.side_target
        return (0..<Int(columns.counts.sides)).map { sides in
            snapshot.list(lists[sides]).contains { actors[Int($0)] != 0 }
        }
    }
}
