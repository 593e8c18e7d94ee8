// Rules as Lua values.
import EventModel
import LuaRuntime
import Rendering
import Rules

/// A rule that scripts hold.
struct RuleObject: HostObject {
    static let luaTypeName = "rule"
    let rule: Rule
    var luaDescription: String { "rule \(rule.id)" }
}

/// The rules of the packs that ran last.
struct RuleList: HostObject {
    static let luaTypeName = "rules"
    let rules: [Rule]
    init(_ rules: [Rule]) { self.rules = rules }
    var luaDescription: String { rules.count == 1 ? "1 rule" : "\(rules.count) rules" }

    /// The rules as rows of a table.
    var records: [Record] {
        rules.map { rule in
            [
                "rule": .text(rule.id), "severity": .text(rule.severity.rawValue),
                "status": .text(rule.status.rawValue),
                "description": .text(rule.description),
            ]
        }
    }
}

extension LuaType {
    /// The type of a list of rules.
    static let rules = LuaType.list(
        of: RuleList.self,
        "Rules, in the order of their packs.",
        itemType: "rule",
        count: { $0.rules.count },
        item: { .object(RuleObject(rule: $0.rules[$1])) }
    )

    /// The type of a rule.
    static let rule = LuaType(
        "rule",
        "What a rule says of itself.",
        properties: [
            text("id", "Its id, pack/name.") { $0.id },
            text("kind", "The kind of escalation.") { $0.kind },
            text("title", "Its title.") { $0.title },
            text("severity", "info, low, medium, high or critical.") { $0.severity.rawValue },
            text("status", "How well it has been tried.") { $0.status.rawValue },
            text("description", "What it looks for.") { $0.description },
            text("file", "The file and line that it stands in.") { "\($0.location)" },
        ]
    )

    private static func text(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Rule) -> String
    ) -> LuaFunction {
        LuaType.property(RuleObject.self, name, "string", summary) { object, _ in .string(read(object.rule)) }
    }
}
