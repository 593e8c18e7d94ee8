// A Lua function that a rule's author wrote.
import LuaRuntime

/// A function of a rule; equal where it is the same function.
public struct RuleFunction: Sendable, Hashable {
    /// The function in its VM.
    public let reference: FunctionReference

    /// Wraps a function.
    public init(_ reference: FunctionReference) { self.reference = reference }

    /// Equal where both are one function.
    public static func == (left: RuleFunction, right: RuleFunction) -> Bool { left.reference === right.reference }

    /// By identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(reference)) }
}
