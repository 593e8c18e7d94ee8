// What the coder looked at and why it took it or not.
import EventModel

/// An act that was considered.
public struct Considered: Sendable {
    /// The words of the act.
    public var action: String
    /// The CAMEO code with the codebook's name for it.
    public var code: String
    /// Who would have done it.
    public var source: [Actor]
    /// To whom it would have been done.
    public var target: [Actor]
    /// The lines of the lexicon that made it, as `file:line words`.
    public var lines: [String]
    /// Why it is no event by itself, nil where nothing speaks against it.
    public var objection: String?
    /// The id of the event that it tells, alone or with acts of other sentences.
    public var event: String?
}
