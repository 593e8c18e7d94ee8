// Windows among the events of one key: which of them meet their conditions, and which of those raise alerts.
import Chronology
import EventModel

extension SequenceMatcher {
    /// Finds the windows of the key that meet their conditions.
    mutating func matchWindows(_ meter: WindowMeter) throws(RuleError) {
        let members = try windowMembers()
        guard members.count >= meter.countMin || probe != nil else { return }
        var matches: [Match] = []
        var isArmed = true
        var taken = 0
        let stop = stop
        meter.window.eachFrame(members) { frame in
            guard !stop.isRaised else { return false }
            var frame = frame
            if meter.window.after == .skipPastLastEvent {
                frame.members = max(frame.members.lowerBound, taken)..<max(frame.members.upperBound, taken)
                guard !frame.members.isEmpty else { return true }
            }
            guard meter.holds(frame, members) else {
                isArmed = true
                if let probe { missed(meter, frame, members, probe) }
                return true
            }
            defer { isArmed = meter.window.after != .episode || !meter.window.isOverlapping }
            guard isArmed else { return true }
            matches.append(meter.match(frame, members))
            if meter.window.after == .skipPastLastEvent { taken = frame.members.upperBound }
            return true
        }
        try stop.check()
        for match in matches { record(match) }
    }

    /// The key's events with a date that meet the `where` of the window.
    private mutating func windowMembers() throws(RuleError) -> WindowMembers {
        let step = plan.ways[0].steps[0]
        let bit = UInt32(1) << UInt32(step.own)
        way = plan.ways[0]
        wayNumber = 0
        bound = [BoundRun()]
        var members = WindowMembers()
        for entry in 0..<bucket.datedCount where bucket[entry].mask & bit != 0 {
            if !step.late.isEmpty {
                guard try lateConditionsHold(step.late, entry) else { continue }
            }
            members.append(bucket[entry])
        }
        return members
    }

    private func missed(_ meter: WindowMeter, _ frame: WindowFrame, _ members: WindowMembers, _ probe: MatchProbe) {
        let reports = meter.reports(frame, members)
        let held = reports.count { $0.holds }
        // Of windows that keep as many bounds, the one that is least far off comes closest.
        let short = reports.compactMap(\.missed).reduce(0, +)
        probe.failed(
            NearMiss(
                stage: .measure,
                bound: [],
                step: WindowPattern.stepName,
                event: snapshot.id(members.rows[frame.members.upperBound - 1]),
                reports: reports
            ),
            bound: held,
            stage: .measure,
            daysMissed: Int((min(short, 1e6) * 1000).rounded())
        )
    }
}

extension WindowPattern {
    /// Whether one event may stand in several windows.
    var isOverlapping: Bool {
        if case .sliding = span { true } else { false }
    }
}

extension WindowMeter {
    /// The fewest events that a window may have.
    var countMin: Int {
        for condition in window.conditions {
            if case .count = condition.measure, case .range(let low?, _) = condition.test, low < 1e9 {
                return Int(low.rounded(.up))
            }
        }
        return 1
    }

    /// Whether a window meets all conditions.
    func holds(_ frame: WindowFrame, _ members: WindowMembers) -> Bool {
        window.conditions.allSatisfy { condition in
            condition.test.passes(reading(condition.measure, frame, members).value)
        }
    }

    /// What was asked of a window, with values.
    func reports(_ frame: WindowFrame, _ members: WindowMembers) -> [ConditionReport] {
        window.conditions.map { report($0, reading($0.measure, frame, members), frame) }
    }

    /// The match of a window.
    func match(_ frame: WindowFrame, _ members: WindowMembers) -> Match {
        let step = Match.BoundStep(
            name: WindowPattern.stepName,
            rows: Array(members.rows[frame.members]),
            isRun: true
        )
        let measures = window.conditions.map { condition in
            let reading = reading(condition.measure, frame, members)
            return Match.Measured(
                name: condition.measure.name,
                value: reading.value,
                report: report(condition, reading, frame)
            )
        }
        return Match(steps: [step], way: 0, measures: measures)
    }

    private func report(_ condition: MeasureCondition, _ reading: Reading, _ frame: WindowFrame) -> ConditionReport {
        let days = DaySpan(Day(number: Int32(clamping: frame.first)), Day(number: Int32(clamping: frame.last)))
        var value = reading.value?.short ?? "unknown"
        if !reading.detail.isEmpty { value += " (\(reading.detail))" }
        if case .count = condition.measure { value += " in \(days)" }
        let holds = condition.test.passes(reading.value)
        return ConditionReport(
            asked: "\(condition.measure) \(condition.test)",
            value: value,
            holds: holds,
            missed: holds ? nil : condition.test.distance(reading.value)
        )
    }
}

extension FieldTest {
    /// Whether a number passes; nil is unknown.
    func passes(_ number: Double?) -> Bool { passes(number.map(FieldValue.number) ?? .unknown) }

    /// How far a number is from passing, nil where that cannot be said.
    fileprivate func distance(_ number: Double?) -> Double? {
        guard let number, number.isFinite else { return nil }
        switch self {
        case .number(let wanted): return abs(number - wanted)
        case .range(let low?, _) where number < low: return low - number
        case .range(_, let high?) where number > high: return number - high
        default: return nil
        }
    }
}
