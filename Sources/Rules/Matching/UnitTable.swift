// The numbers under which each actor stands at a level of the roll-up.
import CColumns
import EventModel

/// The units of a level: actors that are the same side share one.
///
/// At the level of sides, a family that a text names as such ("Iran-backed militias") stands for each of its members
/// that the snapshot knows, beside itself: a blow against one of them answers an attack by the family, while two
/// members remain two sides.
struct UnitTable {
    let level: ActorLevel
    private let unitsByActor: [[UInt32]]
    /// The name of each unit: what stands for it in other snapshots.
    let names: [String]

    /// The units of the actors of a snapshot; the roster says which actors are members of families.
    init(_ level: ActorLevel, in snapshot: EventStore.Snapshot, roster: FamilyRoster) {
        self.level = level
        let actors = (0..<Int(snapshot.columns.counts.actors)).map(snapshot.actor)
        var numbers: [String: UInt32] = [:]
        var names: [String] = []
        func number(_ name: String) -> UInt32 {
            if let number = numbers[name] { return number }
            let number = UInt32(names.count)
            numbers[name] = number
            names.append(name)
            return number
        }
        var units: [[UInt32]] = []
        units.reserveCapacity(actors.count)
        for actor in actors {
            var own = [number(level.unit(actor))]
            if level == .side {
                for name in roster.units(of: actor) {
                    let member = number(name)
                    if !own.contains(member) { own.append(member) }
                }
            }
            units.append(own)
        }
        unitsByActor = units
        self.names = names
    }

    /// The units of a list of actors, each once.
    func units(_ list: UInt32, in snapshot: EventStore.Snapshot) -> [UInt32] {
        let actors = snapshot.symbolList(list)
        if actors.count == 1, let actor = actors.first { return unitsByActor[Int(actor)] }
        var units: [UInt32] = []
        for actor in actors {
            for unit in unitsByActor[Int(actor)] where !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    /// The units of one side of a row's event.
    func units(_ row: Int, _ field: EventField, in snapshot: EventStore.Snapshot) -> [UInt32] {
        let side = Int(snapshot.columns.side[row])
        let list = field == .source ? snapshot.columns.side_source[side] : snapshot.columns.side_target[side]
        return units(list, in: snapshot)
    }
}
