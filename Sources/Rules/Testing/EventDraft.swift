// An event of an example, before it is one.
import Chronology
import EventModel

/// An event as an example lists it: what matters, the rest by default.
public struct EventDraft: Sendable {
    /// The names of the actors, as the lexicon knows them, or countries' codes.
    public var source: [ActorDraft] = []
    /// The names of the actors acted upon.
    public var target: [ActorDraft] = []
    /// The PLOVER type.
    public var type: EventType
    /// When.
    public var date: DaySpan?
    /// The rest, by field.
    public var mode: String?
    public var context: [String] = []
    public var cameo: String?
    public var modality = Modality.actual
    public var quoted = false
    public var speaker: String?
    public var aggregate = false
    public var place: String?
    public var weapon: [String] = []
    public var killed: Int?
    public var wounded: Int?
    public var hostility: Int?
    /// The places, from 1, of the events of the list that this one answers.
    public var answers: [Int] = []
    /// The sentence; made up from the rest where it is nil.
    public var text: String?
    /// The words of the act; the type's name where it is nil.
    public var action: String?
    /// When it was told.
    public var published: Day?
    /// The article's id.
    public var article = "example"

    /// An actor of an example: a name to look up, or what it is.
    public enum ActorDraft: Sendable, Hashable {
        case named(String)
        case known(Actor)
    }

    /// An event of a type.
    public init(type: EventType) { self.type = type }
}
