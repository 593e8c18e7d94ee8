// Alerts as Lua values.
import Chronology
import EventModel
import LuaRuntime

/// An alert that scripts hold.
struct AlertObject: HostObject {
    static let luaTypeName = "alert"
    let alert: Alert
    var luaDescription: String { "\(alert.severity.rawValue): \(alert.summary)" }
}

/// The alerts of a session.
struct AlertList: HostObject {
    static let luaTypeName = "alerts"
    let alerts: [Alert]
    init(_ alerts: [Alert]) { self.alerts = alerts }
    var luaDescription: String { alerts.count == 1 ? "1 alert" : "\(alerts.count) alerts" }
}

extension Library {
    /// The types of `alerts` and of what it holds.
    static let alerts = Library(
        "",
        "Alerts.",
        functions: [],
        types: [
            .list(
                of: AlertList.self,
                "Alerts, in the order of date, rule and fingerprint.",
                itemType: "alert",
                count: { $0.alerts.count },
                item: { .object(AlertObject(alert: $0.alerts[$1])) }
            ),
            LuaType("alert", "What a rule found.", properties: alertProperties),
        ]
    )

    private static let alertProperties: [LuaFunction] = [
        text("rule", "The rule's id.") { $0.rule },
        text("kind", "The kind of escalation.") { $0.kind },
        text("severity", "info, low, medium, high or critical.") { $0.severity.rawValue },
        text("status", "new, updated or withdrawn.") { $0.status.rawValue },
        text("summary", "What was found, in a sentence.") { $0.summary },
        text("fingerprint", "A hash of the rule and the evidence.") { $0.fingerprint },
        LuaType.property(AlertObject.self, "date", "date?", "The last day of the last event bound.") { object, _ in
            object.alert.date.map { .date(DaySpan($0)) } ?? .nil
        },
        LuaType.property(AlertObject.self, "participants", "string[]", "The names of the actors.") { object, _ in
            .table(Table(sequence: object.alert.participants.map { .string($0) }))
        },
        LuaType.property(AlertObject.self, "evidence", "event[]", "The events it stands on.") { object, vm in
            .table(Table(sequence: events(object.alert.evidence, vm)))
        },
        LuaType.property(AlertObject.self, "bindings", "table", "The events of each step, by its name.") { object, vm in
            let entries = object.alert.bindings.map { binding in
                let bound = events(binding.events, vm)
                let value = bound.count == 1 ? bound[0] : Value.table(Table(sequence: bound))
                return Table.Entry(key: .string(binding.step), value: value)
            }
            return .table(Table(entries: entries))
        },
    ]

    private static func text(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Alert) -> String
    ) -> LuaFunction {
        LuaType.property(AlertObject.self, name, "string", summary) { object, _ in .string(read(object.alert)) }
    }

    private static func events(_ ids: [String], _ vm: VM) -> [Value] {
        guard let snapshot = vm.eventContext?.snapshot else { return [] }
        return ids.compactMap { snapshot.row(id: $0) }.map(VM.event(row:))
    }
}
