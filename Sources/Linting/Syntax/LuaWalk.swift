// Visits every expression and statement of a text, with what each stands in.

/// A walk over statements.
struct LuaWalk {
    /// What is called for each expression, with the expressions around it, outermost first.
    var onExpression: (LuaExpression, [LuaExpression]) -> Void = { _, _ in }
    /// What is called for each statement.
    var onStatement: (LuaStatement) -> Void = { _ in }

    /// Visits statements in the order of the text.
    func visit(_ statements: [LuaStatement]) {
        for statement in statements { visit(statement, []) }
    }

    /// Visits an expression and what it is made of.
    func visit(_ expression: LuaExpression) { visit(expression, []) }

    private func visit(_ statements: [LuaStatement], _ around: [LuaExpression]) {
        for statement in statements { visit(statement, around) }
    }

    private func visit(_ expressions: [LuaExpression], _ around: [LuaExpression]) {
        for expression in expressions { visit(expression, around) }
    }

    private func visit(_ statement: LuaStatement, _ around: [LuaExpression]) {
        onStatement(statement)
        switch statement.kind {
        case .local(_, let values), .returns(let values): visit(values, around)
        case .assign(let targets, let values): visit(targets + values, around)
        case .call(let call): visit(call, around)
        case .block(let body): visit(body, around)
        case .whileLoop(let condition, let body):
            visit(condition, around)
            visit(body, around)
        case .repeatLoop(let body, let condition):
            visit(body, around)
            visit(condition, around)
        case .branch(let arms, let rest):
            for (condition, body) in arms {
                visit(condition, around)
                visit(body, around)
            }
            visit(rest ?? [], around)
        case .numericFor(_, let values, let body), .genericFor(_, let values, let body):
            visit(values, around)
            visit(body, around)
        case .function(let target, let function):
            visit(target, around)
            visit(function.body, around)
        case .localFunction(_, let function): visit(function.body, around)
        case .jump: break
        }
    }

    private func visit(_ expression: LuaExpression, _ around: [LuaExpression]) {
        onExpression(expression, around)
        let inside = around + [expression]
        switch expression.kind {
        case .nil, .boolean, .vararg, .number, .string, .name: break
        case .index(let value, let key): visit([value, key], inside)
        case .call(let function, let arguments): visit([function] + arguments, inside)
        case .method(let value, _, let arguments): visit([value] + arguments, inside)
        case .function(let function): visit(function.body, inside)
        case .binary(_, let left, let right): visit([left, right], inside)
        case .unary(_, let value), .parenthesis(let value): visit(value, inside)
        case .table(let fields): for field in fields { visit((field.key.map { [$0] } ?? []) + [field.value], inside) }
        }
    }
}
