// What reaches an incremental engine: events as they are reported, in whatever order that is.
import EventModel

/// A report of an event, new or revised, or of its removal.
///
/// Of reports of one event the one of the highest revision counts, whichever comes first; of an event and a removal of
/// the same revision the removal counts. Two reports of the same event and revision must say the same.
public enum EventReport: Sendable, Hashable {
    /// The event is this, as of its revision.
    case event(Event)
    /// The event of this id is none, as of this revision.
    case removal(id: String, revision: Int)
}
