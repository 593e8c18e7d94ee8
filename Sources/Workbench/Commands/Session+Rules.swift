// The commands that run rules and explain what they found.
import EventModel
import LuaRuntime
import Rendering
import Rules

extension Session {
    /// Runs packs over the session's events.
    func check(_ names: [String]) throws -> Reply {
        let stamp = newsroom.stamp(names)
        let packs = try newsroom.packs(names)
        let snapshot = state.current.snapshot
        guard let report = try Patience.run(until: { isStopped }, { RuleEngine(packs).check(snapshot) }) else {
            return .interrupted
        }
        state.change { contents in
            contents.packs = packs
            contents.packNames = names
            contents.packStamp = stamp
            contents.alerts = report.alerts
        }
        try bindLists()
        let counts = "\(counted(report.alerts.count, "alert")) by \(counted(packs.flatMap(\.rules).count, "rule"))"
        let lines = problems(packs, report) + [counts]
        let text = lines.joined(separator: "\n")
        return report.alerts.isEmpty ? .text(text) : .value(try vm.global("alerts"), text)
    }

    /// Runs the packs again as their files are now and says which alerts came and went.
    func reload() throws -> Reply {
        let before = state.current
        let stamp = newsroom.stamp(before.packNames)
        let packs = try newsroom.packs(before.packNames)
        let snapshot = before.snapshot
        guard let report = try Patience.run(until: { isStopped }, { RuleEngine(packs).check(snapshot) }) else {
            return .interrupted
        }
        state.change { contents in
            contents.packs = packs
            contents.packStamp = stamp
            contents.alerts = report.alerts
        }
        try bindLists()
        let old = Set(before.alerts.map(\.fingerprint))
        let new = Set(report.alerts.map(\.fingerprint))
        let style = look.style
        func line(_ sign: String, _ alert: Alert, _ role: Style.Role) -> String {
            style.paint("\(sign) \(alert.date.map { "\($0) " } ?? "")\(alert.rule): \(alert.summary)", role)
        }
        let added = report.alerts.filter { !old.contains($0.fingerprint) }
        let gone = before.alerts.filter { !new.contains($0.fingerprint) }
        var lines = problems(packs, report)
        lines += gone.map { line("-", $0, .faint) } + added.map { line("+", $0, .strong) }
        let rules = counted(packs.flatMap(\.rules).count, "rule")
        lines.append("\(rules): \(added.count) new, \(gone.count) gone, \(old.intersection(new).count) as before")
        return .text(lines.joined(separator: "\n"))
    }

    /// What the user should hear of unasked: rule files that have changed since they ran, and what that did.
    public func news() -> String? {
        let contents = state.current
        guard !contents.packStamp.isEmpty else { return nil }
        let stamp = newsroom.stamp(contents.packNames)
        guard stamp != contents.packStamp else { return nil }
        // Whatever comes of it, this change has been seen.
        state.change { $0.packStamp = stamp }
        do {
            return "rules changed: " + (try reload()).text
        } catch {
            return "rules changed: " + failure(error).text
        }
    }

    private func problems(_ packs: [RulePack], _ report: CheckReport) -> [String] {
        let text = ErrorText(style: look.style)
        return (packs.flatMap(\.errors) + report.errors).map(text.text)
    }

    /// The rules of packs, or of those that ran last.
    func rules(_ names: [String]) throws -> Reply {
        .value(.object(RuleList(try loadedPacks(names).flatMap(\.rules))))
    }

    /// Why an alert fired.
    func why(_ words: [String]) throws -> Reply {
        let contents = state.current
        guard !contents.alerts.isEmpty else { return .error("there are no alerts; .run looks for them") }
        let place = words.first.flatMap { word in
            Int(word).map { $0 - 1 } ?? contents.alerts.firstIndex { $0.fingerprint == word }
        }
        guard let place, contents.alerts.indices.contains(place) else {
            let range = "from 1 to \(contents.alerts.count)"
            return .error(".why needs an alert: a number of .alerts, \(range), or a fingerprint")
        }
        let alert = contents.alerts[place]
        for pack in contents.packs {
            guard let rule = pack.rules.first(where: { $0.id == alert.rule }) else { continue }
            let all = try RuleExplainer(pack).alerts(rule, contents.snapshot)
            if let found = all.first(where: { $0.alert.fingerprint == alert.fingerprint }) {
                return .text(found.description)
            }
        }
        return .error("the events have changed since; .run finds the alerts of today")
    }

    /// How close a rule came: among all events, or among those that meet the words after it.
    func whyNot(_ call: Command.Call) throws -> Reply {
        guard let name = call.words.first else { return .error(".whynot needs a rule; .rules lists them") }
        let filters = FilterWords(snapshot: state.current.snapshot, vocabulary: vocabulary)
        let query = try filters.apply(Array(call.words.dropFirst()), to: call.query(self))
        let isAll = call.selection == nil && call.words.count == 1
        let snapshot = isAll ? query.snapshot : try Self.alone(query)
        let packs = try loadedPacks([])
        for pack in packs {
            guard let rule = pack.rules.first(where: { $0.id == name || $0.name == name }) else { continue }
            let explainer = RuleExplainer(pack)
            let alerts = try explainer.alerts(rule, snapshot)
            if !alerts.isEmpty { return .text("\(rule.id) fires: \(counted(alerts.count, "alert")); .why N says why") }
            guard let miss = try explainer.nearMiss(rule, snapshot) else {
                return .text("\(rule.id) is one function, which tells no more")
            }
            return .text("\(rule.id): \(miss)")
        }
        let hint = Suggestion.nearest(to: name, among: packs.flatMap(\.rules).map(\.name))
        return .error("there is no rule '\(name)'; " + (hint.map { "did you mean '\($0)'?" } ?? ".rules lists them"))
    }

    /// The events of a query without the others, so that a rule sees only them.
    private static func alone(_ query: Query) throws -> EventStore.Snapshot {
        try EventStore(query.rows().map { query.snapshot.event(at: Int($0)) }).snapshot()
    }

    /// The packs of these names, or those that ran last.
    func loadedPacks(_ names: [String]) throws -> [RulePack] {
        let packs = state.current.packs
        return names.isEmpty && !packs.isEmpty ? packs : try newsroom.packs(names)
    }
}
