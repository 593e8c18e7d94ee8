// One line of the CAMEO table.

/// A CAMEO code with what it means in PLOVER.
public struct OntologyEntry: Sendable, Hashable {
    /// The code of two to four digits.
    public let cameo: String
    /// The codebook's name for it.
    public let name: String
    /// The Goldstein value, −10 to 10.
    public let goldstein: Double
    /// The PLOVER type, nil for root 01 and codes without one.
    public let type: EventType?
    /// The PLOVER mode, nil where the code has none.
    public let mode: String?
    /// The PLOVER contexts.
    public let contexts: [String]
}
