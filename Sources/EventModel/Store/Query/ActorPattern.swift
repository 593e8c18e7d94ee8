// Which actors a filter means: by any level of the roll-up, or by the parts that it names.
import CColumns

/// A condition on one actor; all the parts that are given must hold.
public struct ActorPattern: Sendable, Hashable {
    /// Equals the id, the name, the family, the backer or the country.
    public var any: String?
    /// Equals the id or the name.
    public var id: String?
    /// Equals the family.
    public var family: String?
    /// Equals the backer.
    public var backer: String?
    /// Equals the country.
    public var country: String?
    /// Is in this sector.
    public var sector: Sector?

    /// An actor known by this at any level: id, name, family, backer, country.
    public init(_ any: String) { self.any = any }

    /// An actor with these parts; a part that is nil may be anything.
    public init(
        id: String? = nil,
        family: String? = nil,
        backer: String? = nil,
        country: String? = nil,
        sector: Sector? = nil
    ) {
        self.id = id
        self.family = family
        self.backer = backer
        self.country = country
        self.sector = sector
    }

    /// Whether an actor of the record is meant.
    public func matches(_ actor: Actor) -> Bool {
        if let any, ![actor.id, actor.name, actor.family, actor.backer, actor.country].contains(any) { return false }
        if let id, actor.id != id, actor.name != id { return false }
        if let family, actor.family != family { return false }
        if let backer, actor.backer != backer { return false }
        if let country, actor.country != country { return false }
        if let sector, actor.sector != sector { return false }
        return true
    }
}

extension ActorPattern {
    /// The patterns of a name, a table of parts, or a list of these.
    public static func patterns(_ name: String, _ value: FilterValue) throws(QueryError) -> [ActorPattern] {
        var patterns: [ActorPattern] = []
        for element in value.elements {
            switch element {
            case .text(let text): patterns.append(ActorPattern(text))
            case .table(let parts): patterns.append(try pattern(name, parts))
            default: throw .wrongValue(name, element, "an actor's name, a table such as { sector = 'MIL' }, or a list")
            }
        }
        return patterns
    }

    private static func pattern(_ name: String, _ parts: [String: FilterValue]) throws(QueryError) -> ActorPattern {
        var pattern = ActorPattern()
        for (part, value) in parts.sorted(by: { $0.key < $1.key }) {
            guard case .text(let text) = value else { throw .wrongValue("\(name).\(part)", value, "a text") }
            switch part {
            case "id", "name": pattern.id = text
            case "family": pattern.family = text
            case "backer": pattern.backer = text
            case "country": pattern.country = text
            case "sector":
                guard let sector = Sector(rawValue: text) else {
                    throw QueryError(
                        code: "unknown_value",
                        message: "\(name).sector is never '\(text)'",
                        hint: Suggestion.hint(for: text, among: Sector.allCases.map(\.rawValue))
                    )
                }
                pattern.sector = sector
            default:
                throw .unknown("part of \(name)", part, among: ["id", "name", "family", "backer", "country", "sector"])
            }
        }
        return pattern
    }
}

extension EventStore.Snapshot {
    /// One byte for each actor: 1 where one of the patterns means it.
    func mask(_ patterns: [ActorPattern]) -> [UInt8] {
        (0..<Int(columns.counts.actors)).map { actor in
            let record = Actor(
                id: text(columns.actor_id[actor]) ?? "",
                name: text(columns.actor_name[actor]) ?? "",
                country: text(columns.actor_country[actor]),
                sector: Sector.column(columns.actor_sector[actor]),
                backer: text(columns.actor_backer[actor]),
                family: text(columns.actor_family[actor]),
                text: ""
            )
            return patterns.contains { $0.matches(record) } ? 1 : 0
        }
    }
}
