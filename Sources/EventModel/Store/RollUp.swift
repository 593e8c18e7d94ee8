// The levels at which actors are told apart, from the one in the text up to the country.

/// A level of the roll-up of actors; raw values are the names that rules use.
public enum RollUp: String, Sendable, CaseIterable {
    /// The actor itself.
    case id
    /// The family it belongs to (Iran-backed militias); the actor itself where it has none.
    case family
    /// The country that backs it, else its own; the actor itself where neither is known.
    case backer
    /// Its own country; the actor itself where it is unknown.
    case country
}
