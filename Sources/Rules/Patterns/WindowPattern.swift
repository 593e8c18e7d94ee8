// What a rule asks of all the events of a key within a time: how many, how hard, how unusual.
import EventModel

/// A stretch of time and what must hold for the events of one key in it.
public struct WindowPattern: Sendable, Hashable {
    /// How windows lie in time; an event stands in them on its first day.
    public enum Span: Sendable, Hashable {
        /// The days up to and with each day on which something happens.
        case sliding(days: Int)
        /// So many days, one window after the other, counted from a Monday.
        case tumbling(days: Int)
        /// Days, weeks or months of the calendar.
        case calendar(Period)
        /// Events with no more than so many days from one to the next.
        case session(gap: Int)
    }

    /// How the windows lie.
    public var span: Span
    /// The length in days of the periods of series within a window (trend, cusum, reciprocity).
    public var period: Int?
    /// What must hold.
    public var conditions: [MeasureCondition]
    /// The past of the key, for what is measured against it.
    public var baseline: Baseline?
    /// Which windows raise alerts.
    public var after = WindowSkip.episode

    /// The key's own past.
    public struct Baseline: Sendable, Hashable {
        /// How many days before the window.
        public var past: Int

        /// The fewest periods of the past that tell what is usual.
        public static let periodCountMin = 4
    }

    /// The step under which the events of a window are bound.
    public static let stepName = "events"

    /// The length of a window in days, nil where it is not fixed.
    public var days: Int? {
        switch span {
        case .sliding(let days), .tumbling(let days): days
        case .calendar(.day): 1
        case .calendar(.week): 7
        case .calendar(.month), .session: nil
        }
    }

    /// Whether what it finds depends on the first and the last day of all events, outside which nothing is known.
    var readsBounds: Bool { baseline != nil || conditions.contains { $0.measure.isOverPeriods } }
}

/// Which of the windows that meet their conditions raise an alert.
public enum WindowSkip: String, Sendable, CaseIterable {
    /// The first of each episode: the next alert is raised once the conditions have failed in between.
    case episode
    /// The first, and then the first that has no event in common with the one before.
    case skipPastLastEvent = "skip_past_last_event"
    /// All.
    case noSkip = "no_skip"
}

/// A measure with the bound that it must keep.
public struct MeasureCondition: Sendable, Hashable {
    /// What is measured.
    public var measure: Measure
    /// What the value must be; a measure without a value meets nothing.
    public var test: FieldTest
}
