// The alerts of a pack over months of events: how many, when, and how they stand to what really happened.
import Chronology
import EventModel

/// What a pack's alerts over past events amount to.
public struct Backtest: Sendable {
    /// The alerts, as the engine gives them.
    public let alerts: [Alert]
    /// The rules, in the order of packs.
    public private(set) var rules: [RuleOutcome] = []
    /// The labels, each with the alerts that told; empty where there are none.
    public private(set) var labels: [LabelOutcome] = []
    /// The months that the events span, `2024-01`, in order.
    public let months: [String]
    /// How many events there are in each month.
    public let eventCounts: [String: Int]

    /// What one rule came to.
    public struct RuleOutcome: Sendable {
        /// The rule.
        public var rule: String
        /// How much its alerts matter.
        public var severity: Severity
        /// How many alerts it raised.
        public var alertCount = 0
        /// How many of them in each month.
        public var monthCounts: [String: Int] = [:]
        /// How many alerts fall in the time that labels cover; nil without labels.
        public var judgedCount: Int?
        /// How many of those precede a label, or fall on it.
        public var trueCount = 0
        /// How many labels are about the rule; nil without labels.
        public var labelCount: Int?
        /// How many of those it told.
        public var toldCount = 0
        /// The days by which it was ahead of each label that it told.
        public var leads: [Int] = []

        /// The share of judged alerts that are right, nil where none is judged.
        public var precision: Double? { Self.share(trueCount, judgedCount) }
        /// The share of labels that were told, nil where there are none.
        public var recall: Double? { Self.share(toldCount, labelCount) }
        /// The median of the leads in days, nil where there are none.
        public var medianLead: Double? {
            let sorted = leads.sorted()
            guard !sorted.isEmpty else { return nil }
            let middle = sorted.count / 2
            return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
        }

        private static func share(_ part: Int, _ all: Int?) -> Double? {
            guard let all, all > 0 else { return nil }
            return Double(part) / Double(all)
        }
    }

    /// What became of one label.
    public struct LabelOutcome: Sendable {
        /// The label.
        public var label: BacktestLabel
        /// The first alert that told, nil where none did.
        public var first: Alert?
        /// How many days before the label it came, 0 on its days.
        public var lead: Int?
    }

    /// The outcome of alerts on events.
    ///
    /// An alert tells a label where it is about it, is on an event between its sides, and falls at most `horizon` days
    /// before it or on its days. Alerts from `horizon` days before the first label to the end of the last are judged.
    public init(
        rules: [Rule],
        alerts: [Alert],
        events: [Event],
        labels: [BacktestLabel] = [],
        horizon: Int = 30
    ) {
        self.alerts = alerts
        let days = events.compactMap(\.date)
        var counts: [String: Int] = [:]
        for day in days { counts[Self.month(day.start), default: 0] += 1 }
        eventCounts = counts
        months = Self.months(from: days.map(\.start).min(), to: days.map(\.end).max())
        let told = Self.told(alerts, events, labels, horizon)
        let period = labels.map(\.date.start).min().map { first in
            first.advanced(by: -horizon)...(labels.map(\.date.end).max() ?? first)
        }
        self.rules = rules.map { rule in
            Self.outcome(of: rule, alerts, labels, told, period)
        }
        self.labels = labels.enumerated().map { number, label in
            let indices = told.indices.filter { told[$0].contains(number) }
            let first = indices.map { alerts[$0] }.min { ($0.date ?? label.date.end) < ($1.date ?? label.date.end) }
            return LabelOutcome(label: label, first: first, lead: first.map { Self.lead($0, label) })
        }
    }

    private static func outcome(
        of rule: Rule,
        _ alerts: [Alert],
        _ labels: [BacktestLabel],
        _ told: [Set<Int>],
        _ period: ClosedRange<Day>?
    ) -> RuleOutcome {
        var outcome = RuleOutcome(rule: rule.id, severity: rule.severity)
        var first: [Int: Int] = [:]
        for (place, alert) in alerts.enumerated() where alert.rule == rule.id {
            outcome.alertCount += 1
            if let date = alert.date { outcome.monthCounts[month(date), default: 0] += 1 }
            guard let period, let date = alert.date, period.contains(date) else { continue }
            outcome.judgedCount = (outcome.judgedCount ?? 0) + 1
            if !told[place].isEmpty { outcome.trueCount += 1 }
            for number in told[place] {
                first[number] = max(first[number] ?? 0, lead(alert, labels[number]))
            }
        }
        guard !labels.isEmpty else { return outcome }
        let own = labels.filter { label in
            label.subject.map { $0 == rule.id || $0 == rule.kind || $0 == rule.name } ?? true
        }
        outcome.judgedCount = outcome.judgedCount ?? 0
        outcome.labelCount = own.count
        outcome.toldCount = first.count
        outcome.leads = first.values.sorted()
        return outcome
    }

    /// For each alert, the numbers of the labels that it tells.
    private static func told(
        _ alerts: [Alert],
        _ events: [Event],
        _ labels: [BacktestLabel],
        _ horizon: Int
    ) -> [Set<Int>] {
        guard !labels.isEmpty else { return [Set<Int>](repeating: [], count: alerts.count) }
        let cited = Set(alerts.flatMap(\.evidence))
        var known: [String: Event] = [:]
        for event in events where cited.contains(event.id) { known[event.id] = event }
        return alerts.map { alert in
            guard let date = alert.date else { return [] }
            let evidence = alert.evidence.compactMap { known[$0] }
            return Set(
                labels.indices.filter { number in
                    let label = labels[number]
                    return date >= label.date.start.advanced(by: -horizon) && date <= label.date.end
                        && label.concerns(alert) && evidence.contains(where: label.isAbout)
                }
            )
        }
    }

    private static func lead(_ alert: Alert, _ label: BacktestLabel) -> Int {
        alert.date.map { max(0, Int(label.date.start.number) - Int($0.number)) } ?? 0
    }

    /// The month of a day: `2024-01`.
    static func month(_ day: Day) -> String { String(day.description.prefix(7)) }

    private static func months(from first: Day?, to last: Day?) -> [String] {
        guard let first, let last else { return [] }
        var months: [String] = []
        var day = first.advanced(by: 1 - first.civil.day)
        // A century at most: a slip in one date must not make a table without end.
        while day <= last, months.count < 1200 {
            months.append(month(day))
            day = day.advanced(byMonths: 1)
        }
        return months
    }
}
