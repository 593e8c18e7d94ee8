// The rows that stand under each key of one kind: which distinct sides, in which direction.
import CColumns
import EventModel

/// The keys of one scope and level, over the distinct sides of a snapshot, so that it costs little beside the events.
struct KeyIndex {
    /// The rows of a key stand under these sides, or are listed one by one.
    struct Group {
        /// What orders keys; says nothing to a reader.
        let key: UInt64
        /// The range of `members`.
        let members: Range<Int>
    }

    /// Distinct sides (or, for keys that do not hang on sides, a row) and the directions in which they stand.
    struct Member {
        let entry: UInt32
        /// Bit 0: the key's first side acts upon its second; bit 1: the other way round.
        let directions: UInt8
    }

    let groups: [Group]
    let members: [Member]
    /// Whether members are distinct sides; else they are rows.
    let bySides: Bool
    /// The one group of each of the distinct sides, where none has several; nil otherwise.
    let single: Single?

    /// For each of the distinct sides its group, −1 for none, and its directions there.
    struct Single {
        var groups: [Int32]
        var directions: [UInt8]
    }

    /// An index of these groups.
    init(groups: [Group], members: [Member], bySides: Bool, single: Single?) {
        self.groups = groups
        self.members = members
        self.bySides = bySides
        self.single = single
    }

    /// The keys of a snapshot.
    init(_ key: MatchKey, units: UnitTable, in snapshot: EventStore.Snapshot) {
        var pairs: [(key: UInt64, entry: UInt32, directions: UInt8)] = []
        let columns = snapshot.columns
        switch key.scope {
        case .all, .place, .article:
            bySides = false
            for row in 0..<snapshot.count {
                let value =
                    switch key.scope {
                    case .place: columns.place_country[Int(columns.place[row])]
                    case .article: columns.sentence_article[Int(columns.sentence[row])] + 1
                    default: UInt32(1)
                    }
                if value != 0 { pairs.append((UInt64(value), UInt32(row), 1)) }
            }
        case .pair, .dyad, .actor, .source, .target:
            bySides = true
            for side in 0..<Int(columns.counts.sides) {
                let sources = units.units(columns.side_source[side], in: snapshot)
                let targets = units.units(columns.side_target[side], in: snapshot)
                Self.append(key.scope, UInt32(side), sources, targets, to: &pairs)
            }
        }
        Self.sort(&pairs)
        var groups: [Group] = []
        var members: [Member] = []
        var place = 0
        while place < pairs.count {
            let key = pairs[place].key
            let first = members.count
            while place < pairs.count, pairs[place].key == key {
                if members.count > first, let last = members.last, last.entry == pairs[place].entry {
                    let directions = last.directions | pairs[place].directions
                    members[members.count - 1] = Member(entry: last.entry, directions: directions)
                } else {
                    members.append(Member(entry: pairs[place].entry, directions: pairs[place].directions))
                }
                place += 1
            }
            groups.append(Group(key: key, members: first..<members.count))
        }
        self.groups = groups
        self.members = members
        single = bySides ? Self.single(groups, members, sideCount: Int(columns.counts.sides)) : nil
    }

    /// By key, then by entry: entries were met in order, so a stable counting sort does where keys are few.
    private static func sort(_ pairs: inout [(key: UInt64, entry: UInt32, directions: UInt8)]) {
        guard let highest = pairs.lazy.map(\.key).max(), highest < 1 << 20 else {
            pairs.sort { ($0.key, $0.entry) < ($1.key, $1.entry) }
            return
        }
        var next = [Int](repeating: 0, count: Int(highest) + 2)
        for pair in pairs { next[Int(pair.key) + 1] += 1 }
        for key in 1..<next.count { next[key] += next[key - 1] }
        var sorted = pairs
        for pair in pairs {
            sorted[next[Int(pair.key)]] = pair
            next[Int(pair.key)] += 1
        }
        pairs = sorted
    }

    /// What a key is called: the same in every snapshot, unlike its number.
    func name(of group: Group, _ key: MatchKey, units: UnitTable, in snapshot: EventStore.Snapshot) -> String {
        let columns = snapshot.columns
        switch key.scope {
        case .all: return ""
        case .place: return snapshot.symbolText(UInt32(group.key)) ?? ""
        case .article:
            let article = Int(group.key) - 1
            let id = snapshot.symbolText(columns.article_id[article]) ?? ""
            return "\(id)\t\(columns.article_published[article])"
        case .actor, .source, .target: return units.names[Int(group.key)]
        case .dyad, .pair:
            let names = [units.names[Int(group.key >> 32)], units.names[Int(group.key & 0xFFFF_FFFF)]]
            return (key.scope == .pair ? names.sorted() : names).joined(separator: "\t")
        }
    }

    private static func single(_ groups: [Group], _ members: [Member], sideCount: Int) -> Single? {
        var single = Single(
            groups: [Int32](repeating: -1, count: sideCount),
            directions: [UInt8](repeating: 0, count: sideCount)
        )
        for (number, group) in groups.enumerated() {
            for member in members[group.members] {
                guard single.groups[Int(member.entry)] < 0 else { return nil }
                single.groups[Int(member.entry)] = Int32(truncatingIfNeeded: number)
                single.directions[Int(member.entry)] = member.directions
            }
        }
        return single
    }

    /// The rows under a key, not in order.
    func rows(of group: Group, in snapshot: EventStore.Snapshot) -> [Int] {
        let columns = snapshot.columns
        return members[group.members].flatMap { member in
            guard bySides else { return [Int(member.entry)] }
            let places = Int(columns.side_start[Int(member.entry)])..<Int(columns.side_start[Int(member.entry) + 1])
            return places.map { Int(columns.row_by_side[$0]) }
        }
    }

    private static func append(
        _ scope: MatchKey.Scope,
        _ side: UInt32,
        _ sources: [UInt32],
        _ targets: [UInt32],
        to pairs: inout [(key: UInt64, entry: UInt32, directions: UInt8)]
    ) {
        switch scope {
        case .pair, .dyad:
            for source in sources {
                // What a side does to itself is no move between two sides.
                for target in targets where target != source {
                    if scope == .dyad || source < target {
                        pairs.append((UInt64(source) << 32 | UInt64(target), side, 1))
                    } else {
                        pairs.append((UInt64(target) << 32 | UInt64(source), side, 2))
                    }
                }
            }
        case .actor:
            for unit in sources { pairs.append((UInt64(unit), side, 1)) }
            for unit in targets { pairs.append((UInt64(unit), side, 2)) }
        case .source:
            for unit in sources { pairs.append((UInt64(unit), side, 1)) }
        case .target:
            for unit in targets { pairs.append((UInt64(unit), side, 1)) }
        case .all, .place, .article: break
        }
    }
}
