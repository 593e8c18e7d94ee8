// How events go into Lua and come back: as rows of the snapshot that is being checked.
import EventModel
import LuaRuntime

/// Makes Lua values of the rows of a snapshot, and rows of values.
protocol EventValues: Sendable {
    /// The event of a row.
    func value(row: Int) -> Value
    /// The row of an event, nil where the value is none.
    func row(of value: Value) -> Int?
    /// All events, as a selection that rules narrow down.
    func selection() -> Value
}
