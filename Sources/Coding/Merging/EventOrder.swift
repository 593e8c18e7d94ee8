// The one order in which events stand: by day of publication, article and place in the text.
import Chronology
import EventModel

/// Orders events.
enum EventOrder {
    /// The events by (published, article id, span, trigger); unknown days come last.
    static func sorted(_ events: [Event]) -> [Event] { events.sorted(by: isBefore) }

    /// Whether an event stands before another.
    static func isBefore(_ left: Event, _ right: Event) -> Bool {
        let leftDay = left.published?.number ?? Int32.max
        let rightDay = right.published?.number ?? Int32.max
        if leftDay != rightDay { return leftDay < rightDay }
        if left.article != right.article { return left.article < right.article }
        if left.sentence != right.sentence { return left.sentence < right.sentence }
        if left.trigger.lowerBound != right.trigger.lowerBound {
            return left.trigger.lowerBound < right.trigger.lowerBound
        }
        return left.id < right.id
    }
}
