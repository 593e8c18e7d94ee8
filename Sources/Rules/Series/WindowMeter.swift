// Measures windows: the one evaluator of runs and explanations.
import EventModel

/// Measures the windows of one key.
struct WindowMeter {
    let window: WindowPattern
    let snapshot: EventStore.Snapshot
    let units: UnitTable
    /// The first day of all events: before it nothing is known.
    let firstDay: Int
    /// The day on which the last of them starts: after it nothing is known yet.
    let lastDay: Int
    private let columns: [Figure: NumberColumn]

    /// A value, and what it was worked out from.
    struct Reading {
        /// The value, nil where there is too little to say.
        var value: Double?
        /// What explains it, such as the mean of the past; empty where nothing does.
        var detail = ""
    }

    init(_ window: WindowPattern, in snapshot: EventStore.Snapshot, units: UnitTable) {
        self.window = window
        self.snapshot = snapshot
        self.units = units
        firstDay = snapshot.datedCount > 0 ? Int(snapshot.columns.start[0]) : 0
        lastDay = snapshot.datedCount > 0 ? Int(snapshot.columns.start[snapshot.datedCount - 1]) : 0
        var columns: [Figure: NumberColumn] = [:]
        for figure in window.conditions.compactMap(\.measure.figure) where columns[figure] == nil {
            columns[figure] = NumberColumn(figure, snapshot)
        }
        self.columns = columns
    }

    /// The value of a measure of a window.
    func reading(_ measure: Measure, _ frame: WindowFrame, _ members: WindowMembers) -> Reading {
        switch measure {
        case .count: return Reading(value: Double(frame.members.count))
        case .distinct(let field): return Reading(value: Double(distinct(field, members.rows[frame.members])))
        case .sum(let figure): return Reading(value: numbers(figure, frame, members).reduce(0, +))
        case .mean(let figure): return Reading(value: Statistics.mean(numbers(figure, frame, members)))
        case .min(let figure): return Reading(value: numbers(figure, frame, members).min())
        case .max(let figure): return Reading(value: numbers(figure, frame, members).max())
        case .median(let figure): return Reading(value: Statistics.median(numbers(figure, frame, members)))
        case .percentile(let figure, let percent):
            return Reading(value: Statistics.percentile(numbers(figure, frame, members), percent))
        case .trend(let total):
            let values = totals(total, window.periods(of: frame, within: firstDay...lastDay), members)
            guard values.count >= Self.trendPeriodsMin else { return Reading(detail: "\(values.count) periods") }
            return Reading(value: Statistics.slope(values), detail: "over \(values.count) periods")
        case .zScore(let total): return zScore(total, frame, members)
        case .surprise: return surprise(frame, members)
        case .ratio(let total): return ratio(total, frame, members)
        case .cusum(let total): return cusum(total, frame, members)
        case .reciprocity(let total, let lags): return reciprocity(total, lags, frame, members)
        }
    }

    /// The fewest periods that have a trend.
    static let trendPeriodsMin = 3
}

// MARK: - Against the past

extension WindowMeter {
    private func zScore(_ total: Measure.Total, _ frame: WindowFrame, _ members: WindowMembers) -> Reading {
        let past = totals(total, window.framesBefore(frame, firstDay: firstDay), members)
        guard past.count >= WindowPattern.Baseline.periodCountMin else { return Self.tooShort(past.count) }
        let value = self.total(total, frame.first...frame.last, members)
        return Reading(
            value: Statistics.zScore(value, past: past),
            detail: "\(value.short) against \(Self.words(ofPast: past))"
        )
    }

    private func surprise(_ frame: WindowFrame, _ members: WindowMembers) -> Reading {
        guard let (days, count) = exposure(.count, frame, members) else { return Self.tooShort(0) }
        let expected = PoissonSurprise.expected(days: frame.days, from: count, over: days)
        return Reading(
            value: PoissonSurprise.surprise(of: frame.members.count, expected: expected),
            detail: "\(frame.members.count) where \(expected.short) are expected after \(Int(count)) in \(days) days"
        )
    }

    private func ratio(_ total: Measure.Total, _ frame: WindowFrame, _ members: WindowMembers) -> Reading {
        guard let (days, sum) = exposure(total, frame, members) else { return Self.tooShort(0) }
        let value = self.total(total, frame.first...frame.last, members)
        let expected = sum * Double(frame.days) / Double(days)
        let ratio: Double? = expected == 0 ? (value > 0 ? .infinity : nil) : value / expected
        return Reading(value: ratio, detail: "\(value.short) where \(expected.short) are usual")
    }

