// A condition with the value that it was asked of, for people to read.
import EventModel

/// What was asked of an event, what the event has, and whether that is enough.
public struct ConditionReport: Sendable, Hashable {
    /// What was asked: `type ASSAULT or COERCE`.
    public var asked: String
    /// What the event has: `THREATEN`.
    public var value: String
    /// Whether it holds.
    public var holds: Bool
    /// By how many days a time bound is missed, nil for other conditions.
    public var daysMissed: Int?
    /// By how much a measure of a window is missed, nil for other conditions.
    public var missed: Double?
}

extension ConditionReport: CustomStringConvertible {
    /// `type ASSAULT or COERCE: THREATEN, no`.
    public var description: String {
        let miss =
            daysMissed.map { ", missed by \(Plural.days($0))" }
            ?? missed.map { ", missed by \($0.short)" } ?? ""
        return "\(asked): \(value)\(holds ? "" : ", no")\(miss)"
    }
}

extension Condition {
    /// A report for each part of a condition that looks at one event alone.
    func reports(_ row: Int, in snapshot: EventStore.Snapshot, _ alerts: RaisedAlerts) -> [ConditionReport] {
        switch self {
        case .all(let parts): return parts.flatMap { $0.reports(row, in: snapshot, alerts) }
        case .age(let days):
            let age = snapshot.age(row)
            return [
                ConditionReport(
                    asked: "max_age \(Plural.days(days))",
                    value: age.map(Plural.days) ?? "unknown",
                    holds: snapshot.isAged(row, atMost: days),
                    daysMissed: age.flatMap { $0 > days ? $0 - days : nil }
                )
            ]
        case .alert(let test):
            let count = alerts.count(test, row: row)
            let value = count == 0 ? "completes none" : count == 1 ? "completes one" : "completes \(count)"
            return [ConditionReport(asked: "\(test)", value: value, holds: count > 0)]
        case .field(let field, let test):
            let value = snapshot.value(of: field, row: row)
            return [
                ConditionReport(
                    asked: "\(field.rawValue) \(test)",
                    value: value.description,
                    holds: test.passes(value)
                )
            ]
        case .any(let parts), .none(let parts):
            let reports = parts.map { $0.reports(row, in: snapshot, alerts) }
            let some = reports.contains { $0.allSatisfy(\.holds) }
            let isNone: Bool
            if case .none = self { isNone = true } else { isNone = false }
            let asked = parts.map { part in
                part.reports(row, in: snapshot, alerts).map(\.asked).joined(separator: " and ")
            }
            return [
                ConditionReport(
                    asked: (isNone ? "none of: " : "") + asked.joined(separator: ", or "),
                    value: Self.unique(reports.flatMap { $0 }.map(\.value)).joined(separator: "; "),
                    holds: some != isNone
                )
            ]
        case .relation, .function: return []
        }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
