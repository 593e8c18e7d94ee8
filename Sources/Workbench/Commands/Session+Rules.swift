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
        guard let report = try patiently({ RuleEngine(packs).check(snapshot, stop: $0) }) else { return .interrupted }
        state.change { contents in
            contents.packs = packs
            contents.engine = nil
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
        guard let report = try patiently({ RuleEngine(packs).check(snapshot, stop: $0) }) else { return .interrupted }
        state.change { contents in
            contents.packs = packs
            contents.engine = nil
            contents.packStamp = stamp
            contents.alerts = report.alerts
        }
        try bindLists()
        let changes = AlertChanges(from: before.alerts, to: report.alerts)
        let rules = counted(packs.flatMap(\.rules).count, "rule")
        let lines = problems(packs, report) + told(changes) + ["\(rules): \(counts(changes, of: report.alerts))"]
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

    /// Runs work that looks at a sign to stop until it ends; nil where it was stopped.
    ///
    /// A script that runs commands has limits of its own, which end them as Ctrl-C does.
    func patiently<Result: Sendable>(_ work: @escaping @Sendable (StopSign) throws -> Result) throws -> Result? {
        try Patience.run(until: { isStopped || vm.isStopped }, work)
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
            let all = try patiently { sign in
                try RuleExplainer(pack, among: contents.packs, stop: sign).alerts(rule, contents.snapshot)
            }
            guard let all else { return .interrupted }
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
            let answer = try patiently { sign -> (alerts: Int, miss: NearMiss?) in
                let explainer = RuleExplainer(pack, among: packs, stop: sign)
                return (try explainer.alerts(rule, snapshot).count, try explainer.nearMiss(rule, snapshot))
            }
            guard let (count, miss) = answer else { return .interrupted }
            if count > 0 { return .text("\(rule.id) fires: \(counted(count, "alert")); .why N says why") }
            guard let miss else { return .text("\(rule.id) is one function, which tells no more") }
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
