// All that this room finds in an article beyond its words and trees.

/// The times, counts, names, chains and attributions of a document.
public struct Annotations: Sendable {
    /// The time expressions, in order.
    public let times: [TimeExpression]
    /// The counts of victims, in order.
    public let counts: [CasualtyCount]
    /// The names, in order.
    public let names: [Name]
    /// The chains of names, pronouns and definite nouns.
    public let coreference: Coreference
    /// Who says, thinks or wants what.
    public let attributions: [Attribution]
}
