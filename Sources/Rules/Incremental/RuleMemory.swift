// What an incremental engine remembers of one rule: keys, matches, and the alerts that stand.
import EventModel

/// One rule between two changes.
struct RuleMemory {
    let run: RuleRun
    private(set) var plans: [PlanMemory]
    /// The plans that are matched together, as `PlanRun` has them.
    private let families: [[Int]]
    /// The alerts that stand, by fingerprint.
    private(set) var alerts: [String: Alert] = [:]
    /// Why the rule gives no alerts now.
    private(set) var error: RuleError?

    /// Where an alert comes from: a key of a sequence; sealed ones stand on events that were let go.
    private struct Origin: Hashable {
        let sequence: Int
        let key: String
        var sealed: Int?
    }

    /// For each fingerprint what may stand under it, of which the lowest rank does.
    private var candidates: [String: [Origin: RaisedMatch]] = [:]
    private var fingerprints: [Origin: Set<String>] = [:]
    private var failures: [Origin: RuleError] = [:]
    private var sealedCount = 0
    /// The fingerprints under which something may have changed.
    private var open: Set<String> = []

    init(_ run: RuleRun) {
        self.run = run
        plans = run.plans.map(PlanMemory.init)
        families = PlanRun.families(run.plans)
    }

    /// Keys to match again, by sequence.
    typealias Dirty = [Set<String>]

    /// Puts events under the keys that they stand under now, and says which are touched.
    mutating func put(_ ids: Set<String>, _ context: MatchContext) -> Dirty {
        var dirty = plans.indices.map { number in
            let keys = plans[number].keys(of: ids, context)
            var dirty: Set<String> = []
            for id in ids { dirty.formUnion(plans[number].put(id, under: keys[id] ?? [])) }
            return dirty
        }
        for family in families where family.count > 1 {
            let keys = family.reduce(into: Set<String>()) { $0.formUnion(dirty[$1]) }
            for number in family { dirty[number] = keys }
        }
        return dirty
    }

    /// The events under keys.
    func events(under dirty: Dirty) -> Set<String> {
        var ids: Set<String> = []
        for (number, keys) in dirty.enumerated() {
            for key in keys { ids.formUnion(plans[number].events[key] ?? []) }
        }
        return ids
    }

    /// Matches keys again; throws `stopped`, while what is the rule's own fault is kept as its failure.
    mutating func match(_ dirty: Dirty, _ context: MatchContext) throws(RuleError) {
        for family in families {
            let keys = dirty[family[0]]
            guard !keys.isEmpty else { continue }
            for key in keys { for number in family { forget(Origin(sequence: number, key: key)) } }
            let masks = family.map { self.masks($0, context) }
            let kind = plans[family[0]].plan.pattern.key
            let index = context.keys(kind)
            for (place, name) in context.keyNames(kind).enumerated() where keys.contains(name) {
                do throws(RuleError) {
                    for one in try matches(index.only(place), family, masks, context) {
                        add(one, from: Origin(sequence: one.found.sequence, key: name))
                    }
                } catch {
                    guard error.code != RuleError.stopped.code, !context.stop.isRaised else { throw .stopped }
                    failures[Origin(sequence: family[0], key: name)] = error
                }
            }
        }
    }

    private func matches(
        _ index: KeyIndex,
        _ family: [Int],
        _ masks: [[UInt32]],
        _ context: MatchContext
    ) throws(RuleError) -> [RaisedMatch] {
        let caller: any FunctionCaller = run.findsByFunctions ? try run.caller(context) : NoFunctions()
        var found: [PlanRun.Found] = []
        for (number, masks) in zip(family, masks) {
            let plan = plans[number].plan
            let units = context.units(plan.pattern.key.level)
            var matcher = SequenceMatcher(plan, in: context, units: units, caller: caller)
            for batch in try matcher.matches(index, masks: masks) {
                found += batch.matches(plan).map { PlanRun.Found(sequence: number, match: $0) }
            }
            guard !matcher.gaveUp else { throw run.gaveUp }
        }
        let spaced = PlanRun.spaced(found, by: plans[family[0]].plan.pattern.suppress, in: context.snapshot)
        return try run.raised(try run.worded(spaced.map { RuleRun.Finding(found: $0) }, context), context)
    }

    /// Takes what a rule that is one function raised on all events.
    mutating func replaceAll(_ result: Result<[RaisedMatch], RuleError>) {
        let origin = Origin(sequence: 0, key: "")
        forget(origin)
        switch result {
        case .success(let raised): for one in raised { add(one, from: origin) }
        case .failure(let error): failures[origin] = error
        }
    }

