// An example in the documentation, which is also a test.

/// Lua code and what it gives.
public struct LuaExample: Sendable, Equatable {
    /// The code, as the REPL takes it.
    public let code: String
    /// The values as the REPL shows them, joined by `, `; an error as `error: ` and its message.
    public let result: String

    /// An example.
    public init(_ code: String, gives result: String) {
        self.code = code
        self.result = result
    }
}
