// One function that scripts can call, with everything that is known about it.

/// A native function: its name and documentation, examples that are run as tests, and what it does.
public struct LuaFunction: Sendable {
    /// What it does with its arguments; runs on the VM's thread.
    ///
    /// An error thrown becomes a Lua error at the caller's line.
    public typealias Implementation = @Sendable (Arguments) throws -> [Value]

    /// The name within its library or type.
    public let name: String
    /// Parameters and results as documentation shows them: `(n: number) -> Duration`.
    public let signature: String
    /// One sentence.
    public let summary: String
    /// What it looks like in use.
    public let examples: [LuaExample]
    // nil where C has it and only the documentation is ours.
    let implementation: Implementation?

    /// A function.
    public init(
        _ name: String,
        _ signature: String,
        _ summary: String,
        examples: [LuaExample] = [],
        implementation: @escaping Implementation
    ) {
        self.name = name
        self.signature = signature
        self.summary = summary
        self.examples = examples
        self.implementation = implementation
    }

    /// The documentation of a function that every VM has by itself.
    public init(documented name: String, _ signature: String, _ summary: String, examples: [LuaExample] = []) {
        self.name = name
        self.signature = signature
        self.summary = summary
        self.examples = examples
        implementation = nil
    }
}
