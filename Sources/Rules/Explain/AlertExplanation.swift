// Why an alert fired: its events, what was asked of each, and the days between them.
import EventModel

/// An alert with everything that it stands on.
public struct AlertExplanation: Sendable {
    /// The alert.
    public var alert: Alert
    /// The title of its rule.
    public var title: String
    /// The steps, in order.
    public var steps: [Step]

    /// A step that is bound.
    public struct Step: Sendable {
        /// The name.
        public var name: String
        /// The events; several where the step is a run.
        public var events: [Event]
        /// What was asked of the event (of a run: its last), with values; empty where a function found it.
        public var reports: [ConditionReport]
        /// The days since the step before, nil for the first and where a date is unknown.
        public var days: Int?
    }
}

extension AlertExplanation: CustomStringConvertible {
    /// The explanation as lines of text.
    public var description: String {
        var lines = ["\(alert.summary) (\(alert.rule), \(alert.severity.rawValue))"]
        for step in steps {
            let gap = step.days.map { ", \(Plural.days($0)) later" } ?? ""
            lines.append("\(step.name)\(gap)")
            for event in step.events {
                lines.append("  \(event.id) \(event.date?.description ?? "no date"): \(event.text)")
            }
            lines += step.reports.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
