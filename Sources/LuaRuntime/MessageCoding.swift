// Plain data of the wall to values and back.

import CSandbox

// Reads and writes messages for one VM. Only on the VM's thread.
struct MessageCoding {
    let releases: FunctionReleases
    // The host's numbers of types, by name.
    var typeNumbers: [String: UInt32] = [:]

    // A value of a type that this VM was never told of.
    struct UnknownType: Error, CustomStringConvertible {
        let name: String
        var description: String { "objects of the type '\(name)' are not known to this VM" }
    }

    // MARK: out of Lua

    // All values of a message. Functions in it are owned by the values from here on.
    func decode(_ message: inout brink_message) -> [Value] {
        var position = 0
        var values: [Value] = []
        while position < message.count { values.append(value(message, &position)) }
        message.owns_functions = false
        return values
    }

    private func value(_ message: brink_message, _ position: inout Int) -> Value {
        guard position < message.count, let nodes = message.nodes else { return .nil }
        let node = nodes[position]
        position += 1
        switch Int(node.kind) {
        case BRINK_BOOLEAN: return .boolean(node.first != 0)
        case BRINK_INTEGER: return .integer(Int(node.first))
        case BRINK_NUMBER: return .number(Double(bitPattern: UInt64(bitPattern: node.first)))
        case BRINK_STRING: return string(message, node)
        case BRINK_TABLE: return .table(table(message, entries: node.second, &position))
        case BRINK_FUNCTION: return .function(FunctionReference(reference: node.first, releases: releases))
        case BRINK_OBJECT:
            guard let pointer = UnsafeRawPointer(bitPattern: Int(node.first)) else { return .nil }
            return .object(Unmanaged<ObjectBox>.fromOpaque(pointer).takeUnretainedValue().object)
        case BRINK_HANDLE: return .handle(Handle(kind: node.tag, payload: UInt64(bitPattern: node.first)))
        case BRINK_OPAQUE:
            guard case .string(let text) = string(message, node) else { return .opaque("value") }
            return .opaque(text)
        default: return .nil
        }
    }

    private func string(_ message: brink_message, _ node: brink_node) -> Value {
        let start = message.bytes.map { UnsafeRawPointer($0 + Int(node.first)) }
        let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(node.second))
        if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
        return .bytes(Array(bytes))
    }

    private func table(_ message: brink_message, entries: UInt64, _ position: inout Int) -> Table {
        var table = Table()
        table.entries.reserveCapacity(Int(entries))
        for _ in 0..<entries {
            let key = value(message, &position)
            table.entries.append(Table.Entry(key: key, value: value(message, &position)))
        }
        table.order()
        return table
    }

    // MARK: into Lua

    // Appends a value. Objects are retained for the message, which must own them.
    func encode(_ value: Value, into message: inout brink_message) throws(UnknownType) {
        switch value {
        case .nil: brink_message_append(&message, UInt32(BRINK_NIL), 0, 0, 0)
        case .boolean(let value): brink_message_append(&message, UInt32(BRINK_BOOLEAN), 0, value ? 1 : 0, 0)
        case .integer(let value): brink_message_append(&message, UInt32(BRINK_INTEGER), 0, Int64(value), 0)
        case .number(let value): brink_message_append_number(&message, value)
        case .string(let text): Self.append(text, into: &message)
        case .bytes(let bytes):
            bytes.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                brink_message_append_bytes(&message, UInt32(BRINK_STRING), start, bytes.count)
            }
        case .table(let table):
            brink_message_append(&message, UInt32(BRINK_TABLE), 0, 0, UInt64(table.entries.count))
            for entry in table.entries {
                try encode(entry.key, into: &message)
                try encode(entry.value, into: &message)
            }
        case .function(let function):
            guard function.releases === releases else { throw UnknownType(name: "function of another VM") }
            brink_message_append(&message, UInt32(BRINK_FUNCTION), 0, function.reference, 0)
        case .object(let object): try encode(object, into: &message)
        case .handle(let handle):
            brink_message_append(&message, UInt32(BRINK_HANDLE), handle.kind, Int64(bitPattern: handle.payload), 0)
        case .opaque(let text): Self.append(text, into: &message)
        }
    }

    private func encode(_ object: any HostObject, into message: inout brink_message) throws(UnknownType) {
        let name = type(of: object).luaTypeName
        guard let number = typeNumbers[name] else { throw UnknownType(name: name) }
        let box = Unmanaged.passRetained(ObjectBox(object))
        let bits = Int64(Int(bitPattern: box.toOpaque()))
        brink_message_append(&message, UInt32(BRINK_OBJECT), number, bits, 0)
        // A message that found no memory did not take it.
        if message.failed { box.release() }
    }

    static func append(_ text: String, into message: inout brink_message) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                brink_message_append_bytes(&message, UInt32(BRINK_STRING), bytes.baseAddress, bytes.count)
            }
        }
    }
}
