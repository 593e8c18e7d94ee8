// A row of the gazetteer.

/// A place with all the ways to write it.
public struct GazetteerEntry: Sendable {
    /// The place.
    public let place: Place
    /// What sort of place it is.
    public let kind: PlaceKind
    /// The name and its other spellings.
    public let names: [Name]
    /// The line that gives it.
    public let line: LexiconLine

    /// A way to write a place.
    public struct Name: Sendable {
        /// The words; capitals in the name are needed in the text.
        public let phrase: String
        /// Whether it is also an ordinary word or a personal name (`~`) and needs a preposition of place before it.
        public let isAmbiguous: Bool
    }
}
