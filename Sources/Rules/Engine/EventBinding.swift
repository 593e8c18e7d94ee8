// The events of a snapshot in the VM of a pack: native handles, one for each row.
import EventModel
import LuaRuntime

/// Events as rows of the snapshot that a VM is bound to.
struct EventBinding: EventValues {
    private let snapshot: EventStore.Snapshot

    /// Binds a VM to a snapshot, unless it is bound to it already.
    init(_ vm: VM, _ snapshot: EventStore.Snapshot, rule: String) throws(RuleError) {
        self.snapshot = snapshot
        guard vm.eventContext?.snapshot !== snapshot else { return }
        do throws(LuaError) {
            try vm.bind(EventContext(snapshot: snapshot))
        } catch {
            throw RuleError(error, rule: rule)
        }
    }

    func value(row: Int) -> Value { VM.event(row: row) }

    func row(of value: Value) -> Int? { value.eventRow }

    func selection() -> Value { .object(EventSelection(Query(snapshot))) }
}
