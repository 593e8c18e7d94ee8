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

    /// The units of the actors of a snapshot.
    init(_ level: ActorLevel, in snapshot: EventStore.Snapshot) {
        self.level = level
        let actors = (0..<Int(snapshot.columns.counts.actors)).map(snapshot.actor)
        var numbers: [String: UInt32] = [:]
        var units: [[UInt32]] = []
        units.reserveCapacity(actors.count)
        for actor in actors {
            let name = level.unit(actor)
            let number = numbers[name] ?? UInt32(numbers.count)
            numbers[name] = number
            units.append([number])
        }
        if level == .side { Self.addMembers(of: actors, to: &units) }
        unitsByActor = units
    }

    private static func addMembers(of actors: [Actor], to units: inout [[UInt32]]) {
        var members: [String: [Int]] = [:]
        for (number, actor) in actors.enumerated() {
            if let family = actor.family, family != actor.id { members[family, default: []].append(number) }
        }
        for (number, actor) in actors.enumerated() {
            for member in members[actor.id] ?? [] {
                guard actor.country == nil || actor.country == actors[member].country else { continue }
                for unit in units[member] where !units[number].contains(unit) { units[number].append(unit) }
            }
        }
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
