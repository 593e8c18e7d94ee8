// Files that are Lua tables: evaluated as data in a VM that has nothing to call, read key by key with their places.
import EventModel
import LuaRuntime

/// A file that returns a table of data.
struct DataFile: Sendable {
    /// The file.
    let file: RuleFile
    /// What it returns.
    let table: Table
    /// Where its keys stand.
    let places: KeyPlaces

    /// The most bytes of such a file.
    static let byteCountMax = 1 << 20

    /// Evaluates a file.
    ///
    /// The VM has none of Lua's functions, not even the methods of strings, but the libraries of `words`. What runs is
    /// held to 16 MiB, one second and 10⁷ instructions. `noun` names such files in messages.
    init(_ file: RuleFile, noun: String, words: Registry = Registry(), example: String) throws(RuleError) {
        self.file = file
        guard file.bytes.count <= Self.byteCountMax else {
            throw RuleError(
                code: "too_big",
                message: "\(noun) has at most \(Self.byteCountMax) bytes",
                location: SourceLocation(file: file.path)
            )
        }
        let text = try file.text()
        places = KeyPlaces(text, file: file.path)
        let values: [Value]
        do throws(LuaError) {
            let limits = Limits(memory: 16 << 20, deadline: .seconds(1), instructions: 10_000_000, output: 1)
            let vm = try VM(limits: limits, globals: .strict, registry: Registry())
            // On the VM's thread as a whole: a hundred ways there and back would take longer than all the rest.
            try vm.perform { () throws(LuaError) in
                let names = try vm.names()
                // Strings reach their methods through their metatable, so the library is emptied before it goes.
                for name in try vm.names(in: "string") { try vm.setGlobal("string.\(name)", to: .nil) }
                for name in names { try vm.setGlobal(name, to: .nil) }
                for library in words.libraries { try vm.add(library) }
            }
            values = try vm.run(text, chunk: file.path)
        } catch {
            var error = RuleError(error, rule: nil)
            if error.message.hasPrefix("undefined global") || error.message.contains("is not available to scripts") {
                error.hint = error.hint ?? "\(noun) is data: texts, numbers, true, false and tables"
            }
            throw error
        }
        guard case .table(let table) = values.first ?? .nil else {
            throw RuleError(
                code: "bad_manifest",
                message: "\(noun) returns a table",
                location: SourceLocation(file: file.path),
                hint: example
            )
        }
        self.table = table
    }

    /// An error about a key.
    func error(_ code: String, key path: [String], _ message: String, hint: String? = nil) -> RuleError {
        RuleError(code: code, message: message, location: places.key(path), hint: hint)
    }

    /// An error about a value, some characters into it.
    func error(
        _ code: String,
        value path: [String],
        _ message: String,
        offset: Int = 0,
        hint: String? = nil
    ) -> RuleError {
        RuleError(code: code, message: message, location: places.value(path, offset: offset), hint: hint)
    }

    /// The table at a path, nil where there is none.
    func table(_ path: [String]) throws(RuleError) -> Table? {
        switch value(path) {
        case .nil: return nil
        case .table(let table): return table
        case let other: throw mismatch(path, "a table", other)
        }
    }

    /// The text at a path, nil where there is none.
    func text(_ path: [String]) throws(RuleError) -> String? {
        switch value(path) {
        case .nil: return nil
        case .string(let text): return text
        case let other: throw mismatch(path, "text", other)
        }
    }

    /// The list of texts at a path; one text is a list of one, none is empty.
    func texts(_ path: [String]) throws(RuleError) -> [String] {
        switch value(path) {
        case .nil: return []
        case .string(let text): return [text]
        case .table(let list) where list.fields.isEmpty:
            var texts: [String] = []
            for (number, value) in list.sequence.enumerated() {
                guard case .string(let text) = value else {
                    throw mismatch(path + [String(number + 1)], "text", value)
                }
                texts.append(text)
            }
            return texts
        case let other: throw mismatch(path, "a text or a list of texts", other)
        }
    }

    /// Throws on keys of the table at a path that are not among the known ones.
    func check(_ path: [String], known: [String], noun: String) throws(RuleError) {
        guard let table = try table(path) else { return }
        for (number, value) in table.sequence.enumerated() {
            throw error(
                "no_list",
                key: path + [String(number + 1)],
                "\(noun) takes named keys only, not a \(value.typeName) by itself",
                hint: "write key = value"
            )
        }
        for entry in table.fields {
            guard case .string(let key) = entry.key else {
                throw error("bad_key", key: path, "\(noun): a key must be a name")
            }
            guard known.contains(key) else {
                throw error(
                    "unknown_key",
                    key: path + [key],
                    "\(noun) has no key '\(key)'",
                    hint: Suggestion.hint(for: key, among: known)
                )
            }
        }
    }

    /// The error that a value is of another type than it should be.
    func mismatch(_ path: [String], _ wanted: String, _ got: Value) -> RuleError {
        let name =
            path.last.map { Int($0) == nil ? "'\($0)'" : "entry \($0) of '\(path.dropLast().last ?? "")'" } ?? "it"
        return error("bad_value", value: path, "\(name) must be \(wanted), not a \(got.typeName)")
    }

    private func value(_ path: [String]) -> Value {
        var value = Value.table(table)
        for name in path {
            guard case .table(let table) = value else { return .nil }
            if let number = Int(name), table.sequence.indices.contains(number - 1) {
                value = table.sequence[number - 1]
            } else {
                value = table[name]
            }
        }
        return value
    }
}
