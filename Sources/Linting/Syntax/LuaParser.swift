// Reads the tokens of a Lua text into statements (Lua 5.4 reference manual, §9).

/// A recursive-descent parser.
struct LuaParser {
    private let tokens: [LuaToken]
    private var place = 0
    private var depth = 0

    // As deep as Lua itself goes (LUAI_MAXCCALLS).
    private static let depthMax = 200

    private init(_ tokens: [LuaToken]) { self.tokens = tokens }

    /// The statements of a text.
    static func statements(_ tokens: [LuaToken]) throws(LuaSyntaxError) -> [LuaStatement] {
        var parser = LuaParser(tokens)
        let statements = try parser.block()
        guard parser.token.kind == .end else { throw parser.unexpected() }
        return statements
    }

    // MARK: tokens

    private var token: LuaToken { tokens[place] }
    private var lastEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

    private mutating func advance() -> LuaToken {
        let token = tokens[place]
        if token.kind != .end { place += 1 }
        return token
    }

    private mutating func take(_ text: String) -> Bool {
        guard token.is(text) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ text: String) throws(LuaSyntaxError) {
        guard take(text) else { throw unexpected("'\(text)' expected") }
    }

    private mutating func name() throws(LuaSyntaxError) -> LuaName {
        guard token.kind == .name else { throw unexpected("a name expected") }
        let token = advance()
        return LuaName(text: token.text, range: token.range)
    }

    private func unexpected(_ message: String? = nil) -> LuaSyntaxError {
        let near = token.kind == .end ? "the end" : "'\(token.text)'"
        return LuaSyntaxError(message: "\(message ?? "unexpected symbol") near \(near)", range: token.range)
    }

    // MARK: statements

    private mutating func block() throws(LuaSyntaxError) -> [LuaStatement] {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthMax else { throw unexpected("too deeply nested") }
        var statements: [LuaStatement] = []
        while token.kind != .end, !["end", "else", "elseif", "until"].contains(where: token.is) {
            if take(";") { continue }
            let isLast = token.is("return")
            statements.append(try statement())
            if isLast { break }
        }
        return statements
    }

    private mutating func statement() throws(LuaSyntaxError) -> LuaStatement {
        let start = token.range.lowerBound
        let kind = try statementKind()
        return LuaStatement(kind: kind, range: start..<lastEnd)
    }

    private mutating func statementKind() throws(LuaSyntaxError) -> LuaStatement.Kind {
        guard token.kind == .keyword || token.is("::") else { return try expressionStatement() }
        switch advance().text {
        case "local": return try local()
        case "if": return try branch()
        case "while":
            let condition = try expression()
            try expect("do")
            return .whileLoop(condition, try closed())
        case "do": return .block(try closed())
        case "for": return try loop()
        case "repeat":
            let body = try block()
            try expect("until")
            return .repeatLoop(body, try expression())
        case "function": return try function()
        case "return":
            var values: [LuaExpression] = []
            if token.kind != .end, !["end", "else", "elseif", "until", ";"].contains(where: token.is) {
                values = try expressions()
            }
            _ = take(";")
            return .returns(values)
        case "break": return .jump
        case "goto":
            _ = try name()
            return .jump
        case "::":
            _ = try name()
            try expect("::")
            return .jump
        default:
            place -= 1
            throw unexpected()
        }
    }

    /// A block and its `end`.
    private mutating func closed() throws(LuaSyntaxError) -> [LuaStatement] {
        let body = try block()
        try expect("end")
        return body
    }

    private mutating func local() throws(LuaSyntaxError) -> LuaStatement.Kind {
        if take("function") {
            let name = try name()
            return .localFunction(name, try functionBody())
        }
        var names: [LuaName] = []
        repeat {
            names.append(try name())
            if take("<") {
                _ = try name()
                try expect(">")
            }
        } while take(",")
        return .local(names, take("=") ? try expressions() : [])
    }

    private mutating func branch() throws(LuaSyntaxError) -> LuaStatement.Kind {
        var arms: [(LuaExpression, [LuaStatement])] = []
        repeat {
            let condition = try expression()
            try expect("then")
            arms.append((condition, try block()))
        } while take("elseif")
        let rest = take("else") ? try block() : nil
        try expect("end")
        return .branch(arms, rest)
    }

    private mutating func loop() throws(LuaSyntaxError) -> LuaStatement.Kind {
        var names = [try name()]
        if take("=") {
            let bounds = try expressions()
            try expect("do")
            return .numericFor(names[0], bounds, try closed())
        }
        while take(",") { names.append(try name()) }
        try expect("in")
        let values = try expressions()
        try expect("do")
        return .genericFor(names, values, try closed())
    }

    private mutating func function() throws(LuaSyntaxError) -> LuaStatement.Kind {
        let first = try name()
        var target = LuaExpression(kind: .name(first.text), range: first.range)
        while token.is(".") || token.is(":") {
            let isMethod = advance().text == ":"
            let key = try name()
            target = LuaExpression(
                kind: .index(target, key: LuaExpression(kind: .string(key.text), range: key.range)),
                range: first.range.lowerBound..<key.range.upperBound
            )
            if isMethod { break }
        }
        return .function(target, try functionBody())
    }

