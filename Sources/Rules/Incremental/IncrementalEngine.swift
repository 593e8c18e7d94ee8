// Keeps the alerts of packs up to date while events are reported, revised and removed in any order.
import EventModel
import Synchronization

/// An engine that matches again only the keys that a report touches.
///
/// Events may be reported in any order: they are matched in the order in which they happened, and the alerts that stand
/// are those that a `RuleEngine` raises on the same events at once. A report costs what the keys of its event cost, not
/// what all events do; only rules that are one function, and windows that
/// are measured against the past or by periods, look at all events again. Any thread may use it.
public final class IncrementalEngine: Sendable {
    private struct State {
        var ledger = EventLedger()
        var rules: [RuleMemory]
        /// The alerts of rules that others ask for, by the event that completes them.
        var completed: [String: [Int: [RaisedAlerts.Completed]]] = [:]
        /// A change that was stopped has left keys unmatched.
        var isBroken = false
    }

    private let engine: RuleEngine
    private let caps: EngineCaps
    private let state: Mutex<State>

    /// An engine without events.
    public init(_ packs: [RulePack], caps: EngineCaps = EngineCaps()) {
        engine = RuleEngine(packs)
        self.caps = caps
        state = Mutex(State(rules: engine.runs.map(RuleMemory.init)))
    }

    /// The packs whose rules run.
    public var packs: [RulePack] { engine.packs }

    /// The alerts that stand, in the order of a check's.
    public var alerts: [Alert] {
        state.withLock { $0.rules.flatMap { Array($0.alerts.values) } }.sorted(by: RuleEngine.precedes)
    }

    /// The rules that fail on the events as they are.
    public var errors: [RuleError] { state.withLock { $0.rules.compactMap(\.error) } }

    /// How many events it knows.
    public var eventCount: Int { state.withLock { $0.ledger.events.count } }

    /// Takes reports, all at once, and says what they changed.
    ///
    /// Nil where `stop` was raised: the alerts are half old and half new then, and a new engine is needed; it goes on
    /// returning nil. Throws `store_full` where a key holds more than a store.
    public func apply(_ reports: [EventReport], stop: StopSign = StopSign()) throws(RuleError) -> AlertChanges? {
        try change(stop) { $0.take(reports) }
    }

    /// Takes these events as all there are, whatever their revisions, and says what that changed; as `apply`.
    public func replace(by events: [Event], stop: StopSign = StopSign()) throws(RuleError) -> AlertChanges? {
        try change(stop) { $0.replace(by: events) }
    }

    private func change(
        _ stop: StopSign,
        _ take: (inout EventLedger) -> Set<String>
    ) throws(RuleError) -> AlertChanges? {
        let result = state.withLock { state -> Result<AlertChanges?, RuleError> in
            guard !state.isBroken else { return .success(nil) }
            let touched = take(&state.ledger)
            guard !touched.isEmpty else { return .success(AlertChanges()) }
            do throws(RuleError) {
                return .success(try update(&state, touched, stop))
            } catch {
                state.isBroken = true
                return stop.isRaised ? .success(nil) : .failure(error)
            }
        }
        return try result.get()
    }

    // MARK: - One change

    /// An event whose alerts of a rule are others now.
    private typealias Completions = [Int: Set<String>]

    private func update(_ state: inout State, _ touched: Set<String>, _ stop: StopSign) throws(RuleError)
        -> AlertChanges
    {
        var changes = AlertChanges()
        let letGo = state.ledger.evict(beyond: caps.events)
        if !letGo.isEmpty {
            for place in state.rules.indices {
                for id in letGo { state.rules[place].letGo(id) }
            }
            changes.evictions.append(Eviction(cap: .events, rule: nil, eventCount: letGo.count))
        }
        let touched = touched.subtracting(letGo)
        var completions: Completions = [:]
        for (place, error) in engine.order.errors { _ = state.rules[place].settle(error) }
        for level in engine.order.levels {
            try update(level, &state, touched, stop, &completions, &changes)
        }
        changes.alerts.sort(by: RuleEngine.precedes)
        return changes
    }

