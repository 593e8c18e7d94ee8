// What is wrong with a pack, its archive, its signature, or where it comes from.
import EventModel

/// A pack that is refused, and why.
public struct PackError: Diagnostic, Equatable {
    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?

    /// A refusal.
    public init(_ code: String, _ message: String, location: SourceLocation? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
    }
}
