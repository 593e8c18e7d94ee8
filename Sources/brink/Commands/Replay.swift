// News taken day by day as it was published: what an analyst would have been told, and when.
import Chronology
import Coding
import EventModel
import Rules

/// A replay of news.
struct Replay {
    private let days: [(day: Day?, events: [Event])]
    private let packs: [RulePack]
    private let mergesAll: Bool

    /// A replay of events; an event without a day of publication is told on its own last day, one without any day last.
    init(_ events: [Event], packs: [RulePack], mergesAll: Bool) {
        let byDay = Dictionary(grouping: events) { $0.published ?? $0.date?.end }
        days = byDay.map { (day: $0.key, events: $0.value) }.sorted { left, right in
            switch (left.day, right.day) {
            case (let left?, let right?): left < right
            case (_, let right): right == nil && left.day != nil
            }
        }
        self.packs = packs
        self.mergesAll = mergesAll
    }

    /// Hands on what each day changed, with the events known by then, and returns what stands in the end.
    func run(
        _ tell: (_ day: Day?, _ changes: AlertChanges, _ events: [String: Event]) throws -> Void
    ) throws -> (alerts: [Alert], errors: [RuleError]) {
        let engine = IncrementalEngine(packs)
        var told: [Event] = []
        for (day, events) in days {
            told += events
            let known = mergesAll ? Coder.merge(told) : told
            guard let changes = try engine.replace(by: known) else { break }
            let byID = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            try tell(day, changes, byID)
        }
        return (engine.alerts, engine.errors)
    }
}
