// Which names of a text are local, which global, and what locals stand for.

/// The names of a text, resolved.
struct LuaScopes: Sendable {
    /// A local variable.
    struct Local: Sendable {
        let name: LuaName
        /// What it is declared as, nil for parameters and loop variables.
        var initial: LuaExpression?
        /// The whole declaration, nil for parameters and loop variables.
        var declaration: LuaStatement?
        /// Whether it is a parameter or a loop variable.
        var isParameter = false
        /// How often it is read.
        var readCount = 0
        /// How often it is given another value.
        var writeCount = 0
    }

    /// A global where it is read or written.
    struct Global: Sendable {
        let name: String
        let range: Range<Int>
        /// The statement that writes it, nil where it is read.
        let statement: LuaStatement?
        /// Whether it is written by a function.
        let isInFunction: Bool
    }

    /// The local variables, in the order of the text.
    private(set) var locals: [Local] = []
    /// The globals read and written, in the order of the text.
    private(set) var globals: [Global] = []
    private var bindings: [Int: Int] = [:]
    private var stack: [[String: Int]] = [[:]]
    private var functionDepth = 0

    /// Resolves the names of a text.
    init(_ statements: [LuaStatement]) {
        resolve(statements)
    }

    /// The local variable that a name in the text means, nil where it is a global.
    func local(at expression: LuaExpression) -> Local? { bindings[expression.range.lowerBound].map { locals[$0] } }

    /// The expression, or what the local variable that it names is declared as and never changed.
    func value(_ expression: LuaExpression) -> LuaExpression {
        guard expression.name != nil, let local = local(at: expression), local.writeCount == 0,
            let initial = local.initial, initial.range.lowerBound < expression.range.lowerBound
        else { return expression }
        return value(initial)
    }

    private mutating func scoped(_ body: (inout LuaScopes) -> Void) {
        stack.append([:])
        body(&self)
        stack.removeLast()
    }

    private mutating func declare(
        _ name: LuaName,
        initial: LuaExpression? = nil,
        declaration: LuaStatement? = nil,
        isParameter: Bool = false
    ) {
        stack[stack.count - 1][name.text] = locals.count
        locals.append(Local(name: name, initial: initial, declaration: declaration, isParameter: isParameter))
    }

    private func find(_ name: String) -> Int? {
        for scope in stack.reversed() {
            if let found = scope[name] { return found }
        }
        return nil
    }

    private mutating func resolve(_ statements: [LuaStatement]) {
        for statement in statements { resolve(statement) }
    }

    private mutating func resolve(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(let names, let values):
            for value in values { resolve(value) }
            for (place, name) in names.enumerated() {
                // Only where each name has a value of its own is it known what it stands for.
                let initial = names.count == values.count ? values[place] : nil
                declare(name, initial: initial, declaration: statement)
            }
        case .localFunction(let name, let function):
            declare(name, declaration: statement)
            resolve(function)
        case .assign(let targets, let values):
            for value in values { resolve(value) }
            for target in targets { write(target, statement) }
        case .function(let target, let function):
            write(target, statement)
            resolve(function)
        case .call(let call): resolve(call)
        case .returns(let values): for value in values { resolve(value) }
        case .block(let body): scoped { $0.resolve(body) }
        case .whileLoop(let condition, let body):
            resolve(condition)
            scoped { $0.resolve(body) }
        case .repeatLoop(let body, let condition):
            scoped {
                $0.resolve(body)
                $0.resolve(condition)
            }
        case .branch(let arms, let rest):
            for (condition, body) in arms {
                resolve(condition)
                scoped { $0.resolve(body) }
            }
            if let rest { scoped { $0.resolve(rest) } }
        case .numericFor(let name, let values, let body): loop([name], values, body)
        case .genericFor(let names, let values, let body): loop(names, values, body)
        case .jump: break
        }
    }

    private mutating func loop(_ names: [LuaName], _ values: [LuaExpression], _ body: [LuaStatement]) {
        for value in values { resolve(value) }
        scoped {
            for name in names { $0.declare(name, isParameter: true) }
            $0.resolve(body)
        }
    }

    private mutating func write(_ target: LuaExpression, _ statement: LuaStatement) {
        guard case .name(let name) = target.kind else { return resolve(target) }
        if let local = find(name) {
            locals[local].writeCount += 1
            bindings[target.range.lowerBound] = local
        } else {
            globals.append(
                Global(name: name, range: target.range, statement: statement, isInFunction: functionDepth > 0)
            )
        }
    }

    private mutating func resolve(_ function: LuaFunctionBody) {
        functionDepth += 1
        scoped {
            for parameter in function.parameters { $0.declare(parameter, isParameter: true) }
            $0.resolve(function.body)
        }
        functionDepth -= 1
    }

    private mutating func resolve(_ expression: LuaExpression) {
        switch expression.kind {
        case .nil, .boolean, .vararg, .number, .string: break
        case .name(let name):
            if let local = find(name) {
                locals[local].readCount += 1
                bindings[expression.range.lowerBound] = local
            } else {
                globals.append(
                    Global(name: name, range: expression.range, statement: nil, isInFunction: functionDepth > 0)
                )
            }
        case .index(let value, let key):
            resolve(value)
            resolve(key)
        case .call(let function, let arguments):
            resolve(function)
            for argument in arguments { resolve(argument) }
        case .method(let value, _, let arguments):
            resolve(value)
            for argument in arguments { resolve(argument) }
        case .function(let function): resolve(function)
        case .binary(_, let left, let right):
            resolve(left)
            resolve(right)
        case .unary(_, let value), .parenthesis(let value): resolve(value)
        case .table(let fields):
            for field in fields {
                if let key = field.key { resolve(key) }
                resolve(field.value)
            }
        }
    }
}
