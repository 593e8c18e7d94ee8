// The actors of events at every level of the roll-up, and the rows that they appear in.
import CColumns

extension EventStore.Snapshot {
    /// The keys of a row's actors on one side, each once, in the order of the record.
    public func actors(_ row: Int, _ side: Side, level: RollUp = .id) -> [ActorKey] {
        keys(sides: Int(columns.side[row]), side, level: level)
    }

    /// The directed dyads that a row's event stands under, each once: every source with every target.
    public func dyads(_ row: Int, level: RollUp = .id) -> [Dyad] {
        dyads(sides: Int(columns.side[row]), level: level)
    }

    /// The undirected pairs that a row's event stands under, each once.
    public func pairs(_ row: Int, level: RollUp = .id) -> [Dyad] {
        pairs(sides: Int(columns.side[row]), level: level)
    }

    /// What a key is called: the actor's name, or the id of a family, or a country's code.
    public func name(_ key: ActorKey) -> String {
        for actor in 0..<Int(columns.counts.actors) where columns.actor_id[actor] == key.symbol {
            return text(columns.actor_name[actor]) ?? ""
        }
        return text(key.symbol) ?? ""
    }

    /// The key's own text: an actor's id, a family's id or a country's code.
    public func text(_ key: ActorKey) -> String { text(key.symbol) ?? "" }

    /// The key of an actor's id or name, of a family or of a country's code; nil where no event has it.
    public func key(_ text: String) -> ActorKey? {
        var text = text
        return text.withUTF8 { wanted in
            for actor in 0..<Int(columns.counts.actors) {
                if utf8(columns.actor_name[actor]).elementsEqual(wanted) {
                    return ActorKey(symbol: columns.actor_id[actor])
                }
                for symbol in levelSymbols(actor) where symbol != 0 && utf8(symbol).elementsEqual(wanted) {
                    return ActorKey(symbol: symbol)
                }
            }
            return nil
        }
    }

    /// The rows of every directed dyad, or of every undirected pair, in order; a row stands under all that it has.
    public func rowsByDyad(level: RollUp = .id, undirected: Bool = false) -> [(key: Dyad, rows: [Int])] {
        rows { sides in undirected ? self.pairs(sides: sides, level: level) : self.dyads(sides: sides, level: level) }
    }

    /// The rows of every actor, on either side, in order.
    public func rowsByActor(level: RollUp = .id) -> [(key: ActorKey, rows: [Int])] {
        rows { sides in
            Self.distinct(
                self.keys(sides: sides, .source, level: level) + self.keys(sides: sides, .target, level: level)
            )
        }
    }

    /// The rows whose sides meet a condition, in order: what the index by actor, dyad and pair comes down to.
    public func rows(whereSides isWanted: (_ sides: Int) -> Bool) -> [Int] {
        var rows: [Int] = []
        for sides in 0..<Int(columns.counts.sides) where isWanted(sides) {
            for place in Int(columns.side_start[sides])..<Int(columns.side_start[sides + 1]) {
                rows.append(Int(columns.row_by_side[place]))
            }
        }
        return rows.sorted()
    }

    /// Keys with their rows, keys in the order of their first rows.
    private func rows<Key: Hashable>(_ keysOfSides: (Int) -> [Key]) -> [(key: Key, rows: [Int])] {
        var sidesByKey: [Key: [Int]] = [:]
        for sides in 0..<Int(columns.counts.sides) {
            guard columns.side_start[sides] < columns.side_start[sides + 1] else { continue }
            for key in keysOfSides(sides) { sidesByKey[key, default: []].append(sides) }
        }
        var result: [(key: Key, rows: [Int])] = []
        for (key, group) in sidesByKey {
            var rows: [Int] = []
            for sides in group {
                for place in Int(columns.side_start[sides])..<Int(columns.side_start[sides + 1]) {
                    rows.append(Int(columns.row_by_side[place]))
                }
            }
            if group.count > 1 { rows.sort() }
            result.append((key, rows))
        }
        // Keys that share a first row do so through one event, whose own order of keys decides.
        func rank(_ key: Key, _ row: Int) -> Int { keysOfSides(Int(columns.side[row])).firstIndex(of: key) ?? 0 }
        return result.sorted { left, right in
            let (leftRow, rightRow) = (left.rows[0], right.rows[0])
            return leftRow != rightRow ? leftRow < rightRow : rank(left.key, leftRow) < rank(right.key, rightRow)
        }
    }

    /// The keys of one side of distinct sides.
    func keys(sides: Int, _ side: Side, level: RollUp) -> [ActorKey] {
        let actors = list(side == .source ? columns.side_source[sides] : columns.side_target[sides])
        return Self.distinct(actors.map { ActorKey(symbol: symbol(actor: Int($0), level: level)) })
    }

    func dyads(sides: Int, level: RollUp) -> [Dyad] {
        let targets = keys(sides: sides, .target, level: level)
        return keys(sides: sides, .source, level: level).flatMap { source in
            targets.map { Dyad(source: source, target: $0) }
        }
    }

    func pairs(sides: Int, level: RollUp) -> [Dyad] {
        Self.distinct(dyads(sides: sides, level: level).map(\.pair))
    }

    /// The symbol that stands for an actor at a level.
    func symbol(actor: Int, level: RollUp) -> UInt32 {
        let id = columns.actor_id[actor]
        switch level {
        case .id: return id
        case .family: return columns.actor_family[actor] != 0 ? columns.actor_family[actor] : id
        case .backer:
            return columns.actor_backer[actor] != 0 ? columns.actor_backer[actor] : country(actor: actor) ?? id
        case .country: return country(actor: actor) ?? id
        }
    }

    /// The actor's country, nil where unknown and for international bodies, which would else all be one actor.
    private func country(actor: Int) -> UInt32? {
        let symbol = columns.actor_country[actor]
        guard symbol != 0, !utf8(symbol).elementsEqual("IGO".utf8) else { return nil }
        return symbol
    }

    /// The symbols that an actor is known by: id, name, family, backer, country.
    func levelSymbols(_ actor: Int) -> [UInt32] {
        [
            columns.actor_id[actor], columns.actor_name[actor], columns.actor_family[actor],
            columns.actor_backer[actor], columns.actor_country[actor],
        ]
    }

    private static func distinct<Key: Hashable>(_ keys: [Key]) -> [Key] {
        guard keys.count > 1 else { return keys }
        var seen: Set<Key> = []
        return keys.filter { seen.insert($0).inserted }
    }
}
