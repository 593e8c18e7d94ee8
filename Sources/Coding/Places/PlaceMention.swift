// A place in the text where a place is named.
import EventModel

/// A mention of a place.
public struct PlaceMention: Sendable {
    /// The tokens of its name.
    public var tokens: Range<Int>
    /// The token that carries the grammar.
    public var head: Int
    /// The place.
    public var place: Place
    /// What sort of place it is.
    public var kind: PlaceKind
    /// The preposition before it ("in", "near"), lower case, nil where there is none.
    public var preposition: String?
    /// Whether the preposition or an adverbial use makes it a place rather than an actor or an attribute.
    public var isLocative: Bool
    /// The line of the gazetteer.
    public var line: LexiconLine
}