    private func update(
        _ level: [Int],
        _ state: inout State,
        _ touched: Set<String>,
        _ stop: StopSign,
        _ completions: inout Completions,
        _ changes: inout AlertChanges
    ) throws(RuleError) {
        // What a rule looks at anew: events that changed, and those that complete other alerts now.
        let ids = level.map { place in
            engine.order.needs[place].reduce(touched) { $0.union(completions[$1] ?? []) }
        }
        let all = ids.reduce(into: Set()) { $0.formUnion($1) }
        let arrived = try context(of: all, state, stop)
        var dirty: [RuleMemory.Dirty] = []
        for (place, ids) in zip(level, ids) {
            dirty.append(state.rules[place].put(ids, arrived))
            try stop.check()
            changes.evictions += state.rules[place].evict(caps, dirty[dirty.count - 1], state.ledger)
        }
        let needed = zip(level, dirty).reduce(into: Set<String>()) {
            $0.formUnion(state.rules[$1.0].events(under: $1.1))
        }
        // Where everything is new, what arrived is all that is needed.
        let isAll = all.isSuperset(of: needed)
        let context = isAll ? arrived : try context(of: needed, state, stop)
        var whole: MatchContext?
        for (place, dirty) in zip(level, dirty) {
            if state.rules[place].run.readsAll {
                if whole == nil { whole = try self.context(of: Set(state.ledger.events.keys), state, stop) }
                if let whole { try runWhole(&state.rules[place], whole) }
            } else {
                try match(&state.rules[place], dirty, context)
            }
            changes.keyCount += dirty.reduce(0) { $0 + $1.count }
            settle(place, &state, &completions, &changes)
        }
    }

    /// A context with the alerts that rules may ask for.
    private func context(of ids: Set<String>, _ state: borrowing State, _ stop: StopSign) throws(RuleError)
        -> MatchContext
    {
        let snapshot = try state.ledger.snapshot(of: ids)
        let context = MatchContext(snapshot, roster: state.ledger.roster, stop: stop)
        var alerts = RaisedAlerts()
        for row in 0..<(state.completed.isEmpty ? 0 : snapshot.count) {
            for list in (state.completed[snapshot.id(row)] ?? [:]).values {
                for one in list { alerts.add(one, row: row) }
            }
        }
        context.take(alerts)
        return context
    }

    private func match(_ rule: inout RuleMemory, _ dirty: RuleMemory.Dirty, _ context: MatchContext) throws(RuleError) {
        guard dirty.contains(where: { !$0.isEmpty }) else { return }
        guard rule.run.findsByFunctions || rule.run.wordsByFunction else {
            try rule.match(dirty, context)
            return
        }
        let run = rule.run
        try run.pack.perform(context.stop, rule: run.rule.id) { () throws(RuleError) in
            try rule.match(dirty, context)
        }
    }

    private func runWhole(_ rule: inout RuleMemory, _ context: MatchContext) throws(RuleError) {
        do throws(RuleError) {
            rule.replaceAll(.success(try rule.run.matches(context)))
        } catch {
            try context.stop.check()
            rule.replaceAll(.failure(error))
        }
    }

    /// Settles the alerts of a rule, and notes what they change for rules that ask for them.
    private func settle(
        _ place: Int,
        _ state: inout State,
        _ completions: inout Completions,
        _ changes: inout AlertChanges
    ) {
        let failed = engine.order.needs[place].first { state.rules[$0].error != nil }
        for (before, after) in state.rules[place].settle(failed.map { engine.unmet(place, by: $0) }) {
            if var alert = after ?? before {
                alert.status = before == nil ? .new : after == nil ? .withdrawn : .updated
                changes.alerts.append(alert)
            }
            guard engine.order.isNeeded.contains(place) else { continue }
            for alert in [before, after].compactMap({ $0 }) {
                guard let id = alert.completingEvent else { continue }
                completions[place, default: []].insert(id)
            }
            if let before { Self.count(before, place, isThere: false, &state) }
            if let after { Self.count(after, place, isThere: true, &state) }
        }
    }

    private static func count(_ alert: Alert, _ place: Int, isThere: Bool, _ state: inout State) {
        guard let id = alert.completingEvent else { return }
        let one = RaisedAlerts.Completed(alert)
        var list = state.completed[id]?[place] ?? []
        if isThere {
            list.append(one)
        } else if let old = list.firstIndex(of: one) {
            list.remove(at: old)
        }
        state.completed[id, default: [:]][place] = list.isEmpty ? nil : list
        if state.completed[id]?.isEmpty ?? false { state.completed[id] = nil }
    }
}
