// What an incremental engine remembers of one sequence of a rule: which events stand under which keys.
import EventModel

/// The keys of one sequence and the events under them that some step may want.
struct PlanMemory {
    let plan: SequencePlan
    /// The events under each key.
    private(set) var events: [String: Set<String>] = [:]
    /// The keys of each event.
    private(set) var keys: [String: [String]] = [:]
    /// Whether events were let go: then what some condition wants need not be here.
    private(set) var hasLetGo = false

    init(_ plan: SequencePlan) { self.plan = plan }

    /// Puts an event under keys in place of those that it stood under, and says which are touched.
    mutating func put(_ id: String, under new: [String]) -> Set<String> {
        let old = keys[id] ?? []
        for key in old {
            events[key]?.remove(id)
            if events[key]?.isEmpty ?? false { events[key] = nil }
        }
        keys[id] = new.isEmpty ? nil : new
        for key in new { events[key, default: []].insert(id) }
        return Set(old).union(new)
    }

    /// Lets go of an event, and says under which keys it stood.
    mutating func letGo(_ id: String) -> [String] {
        guard let old = keys[id] else { return [] }
        hasLetGo = true
        _ = put(id, under: [])
        return old
    }

    /// The keys of a snapshot's events, by id; only those that some condition wants, of those asked for.
    func keys(of ids: Set<String>, _ context: MatchContext) -> [String: [String]] {
        let masks = context.masks(plan)
        let snapshot = context.snapshot
        var found: [String: [String]] = [:]
        let rows = ids.compactMap { id in snapshot.row(id: id) }.filter { masks[$0] != 0 }
        guard !rows.isEmpty else { return [:] }
        let wanted = Set(rows)
        let index = context.keys(plan.pattern.key)
        let names = context.keyNames(plan.pattern.key)
        for (number, group) in index.groups.enumerated() {
            for row in index.rows(of: group, in: snapshot) where wanted.contains(row) {
                found[snapshot.id(row), default: []].append(names[number])
            }
        }
        return found
    }
}
