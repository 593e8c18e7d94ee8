// What the matcher is handed to ask a rule's own Lua functions.

/// Runs the functions of a rule.
protocol FunctionCaller {
    /// Whether a function says yes to a row's event, given what the steps are bound to.
    func holds(_ function: RuleFunction, row: Int, match: Match) throws(RuleError) -> Bool
}

/// For rules without functions: says yes to everything.
struct NoFunctions: FunctionCaller {
    func holds(_ function: RuleFunction, row: Int, match: Match) throws(RuleError) -> Bool { true }
}
