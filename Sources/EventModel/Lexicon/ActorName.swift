// A name as texts write it, and what it says about its actor.

/// A way to write an actor's name.
public struct ActorName: Sendable {
    /// How the name stands for the actor.
    public enum Form: Sendable {
        /// The name itself ("Iran", "Hamas").
        case name
        /// An adjective ("Iranian").
        case adjective
        /// Its people ("Iranians").
        case people
        /// Its capital, which is a place or the government ("Tehran").
        case capital
        /// A seat of government, which is always the government ("Kremlin").
        case seat
        /// The last word of a person's name, good only beside a title or after the whole name.
        case surname
    }

    /// The words, spelled as they must be: capitals in the name are needed in the text.
    public let phrase: String
    /// The index of its actor in `ActorLexicon.entries`.
    public let entry: Int
    /// How it stands for the actor.
    public let form: Form
    /// Whether it is also an ordinary name or word (`~`), and is not taken beside an unknown capitalised word.
    public let isAmbiguous: Bool
    /// Whether the text must have the very same capitals (`=`).
    public let isExact: Bool
    /// The line that gives it.
    public let line: LexiconLine
}
