// What the coder looked at and why it took it or not.
import EventModel

/// An act that was considered.
public struct Considered: Sendable {
    /// The sentence's place in the article, from 0.
    public var sentence: Int
    /// The words of the act.
    public var action: String
    /// The PLOVER type.
    public var type: EventType
    /// The CAMEO code.
    public var cameo: String
    /// Who would have done it.
    public var source: [Actor]
    /// To whom it would have been done.
    public var target: [Actor]
    /// Whether it is told as a fact.
    public var modality: Modality
    /// Why it is no event, nil where it is one.
    public var objection: String?
    /// The lines of the lexicon that made it, as `file:line words`.
    public var origins: [String]
}
