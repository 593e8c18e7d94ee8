// The one table of Lua functions that bindings, help, completion, LuaCATS and the reference page are made from.

/// Every library that scripts can use, in the order in which rooms added them.
public struct Registry: Sendable {
    /// The libraries.
    public private(set) var libraries: [Library]

    /// A registry of libraries.
    public init(_ libraries: [Library] = []) {
        self.libraries = libraries
    }

    /// Adds a room's library.
    public mutating func add(_ library: Library) {
        libraries.append(library)
    }

    /// A thing that documentation can be asked for.
    public struct Entry: Sendable {
        /// The full name: `events.count`, `Duration:days`, `Duration.hours`.
        public let path: String
        /// The function behind it.
        public let function: LuaFunction
    }

    /// Every function, method and property with its full name, operators left out.
    public var entries: [Entry] {
        libraries.flatMap { library in
            let functions = library.functions.map { Entry(path: library.path(of: $0), function: $0) }
            let members = library.types.flatMap { type in
                type.methods.map { Entry(path: "\(type.name):\($0.name)", function: $0) }
                    + type.properties.map { Entry(path: "\(type.name).\($0.name)", function: $0) }
            }
            return functions + members
        }
    }

    /// The entry of a full name, nil where there is none.
    public func entry(_ path: String) -> Entry? {
        entries.first { $0.path == path }
    }

    /// The examples that do not give what they say, as sentences; empty where all hold.
    ///
    /// Each runs in a fresh VM, which `prepare` may give what examples stand on.
    public func failingExamples(prepare: (VM) throws(LuaError) -> Void = { _ throws(LuaError) in }) -> [String] {
        libraries.flatMap { library in
            let members = library.types.flatMap { $0.methods + $0.properties + $0.operators }
            return (library.functions + members).flatMap { function in
                function.examples.compactMap { failure(of: $0, in: function, prepare) }
            }
        }
    }

    private func failure(
        of example: LuaExample,
        in function: LuaFunction,
        _ prepare: (VM) throws(LuaError) -> Void
    ) -> String? {
        let shown: String
        do throws(LuaError) {
            let vm = try VM(limits: Limits(deadline: .seconds(5)), registry: self)
            try prepare(vm)
            switch try vm.evaluate(example.code, chunk: "example") {
            case .values(let values): shown = values.map(vm.describe).joined(separator: ", ")
            case .unfinished: shown = "unfinished"
            }
        } catch {
            shown = "error: \(error.message)"
        }
        guard shown != example.result else { return nil }
        return "\(function.name): '\(example.code)' gives '\(shown)', not '\(example.result)'"
    }
}
