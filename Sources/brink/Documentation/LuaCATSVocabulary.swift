// The tables of rules and the values of fields as annotations, so that editors complete `type = "AS…"`.
import EventModel
import Rules

/// The closed words and the tables of rules.
struct LuaCATSVocabulary {
    /// The values of modes and contexts.
    let ontology: Ontology

    /// What the words of rules take and give that their signatures do not tell.
    static let tables: [String: (parameter: String?, result: String?)] = [
        "rule": (nil, "fun(fields: brink.rule)"), "step": (nil, "fun(fields: brink.step): brink.rule_part"),
        "sequence": ("brink.sequence", nil), "absent": ("brink.step", nil),
    ]

    /// Aliases and classes.
    var lines: [String] {
        alias("event_type", EventType.allCases.map(\.rawValue)) + alias("modality", Modality.allCases.map(\.rawValue))
            + alias("quad", QuadClass.allCases.map(\.rawValue)) + alias("severity", Severity.allCases.map(\.rawValue))
            + alias("status", RuleStatus.allCases.map(\.rawValue)) + alias("sector", Sector.allCases.map(\.rawValue))
            + alias("mode", Set(ontology.modes.values.flatMap { $0 }).sorted()) + alias("context", ontology.contexts)
            + classLines("rule", "A rule.", RuleVocabulary.ruleKeys, Self.ruleTypes)
            + classLines("step", "What an event must be like.", RuleVocabulary.stepKeys, stepTypes, isList: true)
            + classLines("sequence", "Steps in order of time.", RuleVocabulary.sequenceKeys, [:], isList: true)
            + classLines("example", "An example of a rule.", RuleVocabulary.exampleKeys, Self.exampleTypes)
            + classLines("example_event", "An event of an example.", RuleVocabulary.eventKeys, Self.eventTypes)
    }

    private func alias(_ name: String, _ values: [String]) -> [String] {
        ["---@alias brink.\(name)"] + values.map { "---| \"\($0)\"" } + [""]
    }

    private func classLines(
        _ name: String,
        _ summary: String,
        _ keys: [String],
        _ types: [String: String],
        isList: Bool = false
    ) -> [String] {
        var lines = ["---\(summary)", "---@class brink.\(name)"]
        for key in keys { lines.append("---@field \(key)? \(types[key] ?? "any")") }
        if isList { lines.append("---@field [integer] any") }
        return lines + [""]
    }

    private static let ruleTypes = [
        "alert": "fun(m: table<string, brink.event>): string|table", "description": "string",
        "false_positives": "string[]", "fires": "brink.example[]", "kind": "string", "match": "brink.rule_part",
        "references": "string[]", "run": "fun(events: brink.events)", "severity": "brink.severity",
        "silent": "brink.example[]", "status": "brink.status", "title": "string",
    ]

    private static let exampleTypes = [
        "article": "string", "articles": "string[]", "date": "string", "events": "brink.example_event[]",
        "expect": "table", "note": "string",
    ]

    private static let eventTypes = [
        "action": "string", "aggregate": "boolean", "article": "string", "cameo": "string",
        "context": "brink.context|brink.context[]",
        "date": "string", "hostility": "integer", "killed": "integer", "modality": "brink.modality",
        "mode": "brink.mode", "published": "string", "quoted": "boolean", "speaker": "string", "text": "string",
        "type": "brink.event_type",
        "wounded": "integer",
    ]

    private var stepTypes: [String: String] {
        var types: [String: String] = [:]
        for (key, value) in [
            ("type", "brink.event_type"), ("modality", "brink.modality"), ("quad", "brink.quad"),
            ("mode", "brink.mode"), ("context", "brink.context"),
        ] {
            types[key] = "\(value)|\(value)[]|brink.rule_part"
        }
        for key in ["answers", "from", "new_party", "reverses", "same_dyad"] { types[key] = "string" }
        for key in ["within", "min_gap", "max_gap", "max_age"] { types[key] = "brink.duration" }
        types["where"] = "fun(e: brink.event, m: table<string, brink.event>): boolean?"
        return types
    }
}
