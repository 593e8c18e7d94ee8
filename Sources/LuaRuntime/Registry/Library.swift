// Functions and types that one room adds to the scripts' vocabulary.

/// A named group of functions, and the types that they hand out.
public struct Library: Sendable {
    /// The global table the functions are in (`events`), dotted where deeper; empty where they are globals themselves.
    public let name: String
    /// One sentence.
    public let summary: String
    /// The functions.
    public let functions: [LuaFunction]
    /// The types of the objects that they return.
    public let types: [LuaType]

    /// A library.
    public init(_ name: String, _ summary: String, functions: [LuaFunction], types: [LuaType] = []) {
        self.name = name
        self.summary = summary
        self.functions = functions
        self.types = types
    }

    /// A function's full name: `events.count`.
    public func path(of function: LuaFunction) -> String {
        name.isEmpty ? function.name : "\(name).\(function.name)"
    }
}
