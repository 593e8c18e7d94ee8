// The commands that run rules and explain what they found.
import EventModel
import LuaRuntime
import Rendering
import Rules

extension Session {
    /// Runs packs over the session's events.
    func check(_ names: [String]) throws -> Reply {
        let packs = try newsroom.packs(names)
        let snapshot = try EventStore(state.current.events).snapshot()
        let report = RuleEngine(packs).check(snapshot)
        state.change { contents in
            contents.packs = packs
            contents.alerts = report.alerts
        }
        try bind()
        var lines = (packs.flatMap(\.errors) + report.errors).map { "error: \($0)" }
        if !report.alerts.isEmpty { lines.append(try show("alerts").text) }
        lines.append("\(counted(report.alerts.count, "alert")) by \(counted(packs.flatMap(\.rules).count, "rule"))")
        return .text(lines.joined(separator: "\n"))
    }

    /// The rules of packs, or of those that ran last.
    func rules(_ names: [String]) throws -> Reply {
        let packs = try loadedPacks(names)
        let rows: [Record] = packs.flatMap(\.rules).map { rule in
            [
                "rule": .text(rule.id), "kind": .text(rule.kind), "severity": .text(rule.severity.rawValue),
                "description": .text(rule.description),
            ]
        }
        let text = RecordWriter.text(rows, .table, width: look.width, style: look.style)
        return .text(text.trimmingWhiteSpace)
    }

    /// Why an alert fired.
    func why(_ words: [String]) throws -> Reply {
        let contents = state.current
        guard let word = words.first, let number = Int(word), contents.alerts.indices.contains(number - 1) else {
            return .error(".why needs a number of .alerts, from 1 to \(contents.alerts.count)")
        }
        let alert = contents.alerts[number - 1]
        let snapshot = try EventStore(contents.events).snapshot()
        for pack in contents.packs {
            guard let rule = pack.rules.first(where: { $0.id == alert.rule }) else { continue }
            let all = try RuleExplainer(pack).alerts(rule, snapshot)
            if let found = all.first(where: { $0.alert.fingerprint == alert.fingerprint }) {
                return .text(found.description)
            }
        }
        return .error("the events have changed since; .run finds the alerts of today")
    }

    /// How close a rule came.
    func whyNot(_ words: [String]) throws -> Reply {
        guard let name = words.first else { return .error(".whynot needs a rule; .rules lists them") }
        let snapshot = try EventStore(state.current.events).snapshot()
        for pack in try loadedPacks([]) {
            guard let rule = pack.rules.first(where: { $0.id == name || $0.name == name }) else { continue }
            let explainer = RuleExplainer(pack)
            if !(try explainer.alerts(rule, snapshot).isEmpty) { return .text("\(rule.id) fires") }
            guard let miss = try explainer.nearMiss(rule, snapshot) else {
                return .text("\(rule.id) is one function, which tells no more")
            }
            return .text("\(rule.id): \(miss)")
        }
        return .error("there is no rule '\(name)'; .rules lists them")
    }

    private func loadedPacks(_ names: [String]) throws -> [RulePack] {
        let packs = state.current.packs
        return names.isEmpty && !packs.isEmpty ? packs : try newsroom.packs(names)
    }
}
