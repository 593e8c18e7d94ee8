// Why a rule should no longer be used, and what to use instead.
import LuaRuntime

/// What a deprecated rule says of its end: `deprecated = { reason = "…", replacement = "other_rule" }`.
public struct RuleDeprecation: Sendable, Hashable {
    /// Why.
    public var reason: String
    /// The rule to use instead, with its pack where it is another; nil where there is none.
    public var replacement: String?

    /// The key of a rule that holds it.
    static let key = "deprecated"

    /// Reads the key `deprecated` of a rule, nil where there is none.
    init?(_ reader: TableReader) throws(RuleError) {
        switch reader[Self.key] {
        case .nil: return nil
        case .table(let table):
            let fields = try TableReader(table, place: "\(reader.place), deprecated", known: ["reason", "replacement"])
            reason = try fields.text("reason") ?? ""
            let replacement = try fields.text("replacement")
            self.replacement = replacement == "none" ? nil : replacement
        case let other:
            throw reader.error(
                "deprecated",
                "must be a table, not a \(other.typeName)",
                hint: "deprecated = { reason = \"…\", replacement = \"other_rule\" }"
            )
        }
    }
}
