// Who did it, or to whom it was done.

/// An actor of an event, as the lexicon knows it and as the text names it.
public struct Actor: Sendable, Hashable {
    /// The lexicon's id (`kataib-hezbollah`), or a slug of the name where the lexicon does not know it.
    public var id: String
    /// The canonical name.
    public var name: String
    /// ISO 3166 alpha-3, or IGO, XKX, PSE; nil where unknown.
    public var country: String?
    /// The part of society, nil where unknown.
    public var sector: Sector?
    /// The country that backs a non-state actor, ISO 3166 alpha-3.
    public var backer: String?
    /// The id of the family that it belongs to, one level of the roll-up above `id`; not part of the record.
    public var family: String?
    /// The words of the text.
    public var text: String

    /// An actor with all that is known of it.
    public init(
        id: String,
        name: String,
        country: String? = nil,
        sector: Sector? = nil,
        backer: String? = nil,
        family: String? = nil,
        text: String
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.sector = sector
        self.backer = backer
        self.family = family
        self.text = text
    }
}
