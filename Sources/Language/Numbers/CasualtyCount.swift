// How many people were killed, wounded, captured or the like, as one place of the text says it.

/// A count of victims that the text gives.
public struct CasualtyCount: Sendable, Equatable {
    /// What befell them.
    public enum Kind: String, Sendable, CaseIterable {
        case killed, wounded, arrested, captured, kidnapped, missing, displaced
    }

    /// What befell them.
    public var kind: Kind
    /// How many, with what the text says of how sure it is.
    public var quantity: Quantity
    /// The tokens of the words that say what befell them.
    public var cue: Range<Int>
    /// The tokens that name the victims with their number ("at least 34 people").
    public var victims: Range<Int>
    /// Half-open Unicode scalar offsets from the first to the last word of victims and cue.
    public var span: Range<Int>
    /// The words of the victims and their number.
    public var text: String
}
