// Where the Lua functions of a rule look at events.

/// A function of a rule, with what its parameters are.
struct RuleFunctionSyntax: Sendable {
    let body: LuaFunctionBody
    /// The parameter that is the event of a step.
    let event: LuaName?
    /// The parameter that holds the events of all steps.
    let match: LuaName?
    /// The step that it is a condition of, nil for the wording of alerts.
    let step: NamedTable?
}

/// `e.killed`, `m.reply.killed`: a field of what is known to be an event.
struct EventAccess: Sendable {
    let expression: LuaExpression
    let key: LuaExpression
    /// The field's name.
    let name: String
    /// The expressions around it, outermost first.
    let around: [LuaExpression]
    /// The step whose event it is, nil where it is not known.
    let step: NamedTable?
}

extension RuleSyntax {
    /// The functions of the rule that get events.
    var functions: [RuleFunctionSyntax] {
        var found: [RuleFunctionSyntax] = []
        func body(_ expression: LuaExpression) -> LuaFunctionBody? {
            if case .function(let body) = file.scopes.value(expression).kind { body } else { nil }
        }
        if let alert = field("alert").flatMap({ body($0.value) }) {
            found.append(RuleFunctionSyntax(body: alert, event: nil, match: alert.parameters.first, step: nil))
        }
        for step in steps + tables(["absent"]) {
            for field in step.fields where field.isPositional || field.name?.text == "where" {
                guard let condition = body(field.value) else { continue }
                let parameters = condition.parameters
                found.append(
                    RuleFunctionSyntax(
                        body: condition,
                        event: parameters.first,
                        match: parameters.dropFirst().first,
                        step: step
                    )
                )
            }
        }
        return found
    }

    /// Every field of an event that the functions of the rule look at.
    var eventAccesses: [EventAccess] {
        var found: [EventAccess] = []
        let steps = steps
        for function in functions {
            var walk = LuaWalk()
            walk.onExpression = { expression, around in
                guard case .index(let owner, let key) = expression.kind, let name = key.string else { return }
                var step: NamedTable?
                if case .index(let inner, let bound) = owner.kind {
                    guard let match = function.match, let stepName = bound.string, file.means(inner, match) else {
                        return
                    }
                    step = steps.first { $0.name?.text == stepName }
                    // A run is a list of events.
                    guard step?.isRun != true else { return }
                } else {
                    guard let event = function.event, file.means(owner, event) else { return }
                    step = function.step
                }
                found.append(EventAccess(expression: expression, key: key, name: name, around: around, step: step))
            }
            walk.visit(function.body.body)
        }
        return found
    }
}

extension NamedTable {
    /// Whether the step binds a run of events.
    var isRun: Bool { fields.contains { ["times", "one_or_more"].contains($0.value.call?.function.name) } }
}

extension LintFile {
    /// Whether an expression names this parameter or variable.
    func means(_ expression: LuaExpression, _ name: LuaName) -> Bool {
        expression.name == name.text && scopes.local(at: expression)?.name.range == name.range
    }
}
