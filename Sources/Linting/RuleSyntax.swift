// The rules, sequences and steps of a file, found in its syntax, so that checks can point at them.

/// A rule as it is written: `rule "name" { … }`.
struct RuleSyntax: Sendable {
    let file: LintFile
    let name: String
    let nameRange: Range<Int>
    let fields: [LuaField]
    /// The braces and all between them.
    let range: Range<Int>
    /// From `rule` to the closing brace.
    let wholeRange: Range<Int>

    /// The entry of a key, nil where there is none.
    func field(_ name: String) -> LuaField? { fields.first { $0.name?.text == name } }

    /// The examples of `fires` or `silent`, as tables.
    func examples(_ list: String) -> [LuaExpression] {
        guard let value = field(list)?.value, let fields = file.scopes.value(value).fields else { return [] }
        return fields.filter(\.isPositional).map(\.value).filter { $0.fields != nil }
    }

    /// Its steps.
    var steps: [NamedTable] { tables(NamedTable.stepWords) }

    /// Whether it looks at windows of events, whose parts have no names of its own.
    var hasWindow: Bool { !tables(["window"]).isEmpty }

    /// The tables of words within the rule: of each `step "name" { … }`, `absent { … }`, `sequence { … }`.
    func tables(_ words: Set<String>) -> [NamedTable] {
        guard let match = field("match") else { return [] }
        return NamedTable.all(words, in: file.scopes.value(match.value), scopes: file.scopes)
    }
}

/// A word with a table: `step "first" { … }`, `absent { … }`.
struct NamedTable: Sendable {
    /// The name, where the word takes one.
    let name: LuaName?
    /// The entries of the table.
    let fields: [LuaField]
    /// The braces and all between them.
    let range: Range<Int>
    /// From the word to the closing brace.
    let wholeRange: Range<Int>

    /// The words that make steps.
    static let stepWords: Set<String> = ["followed_by", "immediately_followed_by", "step"]

    /// The words' tables within an expression, looking through local variables.
    static func all(_ words: Set<String>, in expression: LuaExpression, scopes: LuaScopes) -> [NamedTable] {
        var found: [NamedTable] = []
        var seen: Set<Int> = []
        func visit(_ expression: LuaExpression) {
            var walk = LuaWalk()
            walk.onExpression = { expression, _ in
                if let table = table(words, expression) {
                    if seen.insert(table.range.lowerBound).inserted { found.append(table) }
                } else if expression.name != nil {
                    let value = scopes.value(expression)
                    if value.range != expression.range { visit(value) }
                }
            }
            walk.visit(expression)
        }
        visit(expression)
        return found
    }

    /// The table of a call, nil where the expression is none of the words.
    static func table(_ words: Set<String>, _ expression: LuaExpression) -> NamedTable? {
        guard let (function, arguments) = expression.call, let last = arguments.last, let fields = last.fields else {
            return nil
        }
        if let name = function.name, words.contains(name) {
            return NamedTable(name: nil, fields: fields, range: last.range, wholeRange: expression.range)
        }
        guard let (inner, names) = function.call, let word = inner.name, words.contains(word), let name = names.first,
            let text = name.string
        else { return nil }
        return NamedTable(
            name: LuaName(text: text, range: name.range),
            fields: fields,
            range: last.range,
            wholeRange: expression.range
        )
    }

    /// The entry of a key, nil where there is none.
    func field(_ name: String) -> LuaField? { fields.first { $0.name?.text == name } }
}

extension LintFile {
    /// The rules of the file, in order.
    var rules: [RuleSyntax] {
        statements.compactMap { statement in
            guard case .call(let call) = statement.kind, let table = NamedTable.table(["rule"], call),
                let name = table.name
            else { return nil }
            return RuleSyntax(
                file: self,
                name: name.text,
                nameRange: name.range,
                fields: table.fields,
                range: table.range,
                wholeRange: table.wholeRange
            )
        }
    }

    /// The entries of the table that a manifest returns, nil where it returns none.
    var returnedFields: (fields: [LuaField], range: Range<Int>)? {
        guard case .returns(let values)? = statements.last?.kind, values.count == 1, let fields = values[0].fields
        else {
            return nil
        }
        return (fields, values[0].range)
    }

    /// Every string that a value amounts to: itself, the entries of a list, of a choice, of a local variable.
    func strings(_ value: LuaExpression) -> [(text: String, range: Range<Int>)] {
        let value = scopes.value(value)
        switch value.kind {
        case .string(let text): return [(text, value.range)]
        case .table(let fields): return fields.filter(\.isPositional).flatMap { strings($0.value) }
        case .call(let function, let arguments) where ["any", "all", "none"].contains(function.name):
            return arguments.flatMap(strings)
        case .parenthesis(let inner): return strings(inner)
        default: return []
        }
    }
}
