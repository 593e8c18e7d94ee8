// What else an action line says of its act.

/// The flags of an action line; their names are those of the data files.
public struct ActionFlags: OptionSet, Sendable, Hashable {
    /// The flags as bits.
    public let rawValue: UInt32

    /// The flags with these bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The parties do it to each other.
    public static let mutual = ActionFlags(rawValue: 1 << 0)
    /// It is done in words, so that the speaker of a quotation is its source.
    public static let speech = ActionFlags(rawValue: 1 << 1)
    /// The word has other senses: the source must play a political or armed role.
    public static let strict = ActionFlags(rawValue: 1 << 2)
    /// Without a target it is no event.
    public static let object = ActionFlags(rawValue: 1 << 3)
    /// The source must be a government or one who acts for it, the target a state, its people or its places.
    public static let official = ActionFlags(rawValue: 1 << 4)
    /// The source must be a state or armed.
    public static let forces = ActionFlags(rawValue: 1 << 5)
    /// Both sides must be states.
    public static let states = ActionFlags(rawValue: 1 << 6)
    /// The word is common in sport, business and figures of speech: only with armed parties or beside weapons and victims.
    public static let war = ActionFlags(rawValue: 1 << 7)
    /// The target is who was harmed, so that counts of victims belong to it.
    public static let victim = ActionFlags(rawValue: 1 << 8)
    /// The source may be any people.
    public static let crowd = ActionFlags(rawValue: 1 << 9)
    /// A declared readiness to act, which is a threat.
    public static let readiness = ActionFlags(rawValue: 1 << 10)
    /// Only when negated ("will not hesitate").
    public static let not = ActionFlags(rawValue: 1 << 11)
    /// Only in the future ("will respond").
    public static let future = ActionFlags(rawValue: 1 << 12)
    /// A noun that light verbs take ("launched an attack").
    public static let light = ActionFlags(rawValue: 1 << 13)
    /// Forces or weapons are shown, not used.
    public static let display = ActionFlags(rawValue: 1 << 14)
    /// A noun whose `of` is the victim, so that without a `by` it is no event.
    public static let byOnly = ActionFlags(rawValue: 1 << 15)
    /// It needs no target: an actor does it to what is its own.
    public static let own = ActionFlags(rawValue: 1 << 16)
    /// An embedding word that is an event even without an act as its complement.
    public static let bare = ActionFlags(rawValue: 1 << 17)

    /// Every flag under its name in the data files.
    public static let names: [(name: String, flag: ActionFlags)] = [
        ("mutual", .mutual), ("speech", .speech), ("strict", .strict), ("object", .object), ("official", .official),
        ("forces", .forces), ("states", .states), ("war", .war), ("victim", .victim), ("crowd", .crowd),
        ("readiness", .readiness), ("not", .not), ("future", .future), ("light", .light), ("display", .display),
        ("byonly", .byOnly), ("self", .own), ("bare", .bare),
    ]
}
