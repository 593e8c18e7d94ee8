// The alert record: its keys in their order, null where unknown.
import EventModel

extension Alert: RecordConvertible {
    /// The alert record.
    public var record: Record {
        var bound = Record()
        for binding in bindings { bound.append(binding.step, Self.value(of: binding)) }
        return [
            "rule": .text(rule), "kind": .text(kind), "severity": .text(severity.rawValue),
            "status": .text(status.rawValue), "date": .text(date?.description), "summary": .text(summary),
            "participants": .texts(participants), "bindings": .record(bound), "evidence": .texts(evidence),
            "articles": .texts(articles), "fingerprint": .text(fingerprint),
        ]
    }

    /// When, how much it matters, which rule and what was found; the fingerprint where there is room.
    public var tableRecord: Record {
        [
            "date": .text(date?.description), "severity": .text(severity.rawValue), "rule": .text(rule),
            "summary": .text(summary), "fingerprint": .text(fingerprint),
        ]
    }

    /// The columns of an alert in CSV.
    public static var flatHeader: [String] {
        [
            "rule", "kind", "severity", "status", "date", "summary", "participants", "bindings", "evidence", "articles",
            "fingerprint",
        ]
    }

    /// The columns of an alert in a table.
    public static var tableHeader: [String] { ["date", "severity", "rule", "summary", "fingerprint"] }

    /// The fingerprint, which a narrow table leaves out.
    public static var wideTableColumns: Set<String> { ["fingerprint"] }

    /// The one event that a step is bound to, or the list where it repeats.
    private static func value(of binding: Binding) -> RecordValue {
        if let event = binding.events.first, binding.events.count == 1 { return .text(event) }
        return .texts(binding.events)
    }
}
