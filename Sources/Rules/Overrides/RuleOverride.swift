// What a user changes about one rule of somebody else's pack.
import EventModel
import LuaRuntime

/// The changes to a rule; nil where it stays as it is.
public struct RuleOverride: Sendable {
    /// The rule's id.
    public var rule: String
    /// Whether it runs.
    public var isEnabled: Bool?
    /// How much its alerts matter, whatever the rule itself says.
    public var severity: Severity?
    /// The values of its named thresholds.
    public var thresholds: [String: Value] = [:]
    /// Alerts that stand on an event of which one of these holds are not raised.
    public var exceptions: [Condition] = []
    /// Where the change is written.
    public var location: SourceLocation
}

extension Rule {
    /// The rule with a user's changes, nil where it is switched off.
    func overridden(by override: RuleOverride?) -> Rule? {
        guard let override else { return self }
        if override.isEnabled == false { return nil }
        var rule = self
        if let severity = override.severity {
            rule.severity = severity
            rule.isSeverityFixed = true
        }
        rule.exceptions += override.exceptions
        return rule
    }
}
