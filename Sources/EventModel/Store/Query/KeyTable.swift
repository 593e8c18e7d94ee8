// Which groups each code of a column falls into: worked out once for a snapshot, then a grouping is a pass of counting.
import CColumns

/// The groups of one field of a snapshot, sorted by their texts.
struct KeyTable: @unchecked Sendable {
    // @unchecked: the column's pointer leads into the snapshot that keeps this table.

    /// The texts of each group: one, or two for dyads and pairs.
    let keys: [[String]]
    private let column: Column
    private let starts: [UInt32]
    private let groups: [UInt32]

    private enum Column {
        case bytes(UnsafePointer<UInt8>)
        case codes(UnsafePointer<UInt32>)
    }

    /// The number of codes that the column may hold.
    var codeCount: Int { starts.count - 1 }

    /// The groups of a code.
    func groups(_ code: Int) -> ArraySlice<UInt32> { groups[Int(starts[code])..<Int(starts[code + 1])] }

    /// The code of a row.
    func code(_ row: Int) -> Int {
        switch column {
        case .bytes(let column): Int(column[row])
        case .codes(let column): Int(column[row])
        }
    }

    /// Adds a row's value to its code's place, for all rows.
    func tally(_ rows: [UInt32], _ value: (Int) -> Double) -> [Double] {
        var totals = [Double](repeating: 0, count: codeCount)
        for row in rows { totals[code(Int(row))] += value(Int(row)) }
        return totals
    }

    /// How many of the rows have each code.
    func counts(_ rows: [UInt32]) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: codeCount)
        counts.withUnsafeMutableBufferPointer { counts in
            guard let counts = counts.baseAddress else { return }
            switch column {
            case .bytes(let column): for row in rows { counts[Int(column[Int(row)])] &+= 1 }
            case .codes(let column): for row in rows { counts[Int(column[Int(row)])] &+= 1 }
            }
        }
        return counts
    }

    private init(column: Column, codeCount: Int, textsOfCode: (Int) -> [[String]]) {
        self.column = column
        var numbers: [[String]: Int] = [:]
        var found: [[String]] = []
        var perCode: [[Int]] = []
        for code in 0..<codeCount {
            var ofCode: [Int] = []
            for texts in textsOfCode(code) {
                let number = numbers[texts] ?? found.count
                if number == found.count {
                    numbers[texts] = number
                    found.append(texts)
                }
                if !ofCode.contains(number) { ofCode.append(number) }
            }
            perCode.append(ofCode)
        }
        let order = found.indices.sorted { found[$0].lexicographicallyPrecedes(found[$1]) }
        var ranks = [UInt32](repeating: 0, count: found.count)
        for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
        keys = order.map { found[$0] }
        var starts: [UInt32] = [0]
        var groups: [UInt32] = []
        for ofCode in perCode {
            groups.append(contentsOf: ofCode.map { ranks[$0] })
            starts.append(UInt32(groups.count))
        }
        self.starts = starts
        self.groups = groups
    }
}

extension KeyTable {
    /// The groups of a field.
    init(_ field: GroupField, _ snapshot: EventStore.Snapshot) {
        let columns = snapshot.columns
        func one(_ symbol: UInt32) -> [[String]] { snapshot.text(symbol).map { [[$0]] } ?? [] }
        func many(_ list: UInt32) -> [[String]] { snapshot.list(list).flatMap(one) }
        func texts(_ keys: [ActorKey]) -> [[String]] { keys.map { [snapshot.text($0)] } }
        func texts(_ dyads: [Dyad]) -> [[String]] {
            dyads.map { [snapshot.text($0.source), snapshot.text($0.target)] }
        }
        let (acts, extras, sides) = (Int(columns.counts.acts), Int(columns.counts.extras), Int(columns.counts.sides))
        switch field {
        case .type:
            let all = EventType.allCases
            self.init(column: .bytes(columns.type), codeCount: all.count) { [[all[$0].rawValue]] }
        case .quad:
            let all = EventType.allCases
            self.init(column: .bytes(columns.type), codeCount: all.count) { [[all[$0].quad.rawValue]] }
        case .modality:
            let all = Modality.allCases
            self.init(column: .bytes(columns.modality), codeCount: all.count) { [[all[$0].rawValue]] }
        case .hostility: self.init(column: .bytes(columns.hostility), codeCount: 256) { [[String($0)]] }
        case .mode: self.init(column: .codes(columns.act), codeCount: acts) { one(columns.act_mode[$0]) }
        case .cameo: self.init(column: .codes(columns.act), codeCount: acts) { one(columns.act_cameo[$0]) }
        case .context: self.init(column: .codes(columns.act), codeCount: acts) { many(columns.act_context[$0]) }
        case .weapon: self.init(column: .codes(columns.extra), codeCount: extras) { many(columns.extra_weapons[$0]) }
        case .speaker: self.init(column: .codes(columns.extra), codeCount: extras) { one(columns.extra_speaker[$0]) }
        case .article:
            self.init(column: .codes(columns.sentence), codeCount: Int(columns.counts.sentences)) { sentence in
                one(columns.article_id[Int(columns.sentence_article[sentence])])
            }
        case .location:
            self.init(column: .codes(columns.place), codeCount: Int(columns.counts.places)) {
                one(columns.place_name[$0])
            }
        case .side(let side, let level):
            self.init(column: .codes(columns.side), codeCount: sides) { sides in
                texts(snapshot.keys(sides: sides, side, level: level))
            }
        case .actor(let level):
            self.init(column: .codes(columns.side), codeCount: sides) { sides in
                texts(Side.allCases.flatMap { snapshot.keys(sides: sides, $0, level: level) })
            }
        case .dyad(let level):
            self.init(column: .codes(columns.side), codeCount: sides) { texts(snapshot.dyads(sides: $0, level: level)) }
        case .pair(let level):
            self.init(column: .codes(columns.side), codeCount: sides) { sides in
                // By text, not by symbol: the order of a pair must not depend on which event came in first.
                texts(snapshot.pairs(sides: sides, level: level)).map { $0.sorted() }
            }
        }
    }
}
