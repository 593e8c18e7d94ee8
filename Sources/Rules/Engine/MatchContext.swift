// What rules share while they look at one snapshot: keys, units, verdicts on conditions.
import EventModel

/// The tables of one check; made as rules ask for them.
struct MatchContext {
    let snapshot: EventStore.Snapshot
    private var units: [ActorLevel: UnitTable] = [:]
    private var keys: [MatchKey: KeyIndex] = [:]
    private var verdicts: [Condition: [UInt8]] = [:]
    private let shared: Set<Condition>

    /// A context for a snapshot; the verdicts on conditions that several rules ask for are kept.
    init(_ snapshot: EventStore.Snapshot, shared: Set<Condition> = []) {
        self.snapshot = snapshot
        self.shared = shared
    }

    /// The units of a level.
    mutating func units(_ level: ActorLevel) -> UnitTable {
        if let table = units[level] { return table }
        let table = UnitTable(level, in: snapshot)
        units[level] = table
        return table
    }

    /// The keys of a kind.
    mutating func keys(_ key: MatchKey) -> KeyIndex {
        if let index = keys[key] { return index }
        let index = KeyIndex(key, units: units(key.level), in: snapshot)
        keys[key] = index
        return index
    }

    /// For each row, which of the plan's own conditions hold.
    mutating func masks(_ plan: SequencePlan) -> [UInt32] {
        var masks = [UInt32](repeating: 0, count: snapshot.count)
        for (number, condition) in plan.ownConditions.enumerated() {
            let bit = UInt32(1) << UInt32(number)
            let verdicts = verdicts(condition)
            masks.withUnsafeMutableBufferPointer { masks in
                verdicts.withUnsafeBufferPointer { verdicts in
                    for row in masks.indices { masks[row] |= verdicts[row] != 0 ? bit : 0 }
                }
            }
        }
        return masks
    }

    private mutating func verdicts(_ condition: Condition) -> [UInt8] {
        if let known = verdicts[condition] { return known }
        let fresh = OwnCondition(condition, in: snapshot).verdicts(in: snapshot)
        if shared.contains(condition) { verdicts[condition] = fresh }
        return fresh
    }
}
