// The one-a-day filter of event data: of one source, target, code and day, one event.
import Chronology
import EventModel

/// Keeps the first event of each source, target, CAMEO code and day, as ICEWS and KEDS count them.
///
/// Outlets repeat each other for days, which counts of events must not show (Schrodt and Van Brackle 2013). Unlike
/// merging, the filter looks at no sentence and no place: two attacks of one day on one target are one. Days are those
/// on which the events happened. An event without a day, a source or a target is kept, for it is not known to be the
/// same as any.
public struct OneADay: Sendable {
    private struct Key: Hashable {
        var source: [String]
        var target: [String]
        var cameo: String
        var date: DaySpan
        var modality: Modality
    }

    private var kept: [Key: String] = [:]
    /// By the id of an event that was left out, the id of the one that was kept for it.
    private var standsFor: [String: String] = [:]

    /// A filter that has seen no event.
    public init() {}

    /// The events that are the first of their kind on their day, among these and all that were filtered before.
    ///
    /// What answers an event that is left out answers the one that was kept for it.
    public mutating func filter(_ events: [Event]) -> [Event] {
        var first: [Event] = []
        for event in events {
            if let key = key(event) {
                if let known = kept[key] {
                    if known != event.id { standsFor[event.id] = known }
                    continue
                }
                kept[key] = event.id
            }
            first.append(event)
        }
        return first.map(answering)
    }

    private func key(_ event: Event) -> Key? {
        guard let date = event.date, let cameo = event.cameo, !event.source.isEmpty, !event.target.isEmpty else {
            return nil
        }
        return Key(
            source: event.source.map(\.id).sorted(),
            target: event.target.map(\.id).sorted(),
            cameo: cameo,
            date: date,
            modality: event.modality
        )
    }

    private func answering(_ event: Event) -> Event {
        guard event.inResponseTo.contains(where: { standsFor[$0] != nil }) else { return event }
        var event = event
        var answered: [String] = []
        for id in event.inResponseTo.map({ standsFor[$0] ?? $0 }) where id != event.id && !answered.contains(id) {
            answered.append(id)
        }
        event.inResponseTo = answered
        return event
    }
}
