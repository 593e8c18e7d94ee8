// A Lua value on Swift's side: plain data, copied across the wall.

/// A value that came out of a VM or goes into one.
public enum Value: Sendable {
    /// No value.
    case `nil`
    /// True or false.
    case boolean(Bool)
    /// A whole number, Lua's integer subtype.
    case integer(Int)
    /// A floating-point number.
    case number(Double)
    /// A string that is UTF-8.
    case string(String)
    /// A string that is not UTF-8, as its bytes.
    case bytes([UInt8])
    /// A copy of a table.
    case table(Table)
    /// A function that lives in the VM it came from.
    case function(FunctionReference)
    /// A Swift object that scripts hold.
    case object(any HostObject)
    /// A row of data that C keeps, such as an event.
    case handle(Handle)
    /// The text of a value that cannot cross: a coroutine, or what lies too deep in a result that is only shown.
    case opaque(String)
}

extension Value {
    /// The truth of the value, as Lua sees it: only `nil` and `false` are false.
    public var isTrue: Bool {
        switch self {
        case .nil, .boolean(false): false
        default: true
        }
    }

    /// Lua's word for the type, or the object's own.
    public var typeName: String {
        switch self {
        case .nil: "nil"
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string, .bytes: "string"
        case .table: "table"
        case .function: "function"
        case .object(let object): type(of: object).luaTypeName
        case .handle: "userdata"
        case .opaque(let text): String(text.prefix { $0 != ":" })
        }
    }
}

extension Value: Equatable {
    /// Values are equal as Lua's `==` has it for plain data; tables by content, functions by reference.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.nil, .nil): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.integer(let left), .number(let right)): Double(left) == right
        case (.number(let left), .integer(let right)): left == Double(right)
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.table(let left), .table(let right)): left == right
        case (.function(let left), .function(let right)): left === right
        case (.object(let left), .object(let right)): left.isEqual(to: right)
        case (.handle(let left), .handle(let right)): left == right
        case (.opaque(let left), .opaque(let right)): left == right
        default: false
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
    /// A string value.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer value.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A boolean value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// A floating-point value.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// `nil`.
    public init(nilLiteral: ()) { self = .nil }
}
