// What rules share while they look at one snapshot: keys, units, verdicts on conditions.
import EventModel
import Synchronization

/// The tables of one check, made as rules ask for them; any thread may ask.
final class MatchContext: Sendable {
    let snapshot: EventStore.Snapshot
    let stop: StopSign
    private struct Tables {
        var units: [ActorLevel: UnitTable] = [:]
        var keys: [MatchKey: KeyIndex] = [:]
        var names: [MatchKey: [String]] = [:]
        var verdicts: [Condition: [UInt8]] = [:]
        var alerts = RaisedAlerts()
    }

    private let tables = Mutex(Tables())
    private let shared: Set<Condition>
    private let roster: FamilyRoster

    /// A context for a snapshot; the verdicts on conditions that several rules ask for are kept.
    ///
    /// The roster says which actors belong to which family where the snapshot does not hold all events.
    init(
        _ snapshot: EventStore.Snapshot,
        shared: Set<Condition> = [],
        roster: FamilyRoster? = nil,
        stop: StopSign = StopSign()
    ) {
        self.snapshot = snapshot
        self.shared = shared
        self.stop = stop
        self.roster = roster ?? FamilyRoster(snapshot)
    }

    /// The units of a level.
    func units(_ level: ActorLevel) -> UnitTable {
        if let table = tables.withLock({ $0.units[level] }) { return table }
        let table = UnitTable(level, in: snapshot, roster: roster)
        tables.withLock { $0.units[level] = table }
        return table
    }

    /// The keys of a kind.
    func keys(_ key: MatchKey) -> KeyIndex {
        if let index = tables.withLock({ $0.keys[key] }) { return index }
        let index = KeyIndex(key, units: units(key.level), in: snapshot)
        tables.withLock { $0.keys[key] = index }
        return index
    }

    /// The alerts that other rules may ask for, of the rules that have run.
    var alerts: RaisedAlerts { tables.withLock { $0.alerts } }

    /// Takes in all alerts that rules may ask for.
    func take(_ alerts: RaisedAlerts) { tables.withLock { $0.alerts = alerts } }

    /// Takes in the alerts of a rule for others to ask for.
    func add(_ alerts: [Alert]) { tables.withLock { $0.alerts.add(alerts, in: snapshot) } }

    /// For each row, which of the plan's own conditions hold.
    func masks(_ plan: SequencePlan) -> [UInt32] {
        var masks = [UInt32](repeating: 0, count: snapshot.count)
        for (number, condition) in plan.ownConditions.enumerated() where !stop.isRaised {
            let bit = UInt32(1) << UInt32(number)
            let verdicts = verdicts(condition)
            masks.withUnsafeMutableBufferPointer { masks in
                verdicts.withUnsafeBufferPointer { verdicts in
                    // A verdict is 0 or 1.
                    for row in masks.indices { masks[row] |= UInt32(verdicts[row]) &* bit }
                }
            }
        }
        return masks
    }

    /// For each row, 1 where a condition on single events holds; rubbish once the sign to stop is raised.
    @discardableResult
    func verdicts(_ condition: Condition) -> [UInt8] {
        if let known = tables.withLock({ $0.verdicts[condition] }) { return known }
        let fresh = OwnCondition(condition, in: snapshot, alerts: alerts).verdicts(in: snapshot, stop: stop)
        if shared.contains(condition) { tables.withLock { $0.verdicts[condition] = fresh } }
        return fresh
    }
}

extension MatchContext {
    /// The names of the keys of a kind, in the order of its groups.
    func keyNames(_ key: MatchKey) -> [String] {
        if let names = tables.withLock({ $0.names[key] }) { return names }
        let index = keys(key)
        let units = units(key.level)
        let names = index.groups.map { index.name(of: $0, key, units: units, in: snapshot) }
        tables.withLock { $0.names[key] = names }
        return names
    }
}
