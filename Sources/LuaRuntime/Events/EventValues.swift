// Dates, durations, events and filters between Lua values and the types of EventModel.
import Chronology
import EventModel

extension Value {
    /// A date as scripts see it, nil where it is unknown.
    public static func date(_ span: DaySpan?) -> Value {
        guard let span else { return .nil }
        let (first, last) = (UInt32(bitPattern: span.start.number), UInt32(bitPattern: span.end.number))
        return .handle(Handle(kind: EventKind.date, payload: UInt64(first) << 32 | UInt64(last)))
    }

    /// A duration as scripts see it.
    public static func duration(days: Double) -> Value {
        .handle(Handle(kind: EventKind.duration, payload: days.bitPattern))
    }

    /// A whole number as an integer, any other as a float.
    static func count(_ number: Double) -> Value {
        Int(exactly: number).map(Value.integer) ?? .number(number)
    }

    /// The span of a date, or of a text that is one; nil for any other value.
    public var daySpan: DaySpan? {
        switch self {
        case .string(let text): return DaySpan(iso: text)
        case .handle(let handle) where handle.kind == EventKind.date:
            let first = Int32(truncatingIfNeeded: Int64(bitPattern: handle.payload >> 32))
            let last = Int32(truncatingIfNeeded: Int64(bitPattern: handle.payload))
            return DaySpan(Day(number: first), Day(number: last))
        default: return nil
        }
    }

    /// The number, whole or not; nil for any other value.
    var plainNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// The days of a duration, or of a number; nil for any other value.
    public var days: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .handle(let handle) where handle.kind == EventKind.duration: Double(bitPattern: handle.payload)
        default: nil
        }
    }

    /// The row of an event of the bound snapshot, nil for any other value and for an event that is gone.
    public var eventRow: Int? {
        guard case .handle(let handle) = self, handle.kind == EventKind.event, handle.payload < UInt64(UInt32.max)
        else { return nil }
        return Int(handle.payload)
    }
}

extension FilterValue {
    /// A value of a filter as a script wrote it; throws for what no filter takes, such as a function.
    ///
    /// An event stands for its id, an actor or an actor list for the ids of the actors.
    public init(_ value: Value, in snapshot: EventStore.Snapshot?) throws(QueryError) {
        if let span = value.daySpan, case .handle = value {
            self = .date(span)
            return
        }
        switch value {
        case .string(let text): self = .text(text)
        case .integer(let number): self = .number(Double(number))
        case .number(let number): self = .number(number)
        case .boolean(let flag): self = .flag(flag)
        case .table(let table): self = try Self.table(table, in: snapshot)
        case .object(let term as any FilterTerm): self = try term.filterValue(in: snapshot)
        case .handle(let handle):
            guard let snapshot, let found = Self.handle(handle, in: snapshot) else { fallthrough }
            self = found
        default:
            throw QueryError(code: "bad_value", message: "a filter cannot take a \(value.typeName)")
        }
    }

    private static func table(_ table: Table, in snapshot: EventStore.Snapshot?) throws(QueryError) -> FilterValue {
        if table.fields.isEmpty {
            var list: [FilterValue] = []
            for element in table.sequence { list.append(try FilterValue(element, in: snapshot)) }
            return .list(list)
        }
        return .table(try fields(table, in: snapshot))
    }

    /// The named values of a table; throws where it has others.
    public static func fields(
        _ table: Table,
        in snapshot: EventStore.Snapshot?
    ) throws(QueryError) -> [String: FilterValue] {
        var fields: [String: FilterValue] = [:]
        for entry in table.entries {
            guard case .string(let name) = entry.key else {
                throw QueryError(
                    code: "bad_filter",
                    message: "a filter's values need names",
                    hint: "such as { type = \"ASSAULT\" }"
                )
            }
            fields[name] = try FilterValue(entry.value, in: snapshot)
        }
        return fields
    }

    private static func handle(_ handle: Handle, in snapshot: EventStore.Snapshot) -> FilterValue? {
        if handle.kind == EventKind.event, handle.payload < UInt64(snapshot.count) {
            return .text(snapshot.id(Int(handle.payload)))
        }
        guard handle.kind == EventKind.actors || handle.kind == EventKind.actor else { return nil }
        let row = Int(handle.payload >> 32)
        guard row < snapshot.count else { return nil }
        let place = Int(handle.payload & 0xffff_ffff)
        let event = snapshot.event(at: row)
        let actors = place % 2 == 0 ? event.source : event.target
        guard place / 2 > 0 else { return .list(actors.map { .table(["id": .text($0.id)]) }) }
        guard place / 2 <= actors.count else { return nil }
        return .table(["id": .text(actors[place / 2 - 1].id)])
    }
}

extension Arguments {
    /// A day or a span, as a date or a text.
    func date(_ position: Int) throws(ArgumentError) -> DaySpan {
        guard let span = self[position].daySpan else {
            guard case .string = self[position] else { throw mismatch(position, expected: "date") }
            throw invalid(position, "a date is written 2024-01-23 or 2024-01-20/2024-01-23")
        }
        return span
    }
}
