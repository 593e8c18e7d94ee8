// The arguments of one call from Lua, read with the errors that scripts expect.

/// What a script called a native function with.
///
/// Positions count from 1, as in Lua; a method's object is the first.
public struct Arguments: Sendable {
    /// The values, as given.
    public let values: [Value]
    /// The VM that calls.
    ///
    /// Functions among the arguments are run with `call`.
    public let vm: VM
    /// The function's name, for errors.
    public let function: String

    /// Arguments of a call.
    public init(values: [Value], vm: VM, function: String) {
        self.values = values
        self.vm = vm
        self.function = function
    }

    /// The number of arguments given.
    public var count: Int { values.count }

    /// The value at a position, nil where there is none.
    public subscript(position: Int) -> Value {
        values.indices.contains(position - 1) ? values[position - 1] : .nil
    }

    /// Whether nothing, or nil, was given at a position.
    public func isMissing(_ position: Int) -> Bool {
        if case .nil = self[position] { true } else { false }
    }

    /// The error that an argument at a position does not fit.
    public func mismatch(_ position: Int, expected: String) -> ArgumentError {
        let got = position > values.count ? "no value" : self[position].typeName
        return ArgumentError("bad argument #\(position) to '\(function)' (\(expected) expected, got \(got))")
    }

    /// The error that an argument has a value that makes no sense.
    public func invalid(_ position: Int, _ reason: String) -> ArgumentError {
        ArgumentError("bad argument #\(position) to '\(function)' (\(reason))")
    }

    /// A string.
    public func string(_ position: Int) throws(ArgumentError) -> String {
        guard case .string(let text) = self[position] else { throw mismatch(position, expected: "string") }
        return text
    }

    /// A whole number; a float with an integral value counts.
    public func integer(_ position: Int) throws(ArgumentError) -> Int {
        switch self[position] {
        case .integer(let number): return number
        case .number(let number):
            guard let exact = Int(exactly: number) else {
                throw invalid(position, "number has no integer representation")
            }
            return exact
        default: throw mismatch(position, expected: "integer")
        }
    }

    /// A number of either kind.
    public func number(_ position: Int) throws(ArgumentError) -> Double {
        switch self[position] {
        case .integer(let number): return Double(number)
        case .number(let number): return number
        default: throw mismatch(position, expected: "number")
        }
    }

    /// True or false.
    public func boolean(_ position: Int) throws(ArgumentError) -> Bool {
        guard case .boolean(let value) = self[position] else { throw mismatch(position, expected: "boolean") }
        return value
    }

    /// A table.
    public func table(_ position: Int) throws(ArgumentError) -> Table {
        guard case .table(let table) = self[position] else { throw mismatch(position, expected: "table") }
        return table
    }

    /// A function.
    public func callback(_ position: Int) throws(ArgumentError) -> FunctionReference {
        guard case .function(let reference) = self[position] else { throw mismatch(position, expected: "function") }
        return reference
    }

    /// An object of a Swift type.
    public func object<Object: HostObject>(_ position: Int, as type: Object.Type = Object.self) throws(ArgumentError)
        -> Object
    {
        guard case .object(let object) = self[position], let object = object as? Object else {
            throw mismatch(position, expected: type.luaTypeName)
        }
        return object
    }

    /// A handle of a kind.
    public func handle(_ position: Int, kind: UInt32, named name: String) throws(ArgumentError) -> Handle {
        guard case .handle(let handle) = self[position], handle.kind == kind else {
            throw mismatch(position, expected: name)
        }
        return handle
    }
}