    /// Settles which alerts stand, and says what changed: before and after, by fingerprint.
    mutating func settle(_ blocked: RuleError?) -> [(before: Alert?, after: Alert?)] {
        let had = error != nil
        error = blocked ?? failures.min { ($0.key.sequence, $0.key.key) < ($1.key.sequence, $1.key.key) }?.value
        if had != (error != nil) { open.formUnion(candidates.keys) }
        if error != nil { open.formUnion(alerts.keys) }
        var changes: [(before: Alert?, after: Alert?)] = []
        for fingerprint in open {
            let before = alerts[fingerprint]
            let best = error == nil ? candidates[fingerprint]?.values.min { $0.rank < $1.rank }?.alert : nil
            guard before != best else { continue }
            alerts[fingerprint] = best
            changes.append((before, best))
        }
        open = []
        return changes
    }

    // MARK: - Letting go

    /// Lets go of an event everywhere; alerts that stand on it stay.
    mutating func letGo(_ id: String) {
        for number in plans.indices {
            for key in plans[number].letGo(id) { seal(id, Origin(sequence: number, key: key)) }
        }
    }

    /// Lets go of what is beyond the caps.
    mutating func evict(_ caps: EngineCaps, _ dirty: Dirty, _ ledger: EventLedger) -> [Eviction] {
        var evictions: [Eviction] = []
        for (number, keys) in dirty.enumerated() {
            for key in keys.sorted() {
                guard let ids = plans[number].events[key], ids.count > caps.eventsPerKey else { continue }
                let count = ids.count - caps.eventsPerKey + caps.eventsPerKey / 10
                evictions.append(letGo(ledger.oldestFirst(ids).prefix(count), number, .eventsPerKey))
            }
            guard plans[number].events.count > caps.keys else { continue }
            let days = plans[number].events.map { key, ids in (day: ids.map(ledger.day).max() ?? .min, key: key) }
            let oldest = days.sorted { ($0.day, $0.key) < ($1.day, $1.key) }.prefix(days.count - caps.keys)
            let ids = Set(oldest.flatMap { plans[number].events[$0.key] ?? [] })
            evictions.append(letGo(ledger.oldestFirst(ids)[...], number, .keys))
        }
        return evictions
    }

    private mutating func letGo(_ ids: ArraySlice<String>, _ number: Int, _ cap: Eviction.Cap) -> Eviction {
        for id in ids {
            for key in plans[number].letGo(id) { seal(id, Origin(sequence: number, key: key)) }
        }
        return Eviction(cap: cap, rule: run.rule.id, eventCount: ids.count)
    }

    /// Makes the matches of a key that an event takes part in independent of the key.
    private mutating func seal(_ id: String, _ origin: Origin) {
        for fingerprint in (fingerprints[origin] ?? []).sorted() {
            guard let one = candidates[fingerprint]?[origin],
                one.alert.bindings.contains(where: { $0.events.contains(id) })
            else { continue }
            candidates[fingerprint]?[origin] = nil
            fingerprints[origin]?.remove(fingerprint)
            var sealed = origin
            sealed.sealed = sealedCount
            sealedCount += 1
            candidates[fingerprint, default: [:]][sealed] = one
        }
    }

    // MARK: - Candidates

    private mutating func add(_ one: RaisedMatch, from origin: Origin) {
        let fingerprint = one.alert.fingerprint
        candidates[fingerprint, default: [:]][origin] = one
        fingerprints[origin, default: []].insert(fingerprint)
        open.insert(fingerprint)
    }

    private mutating func forget(_ origin: Origin) {
        failures[origin] = nil
        for fingerprint in fingerprints.removeValue(forKey: origin) ?? [] {
            candidates[fingerprint]?[origin] = nil
            if candidates[fingerprint]?.isEmpty ?? false { candidates[fingerprint] = nil }
            open.insert(fingerprint)
        }
    }

    private func masks(_ number: Int, _ context: MatchContext) -> [UInt32] {
        var masks = context.masks(plans[number].plan)
        guard plans[number].hasLetGo else { return masks }
        for row in masks.indices where masks[row] != 0 && plans[number].keys[context.snapshot.id(row)] == nil {
            masks[row] = 0
        }
        return masks
    }
}

extension KeyIndex {
    /// The index with one of its groups only.
    func only(_ group: Int) -> KeyIndex {
        KeyIndex(groups: [groups[group]], members: members, bySides: bySides, single: nil)
    }
}
