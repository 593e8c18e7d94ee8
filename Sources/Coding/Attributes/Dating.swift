// When an act happened, and what says so.
import Chronology

/// The days of an act.
struct Dating: Sendable {
    /// How a date was found, for traces.
    enum Rule: String {
        case clause = "a time beside the act"
        case sentence = "the one time of its sentence"
        case report = "the time of the report"
        case publication = "told without a time: the day of publication"
        case story = "the day of which the story goes on to tell"
        case before = "counted back from what came after it"
        case background = "told as what came before, without a day"
        case pointer = "a noun that only points back takes no day from its clause"
        case none = "no time told"
    }

    /// The days, nil where the text does not tell.
    var days: DaySpan?
    var rule: Rule
    /// The time expression that was taken, by its place among the article's.
    var time: Int?

    /// Whether no time beside the act gave its day.
    var isOpen: Bool {
        switch rule {
        case .publication, .sentence, .report, .none: true
        case .clause, .story, .before, .background, .pointer: false
        }
    }

    /// Whether the text itself gives the days.
    var isTold: Bool { rule != .publication && days != nil }
}
