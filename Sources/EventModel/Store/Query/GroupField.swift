// What events can be grouped by.

/// A field that events are grouped by; an event with several values stands in several groups, one without in none.
public enum GroupField: Sendable, Hashable {
    case type
    case quad
    case modality
    case hostility
    case mode
    case cameo
    case context
    case weapon
    case speaker
    case article
    /// The name of the place.
    case location
    /// Each actor on one side.
    case side(Side, RollUp)
    /// Each actor on either side.
    case actor(RollUp)
    /// Each source with each target.
    case dyad(RollUp)
    /// Each source with each target, whichever did it.
    case pair(RollUp)

    /// The names that queries use.
    public static let names = [
        "type", "quad", "modality", "hostility", "mode", "cameo", "context", "weapon", "speaker", "article", "location",
        "source", "target", "actor", "dyad", "pair",
    ]

    /// The field of a name, with the level for actors, dyads and pairs; throws `unknown_group_field`.
    public init(_ name: String, level: RollUp = .id) throws(QueryError) {
        switch name {
        case "type": self = .type
        case "quad": self = .quad
        case "modality": self = .modality
        case "hostility": self = .hostility
        case "mode": self = .mode
        case "cameo": self = .cameo
        case "context": self = .context
        case "weapon": self = .weapon
        case "speaker": self = .speaker
        case "article": self = .article
        case "location": self = .location
        case "source": self = .side(.source, level)
        case "target": self = .side(.target, level)
        case "actor": self = .actor(level)
        case "dyad": self = .dyad(level)
        case "pair": self = .pair(level)
        default: throw .unknown("group field", name, among: Self.names)
        }
    }
}
