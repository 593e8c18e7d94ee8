// What the lexicon knows of one actor.
import Chronology

/// An actor that has a name of its own: a state, a people, an organization, a group or a person.
public struct ActorEntry: Sendable {
    /// What sort of thing the name stands for.
    public enum Kind: String, Sendable {
        case state
        case people
        case organization
        case group
        case person
    }

    /// What an actor was at some time: an office held, or the years that a group was active.
    public struct Term: Sendable {
        /// The office, empty for groups.
        public var role: String
        /// The country, ISO 3166 alpha-3.
        public var country: String?
        /// The part of society.
        public var sector: Sector?
        /// The first day, nil where it always was so.
        public var from: Day?
        /// The last day, nil where it still is so.
        public var to: Day?
        /// The line that says so.
        public var line: LexiconLine

        /// Whether the term covers the day; a term covers an unknown day where it has no end.
        public func covers(_ day: Day?) -> Bool {
            guard let day else { return to == nil }
            if let from, day < from { return false }
            if let to, day > to { return false }
            return true
        }
    }

    /// The slug of the name.
    public let id: String
    /// The canonical name.
    public let name: String
    /// What sort of thing it is.
    public let kind: Kind
    /// ISO 3166 alpha-3, or IGO, XKX, PSE; nil where it has none.
    public internal(set) var country: String?
    /// The part of society, nil where it has none.
    public internal(set) var sector: Sector?
    /// The country that backs it, ISO 3166 alpha-3.
    public internal(set) var backer: String?
    /// The id of the family it belongs to.
    public internal(set) var family: String?
    /// What it was when, in the files' order.
    public internal(set) var terms: [Term] = []
    /// The line that defines it.
    public let line: LexiconLine

    /// The term that covers the day, else the last that began before it, else the last.
    public func term(on day: Day?) -> Term? {
        if let now = terms.last(where: { $0.covers(day) }) { return now }
        guard let day else { return terms.last }
        return terms.last { ($0.from ?? day) <= day } ?? terms.first
    }
}

extension ActorEntry {
    /// The government of a state, as a party that the text does not name.
    public var government: Actor { Actor(id: id, name: name, country: country, sector: .government, text: name) }
}
