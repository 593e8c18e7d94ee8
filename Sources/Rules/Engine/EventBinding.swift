// The events of a snapshot in the VM of a pack: native handles, one for each row.
import EventModel
import LuaRuntime

/// Events as rows of the snapshot that a VM is bound to.
struct EventBinding: EventValues {
    private let snapshot: EventStore.Snapshot

    /// Binds a VM to a snapshot, unless it is bound to it already.
    ///
    /// `offersAll`: the global `events` is there only for rules that are one function. What is asked of single events
    /// must not look at others, or matching again what has changed would miss what changed elsewhere.
    init(_ vm: VM, _ snapshot: EventStore.Snapshot, rule: String, offersAll: Bool) throws(RuleError) {
        self.snapshot = snapshot
        do throws(LuaError) {
            if vm.eventContext?.snapshot !== snapshot { try vm.bind(EventContext(snapshot: snapshot)) }
            try vm.setGlobal("events", to: offersAll ? .object(EventSelection(Query(snapshot))) : .nil)
        } catch {
            throw RuleError(error, rule: rule)
        }
    }

    func value(row: Int) -> Value { VM.event(row: row) }

    func row(of value: Value) -> Int? { value.eventRow }

    func selection() -> Value { .object(EventSelection(Query(snapshot))) }
}