    private func cusum(_ total: Measure.Total, _ frame: WindowFrame, _ members: WindowMembers) -> Reading {
        let past = totals(total, window.framesBefore(frame, firstDay: firstDay, length: window.period), members)
        guard past.count >= WindowPattern.Baseline.periodCountMin else { return Self.tooShort(past.count) }
        let values = totals(total, window.periods(of: frame, within: firstDay...lastDay), members)
        return Reading(
            value: Statistics.cumulativeSum(values, past: past)?.last,
            detail: "over \(values.count) periods against \(Self.words(ofPast: past))"
        )
    }

    private func reciprocity(
        _ total: Measure.Total,
        _ lags: Int,
        _ frame: WindowFrame,
        _ members: WindowMembers
    ) -> Reading {
        let periods = window.periods(of: frame, within: firstDay...lastDay)
        let sides = [UInt8(1), 2].map { side in periods.map { self.total(total, $0, members, direction: side) } }
        let found = [(0, 1), (1, 0)].compactMap { own, other in
            Reciprocity(of: sides[own], following: sides[other], lags: lags)
        }
        let best = found.filter { $0.effect > 0 }.min { $0.significance < $1.significance }
        guard let best else { return Reading(detail: "neither side follows the other over \(periods.count) periods") }
        let test = "F(\(best.lags), \(best.freedom)) = \(best.statistic.short)"
        return Reading(value: best.significance, detail: "\(test), effect \(best.effect.short)")
    }

    /// The days of the past that are known, and the total over them; nil where they are fewer than the window's.
    private func exposure(
        _ total: Measure.Total,
        _ frame: WindowFrame,
        _ members: WindowMembers
    ) -> (days: Int, total: Double)? {
        guard let baseline = window.baseline else { return nil }
        let first = max(frame.first - baseline.past, firstDay)
        guard frame.first - first >= frame.days else { return nil }
        return (frame.first - first, self.total(total, first...(frame.first - 1), members))
    }

    private static func tooShort(_ count: Int) -> Reading {
        Reading(detail: count == 0 ? "too little past" : "a past of only \(count) windows")
    }

    private static func words(ofPast past: [Double]) -> String {
        let (mean, deviation) = (Statistics.mean(past) ?? 0, Statistics.standardDeviation(past) ?? 0)
        return "mean \(mean.short), deviation \(deviation.short) of \(past.count) before"
    }
}

// MARK: - Totals

extension WindowMeter {
    private func totals(
        _ total: Measure.Total,
        _ days: [ClosedRange<Int>],
        _ members: WindowMembers
    ) -> [Double] {
        days.map { self.total(total, $0, members) }
    }

    private func total(
        _ total: Measure.Total,
        _ days: ClosedRange<Int>,
        _ members: WindowMembers,
        direction: UInt8? = nil
    ) -> Double {
        let places = members.places(from: days.lowerBound, through: days.upperBound)
        switch total {
        case .count where direction == nil: return Double(places.count)
        case .count: return Double(places.count { members.directions[$0] & (direction ?? 3) != 0 })
        case .sum(let figure):
            guard let column = columns[figure] else { return 0 }
            var sum = 0.0
            for place in places where members.directions[place] & (direction ?? .max) != 0 {
                sum += column[members.rows[place]] ?? 0
            }
            return sum
        }
    }

    private func numbers(_ figure: Figure, _ frame: WindowFrame, _ members: WindowMembers) -> [Double] {
        guard let column = columns[figure] else { return [] }
        return frame.members.compactMap { column[members.rows[$0]] }
    }

    private func distinct(_ field: DistinctField, _ rows: ArraySlice<Int>) -> Int {
        switch field {
        case .field(let field, _): return snapshot.distinct(field, rows)
        case .day: return Set(rows.map { snapshot.columns.start[$0] }).count
        case .sides(let fields):
            var seen: Set<UInt32> = []
            for row in rows {
                for field in fields { seen.formUnion(units.units(row, field, in: snapshot)) }
            }
            return seen.count
        }
    }
}

extension Measure {
    /// The figure whose column it reads, nil where it counts events or values.
    var figure: Figure? {
        switch self {
        case .sum(let figure), .mean(let figure), .min(let figure), .max(let figure), .median(let figure): figure
        case .percentile(let figure, _): figure
        case .trend(let total), .zScore(let total), .ratio(let total), .cusum(let total): total.figure
        case .reciprocity(let total, _): total.figure
        case .count, .distinct, .surprise: nil
        }
    }
}

extension Measure.Total {
    fileprivate var figure: Figure? {
        if case .sum(let figure) = self { figure } else { nil }
    }
}
