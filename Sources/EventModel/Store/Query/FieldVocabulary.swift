// The words that closed fields take, so that a mistyped one is an error and not an empty answer.

/// The values of the closed fields; a list that was not handed in is open, and nothing is checked against it.
public struct FieldVocabulary: Sendable {
    /// The PLOVER modes of all types.
    public var modes: [String] = []
    /// The PLOVER contexts.
    public var contexts: [String] = []
    /// The CAMEO codes.
    public var cameo: [String] = []
    /// The weapons of the data.
    public var weapons: [String] = []

    /// Types, quad classes, modalities and sectors, which are closed everywhere; nothing else is checked.
    public init() {}

    /// The values of the ontology, and the weapons where they are given.
    public init(ontology: Ontology, weapons: [String] = []) {
        var modes: [String] = []
        for type in EventType.allCases {
            for mode in ontology.modes[type] ?? [] where !modes.contains(mode) { modes.append(mode) }
        }
        self.modes = modes
        contexts = ontology.contexts
        cameo = ontology.entries.map(\.cameo)
        self.weapons = weapons
    }
}
