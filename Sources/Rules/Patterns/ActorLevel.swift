// The levels of the actor roll-up, at one of which a rule tells two sides apart.
import EventModel

/// A level of the roll-up, from the actor itself to the state that stands behind it.
public enum ActorLevel: String, Sendable, CaseIterable {
    /// The actor itself.
    case id
    /// The family of an armed group (Kataib Hezbollah: Iran-backed militias), else the actor itself.
    case family
    /// A state with all its organs, officials, firms and people; an armed group or a movement by itself.
    ///
    /// The default: "US forces", "Washington" and an American ship are one side, a militia in Iraq is not Iraq.
    case side
    /// The state that backs an actor, else its country, else the actor itself.
    case backer
    /// The country, else the actor itself.
    case country
}

extension ActorLevel {
    /// The sectors whose members are sides of their own: they live in a country but do not act for it.
    static let sectorsApart: Set<Sector> = [.rebels, .unidentifiedArmed, .criminals, .party, .opposition]

    /// The name under which an actor stands at this level.
    func unit(_ actor: Actor) -> String {
        // IGO is no country: the United Nations and NATO are two.
        let country = actor.country.flatMap { $0 == "IGO" ? nil : $0 }
        switch self {
        case .id: return actor.id
        case .family: return actor.family ?? actor.id
        case .side:
            if let country, !(actor.sector.map(Self.sectorsApart.contains) ?? false) { return country }
            return actor.id
        case .backer: return actor.backer ?? country ?? actor.id
        case .country: return country ?? actor.id
        }
    }
}
