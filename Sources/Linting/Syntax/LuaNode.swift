// The parts of a Lua text: expressions and statements, each with its place.

/// An expression.
struct LuaExpression: Sendable, Hashable {
    /// What it is.
    let kind: Kind
    /// Where it stands, in bytes.
    let range: Range<Int>

    indirect enum Kind: Sendable, Hashable {
        case `nil`
        case boolean(Bool)
        case vararg
        case number(String)
        case string(String)
        case name(String)
        /// `a.b` and `a["b"]`.
        case index(LuaExpression, key: LuaExpression)
        case call(LuaExpression, [LuaExpression])
        case method(LuaExpression, LuaName, [LuaExpression])
        case function(LuaFunctionBody)
        case binary(String, LuaExpression, LuaExpression)
        case unary(String, LuaExpression)
        case table([LuaField])
        case parenthesis(LuaExpression)
    }

    /// The name, where it is one.
    var name: String? { if case .name(let name) = kind { name } else { nil } }
    /// The text, where it is a string.
    var string: String? { if case .string(let text) = kind { text } else { nil } }
    /// The entries, where it is a table.
    var fields: [LuaField]? { if case .table(let fields) = kind { fields } else { nil } }
    /// The function called and its arguments, where it is a call.
    var call: (function: LuaExpression, arguments: [LuaExpression])? {
        if case .call(let function, let arguments) = kind { (function, arguments) } else { nil }
    }
}

/// A name where it is given.
struct LuaName: Sendable, Hashable {
    let text: String
    let range: Range<Int>
}

/// An entry of a table.
struct LuaField: Sendable, Hashable {
    /// The name, nil in lists and where the key is computed.
    let name: LuaName?
    /// The key in brackets.
    let key: LuaExpression?
    let value: LuaExpression
    /// From its key to the end of its value.
    let range: Range<Int>

    /// Whether it is an entry of a list.
    var isPositional: Bool { name == nil && key == nil }
}

/// A function without its name.
struct LuaFunctionBody: Sendable, Hashable {
    let parameters: [LuaName]
    let body: [LuaStatement]
    let range: Range<Int>
}

/// A statement.
struct LuaStatement: Sendable, Hashable {
    let kind: Kind
    let range: Range<Int>

    indirect enum Kind: Sendable {
        case local([LuaName], [LuaExpression])
        case assign([LuaExpression], [LuaExpression])
        case call(LuaExpression)
        case block([LuaStatement])
        case whileLoop(LuaExpression, [LuaStatement])
        case repeatLoop([LuaStatement], LuaExpression)
        case branch([(LuaExpression, [LuaStatement])], [LuaStatement]?)
        case numericFor(LuaName, [LuaExpression], [LuaStatement])
        case genericFor([LuaName], [LuaExpression], [LuaStatement])
        case function(LuaExpression, LuaFunctionBody)
        case localFunction(LuaName, LuaFunctionBody)
        case returns([LuaExpression])
        case jump
    }

    // Statements of one text: the place tells them apart.
    static func == (left: LuaStatement, right: LuaStatement) -> Bool { left.range == right.range }
    func hash(into hasher: inout Hasher) { hasher.combine(range) }
}