    private mutating func functionBody() throws(LuaSyntaxError) -> LuaFunctionBody {
        let start = lastEnd
        try expect("(")
        var parameters: [LuaName] = []
        if !take(")") {
            repeat {
                if take("...") { break }
                parameters.append(try name())
            } while take(",")
            try expect(")")
        }
        let body = try closed()
        return LuaFunctionBody(parameters: parameters, body: body, range: start..<lastEnd)
    }

    private mutating func expressionStatement() throws(LuaSyntaxError) -> LuaStatement.Kind {
        let first = try suffixed()
        guard token.is("=") || token.is(",") else {
            switch first.kind {
            case .call, .method: return .call(first)
            default: throw unexpected()
            }
        }
        var targets = [first]
        while take(",") { targets.append(try suffixed()) }
        try expect("=")
        return .assign(targets, try expressions())
    }

    // MARK: expressions

    private mutating func expressions() throws(LuaSyntaxError) -> [LuaExpression] {
        var values = [try expression()]
        while take(",") { values.append(try expression()) }
        return values
    }

    /// Left and right binding power; the right-associative ones bind less on their right.
    private static let powers: [String: (left: Int, right: Int)] = [
        "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3), "~=": (3, 3), "==": (3, 3),
        "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10),
        "*": (11, 11), "/": (11, 11), "//": (11, 11), "%": (11, 11), "^": (14, 13),
    ]

    private static let unaryPower = 12

    private mutating func expression(_ limit: Int = 0) throws(LuaSyntaxError) -> LuaExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthMax else { throw unexpected("too deeply nested") }
        let start = token.range.lowerBound
        var left: LuaExpression
        if ["not", "-", "#", "~"].contains(where: token.is) {
            let symbol = advance().text
            let value = try expression(Self.unaryPower)
            left = LuaExpression(kind: .unary(symbol, value), range: start..<lastEnd)
        } else {
            left = try simple()
        }
        while token.kind == .symbol || token.kind == .keyword, let power = Self.powers[token.text], power.left > limit {
            let symbol = advance().text
            let right = try expression(power.right)
            left = LuaExpression(kind: .binary(symbol, left, right), range: start..<lastEnd)
        }
        return left
    }

    private mutating func simple() throws(LuaSyntaxError) -> LuaExpression {
        let token = token
        func node(_ kind: LuaExpression.Kind) -> LuaExpression { LuaExpression(kind: kind, range: token.range) }
        switch (token.kind, token.text) {
        case (.number, let text):
            _ = advance()
            return node(.number(text))
        case (.string, let text):
            _ = advance()
            return node(.string(text))
        case (.keyword, "nil"):
            _ = advance()
            return node(.nil)
        case (.keyword, "true"), (.keyword, "false"):
            return node(.boolean(advance().text == "true"))
        case (.symbol, "..."):
            _ = advance()
            return node(.vararg)
        case (.symbol, "{"): return try table()
        case (.keyword, "function"):
            _ = advance()
            let body = try functionBody()
            return LuaExpression(kind: .function(body), range: token.range.lowerBound..<lastEnd)
        default: return try suffixed()
        }
    }

    private mutating func suffixed() throws(LuaSyntaxError) -> LuaExpression {
        let start = token.range.lowerBound
        var value: LuaExpression
        if take("(") {
            let inner = try expression()
            try expect(")")
            value = LuaExpression(kind: .parenthesis(inner), range: start..<lastEnd)
        } else {
            let name = try name()
            value = LuaExpression(kind: .name(name.text), range: name.range)
        }
        while let kind = try suffix(of: value) { value = LuaExpression(kind: kind, range: start..<lastEnd) }
        return value
    }

    private mutating func suffix(of value: LuaExpression) throws(LuaSyntaxError) -> LuaExpression.Kind? {
        switch (token.kind, token.text) {
        case (.symbol, "."):
            _ = advance()
            let key = try name()
            return .index(value, key: LuaExpression(kind: .string(key.text), range: key.range))
        case (.symbol, "["):
            _ = advance()
            let key = try expression()
            try expect("]")
            return .index(value, key: key)
        case (.symbol, ":"):
            _ = advance()
            let name = try name()
            return .method(value, name, try arguments())
        case (.symbol, "("), (.symbol, "{"), (.string, _): return .call(value, try arguments())
        default: return nil
        }
    }

    private mutating func arguments() throws(LuaSyntaxError) -> [LuaExpression] {
        if token.kind == .string || token.is("{") { return [try simple()] }
        try expect("(")
        if take(")") { return [] }
        let values = try expressions()
        try expect(")")
        return values
    }

    private mutating func table() throws(LuaSyntaxError) -> LuaExpression {
        let start = token.range.lowerBound
        try expect("{")
        var fields: [LuaField] = []
        while !token.is("}") {
            fields.append(try field())
            guard take(",") || take(";") else { break }
        }
        try expect("}")
        return LuaExpression(kind: .table(fields), range: start..<lastEnd)
    }

    private mutating func field() throws(LuaSyntaxError) -> LuaField {
        let start = token.range.lowerBound
        var name: LuaName?
        var key: LuaExpression?
        if token.kind == .name, tokens[place + 1].is("=") {
            name = try self.name()
            try expect("=")
        } else if take("[") {
            key = try expression()
            try expect("]")
            try expect("=")
        }
        let value = try expression()
        return LuaField(name: name, key: key, value: value, range: start..<lastEnd)
    }
}
