// The events of a snapshot in the VM of a pack.
import EventModel
import LuaRuntime

/// Events as rows of the snapshot that a VM is bound to.
struct EventBinding: EventValues {
    private let snapshot: EventStore.Snapshot

    /// Binds a VM to a snapshot.
    init(_ vm: VM, _ snapshot: EventStore.Snapshot, rule: String) throws(RuleError) {
        self.snapshot = snapshot
    }

    func value(row: Int) -> Value {
        let event = snapshot.event(at: row)
        let names = { (actors: [Actor]) in Value.string(AlertBuilder.list(actors.map(\.name))) }
        return .table([
            "row": .integer(row), "id": .string(event.id), "source": names(event.source),
            "target": names(event.target), "type": .string(event.type.rawValue),
            "hostility": .integer(event.hostility), "killed": event.killed.map(Value.integer) ?? .nil,
        ])
    }

    func row(of value: Value) -> Int? {
        guard case .table(let table) = value, case .integer(let row) = table["row"] else { return nil }
        return row
    }

    func selection() throws(LuaError) -> Value {
        .table(Table(sequence: (0..<snapshot.count).map(value(row:))))
    }
}
