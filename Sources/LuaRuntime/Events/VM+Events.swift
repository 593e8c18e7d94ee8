// Events in a VM: binding a snapshot, events as values, rows through Lua functions.
import CSandbox
import EventModel

extension VM {
    /// Gives scripts the events of a context as the global `events`.
    ///
    /// Events that scripts hold from an earlier binding stay the same values and show what the new snapshot says of
    /// their ids; reading one that is gone is an error.
    public func bind(_ context: EventContext) throws(LuaError) {
        try perform { () throws(LuaError) in
            let owner = Unmanaged.passRetained(ObjectBox(context))
            var columns = context.snapshot.columns
            try withFailure { (failure) throws(LuaError) in
                // C lets go of the owner, also where this fails.
                guard brink_vm_bind_events(handle, &columns, owner.toOpaque(), failure) == Int32(BRINK_OK) else {
                    throw error(from: failure, chunk: nil)
                }
            }
        }
        try setGlobal("events", to: .object(EventSelection(Query(context.snapshot))))
    }

    /// What is bound, nil before the first binding.
    public var eventContext: EventContext? {
        let context = try? perform { () throws(LuaError) in
            brink_vm_events_owner(handle).map { Unmanaged<ObjectBox>.fromOpaque($0).takeUnretainedValue().object }
        }
        return context as? EventContext
    }

    /// The value of an event of the bound snapshot; the same row is the same value for scripts.
    public static func event(row: Int) -> Value {
        .handle(Handle(kind: EventKind.event, payload: UInt64(row)))
    }

    /// Asks a Lua function about each row of the bound snapshot and returns those that it answers true for.
    func select(_ rows: [UInt32], by predicate: FunctionReference) throws(LuaError) -> [UInt32] {
        try perform { () throws(LuaError) in
            var keep = [UInt8](repeating: 0, count: rows.count)
            try withFailure { (failure) throws(LuaError) in
                let kind = keep.withUnsafeMutableBufferPointer { keep in
                    brink_vm_select_events(
                        handle,
                        predicate.reference,
                        rows,
                        rows.count,
                        keep.baseAddress,
                        failure
                    )
                }
                guard kind == Int32(BRINK_OK) else { throw error(from: failure, chunk: nil) }
            }
            return zip(rows, keep).filter { $0.1 != 0 }.map(\.0)
        }
    }

    /// An iterator over rows of the bound snapshot, for `for … in`.
    func walk(_ rows: [UInt32]) throws(LuaError) -> Value {
        try perform { () throws(LuaError) in
            guard let walk = brink_rows_create(handle, rows, rows.count) else {
                throw LuaError(kind: .memory, message: "memory limit reached")
            }
            return .handle(Handle(kind: EventKind.rows, payload: UInt64(UInt(bitPattern: walk))))
        }
    }
}

/// The kinds of handles that events, dates and actors cross the wall as; events.h gives their payloads.
public enum EventKind {
    /// A row of the bound snapshot.
    public static let event = UInt32(BRINK_KIND_EVENT)
    /// A span of days.
    public static let date = UInt32(BRINK_KIND_DATE)
    /// A number of days.
    public static let duration = UInt32(BRINK_KIND_DURATION)
    /// All actors of one side of an event.
    public static let actors = UInt32(BRINK_KIND_ACTORS)
    /// One actor of an event.
    public static let actor = UInt32(BRINK_KIND_ACTOR)
    /// An iterator; into Lua only.
    static let rows = UInt32(BRINK_KIND_ROWS)
}
