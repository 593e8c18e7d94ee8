// What a script came to, and Lua values, as rows of output.
import LuaRuntime
import Rendering

extension ScriptResult {
    /// The record that `brink run` prints.
    var record: Record {
        [
            "script": .text(script), "outcome": .text(outcome.rawValue), "value": RecordValue(value),
            "message": .text(message),
        ]
    }
}

extension RecordValue {
    /// A Lua value as a row can hold it: sequences become lists, other tables records, the rest its text.
    init(_ value: Value) {
        switch value {
        case .nil: self = .null
        case .boolean(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .number(value)
        case .string(let text): self = .text(text)
        case .bytes(let bytes): self = .text(String(decoding: bytes, as: UTF8.self))
        case .table(let table): self = Self(table)
        case .function, .object, .handle, .opaque: self = .text(value.jsonText)
        }
    }

    private init(_ table: Table) {
        let sequence = table.sequence
        guard sequence.count < table.entries.count || sequence.isEmpty else {
            self = .list(sequence.map { RecordValue($0) })
            return
        }
        var record = Record()
        for entry in table.entries {
            if case .string(let key) = entry.key { record.append(key, RecordValue(entry.value)) }
        }
        self = .record(record)
    }
}
