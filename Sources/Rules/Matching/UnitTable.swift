// The number under which each actor stands at a level of the roll-up.
import CColumns
import EventModel

/// The units of a level: actors that are the same side have the same number.
struct UnitTable {
    let level: ActorLevel
    private let unitsByActor: [UInt32]

    /// The units of the actors of a snapshot.
    init(_ level: ActorLevel, in snapshot: EventStore.Snapshot) {
        self.level = level
        let columns = snapshot.columns
        var numbers: [String: UInt32] = [:]
        var units: [UInt32] = []
        units.reserveCapacity(Int(columns.counts.actors))
        for actor in 0..<Int(columns.counts.actors) {
            let name = level.unit(snapshot.actor(actor))
            let number = numbers[name] ?? UInt32(numbers.count)
            numbers[name] = number
            units.append(number)
        }
        unitsByActor = units
    }

    /// The units of a list of actors, each once.
    func units(_ list: UInt32, in snapshot: EventStore.Snapshot) -> [UInt32] {
        var units: [UInt32] = []
        for actor in snapshot.symbolList(list) {
            let unit = unitsByActor[Int(actor)]
            if !units.contains(unit) { units.append(unit) }
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
