// A Swift type as scripts see it: methods, properties, operators.

/// What scripts can do with the objects of one Swift type.
public struct LuaType: Sendable {
    /// The name, as in `HostObject.luaTypeName`.
    public let name: String
    /// One sentence.
    public let summary: String
    /// `object:name(…)`; the object is the first argument.
    public let methods: [LuaFunction]
    /// `object.name`; the object is the only argument.
    public let properties: [LuaFunction]
    /// Metamethods by Lua's name: `__len`, `__tostring`, `__eq`, `__lt`, `__le`, `__add`, `__sub`, `__mul`,
    /// `__div`, `__unm`, `__concat`, `__call`, `__pairs`; `__index` is asked for keys that are not strings, such as
    /// `list[1]`.
    ///
    /// Operators of two operands must expect the object on either side.
    public let operators: [LuaFunction]

    /// Whether the sandbox itself makes its values, as it does events and dates; what stands here then documents it.
    public let isNative: Bool

    /// A type.
    public init(
        _ name: String,
        _ summary: String,
        methods: [LuaFunction] = [],
        properties: [LuaFunction] = [],
        operators: [LuaFunction] = [],
        isNative: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.methods = methods
        self.properties = properties
        self.operators = operators
        self.isNative = isNative
    }
}
