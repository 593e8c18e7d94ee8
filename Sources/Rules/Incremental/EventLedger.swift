// The events that an incremental engine knows, each as of its highest revision.
import Chronology
import EventModel

/// Events by id, with what ties them to each other beyond the keys of rules.
struct EventLedger {
    private(set) var events: [String: Event] = [:]
    /// The members of families among the events.
    private(set) var roster = FamilyRoster()
    /// The revisions of what was removed: older reports that come late are of no account.
    private var removed: [String: Int] = [:]
    /// For each id the events that say they answer it.
    private var answerers: [String: Set<String>] = [:]
    /// In how many actors of events each membership stands.
    private var memberCounts: [Membership: Int] = [:]

    private struct Membership: Hashable {
        let family: String
        let member: FamilyRoster.Member
    }

    /// Takes reports and says which events may look different to rules now: those that changed, those that answer
    /// them, and those of a family whose members changed.
    mutating func take(_ reports: [EventReport]) -> Set<String> {
        let before = roster
        var changed: Set<String> = []
        for report in reports {
            switch report {
            case .event(let event):
                if let known = events[event.id], event.revision < known.revision { continue }
                if let revision = removed[event.id], event.revision <= revision { continue }
                if put(event) { changed.insert(event.id) }
            case .removal(let id, let revision):
                if let known = events[id], known.revision > revision { continue }
                removed[id] = max(revision, removed[id] ?? revision)
                if drop(id) { changed.insert(id) }
            }
        }
        return touched(by: changed, before)
    }

    /// Takes these events as all there are, whatever their revisions, and says which may look different now.
    mutating func replace(by all: [Event]) -> Set<String> {
        let before = roster
        var changed: Set<String> = []
        removed = [:]
        let ids = Set(all.map(\.id))
        for id in Array(events.keys) where !ids.contains(id) && drop(id) { changed.insert(id) }
        for event in all where put(event) { changed.insert(event.id) }
        return touched(by: changed, before)
    }

    /// Lets go of the oldest events beyond a cap, and says which they were.
    mutating func evict(beyond cap: Int) -> [String] {
        if removed.count > cap { removed = [:] }
        guard events.count > cap else { return [] }
        // Some more than needed, so that not every report pays for it.
        let count = min(events.count, events.count - cap + cap / 10)
        let oldest = oldestFirst(events.keys).prefix(count)
        for id in oldest { drop(id) }
        return Array(oldest)
    }

    /// Ids by the days of their events; those without a date first.
    func oldestFirst(_ ids: some Sequence<String>) -> [String] {
        let days = ids.map { id in (day: events[id]?.date?.end.number ?? .min, id: id) }
        return days.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map(\.id)
    }

    /// The last day of an event, the least where it has none.
    func day(_ id: String) -> Int32 { events[id]?.date?.end.number ?? .min }

    /// A snapshot of these events and of all that they answer, directly or not.
    func snapshot(of ids: Set<String>) throws(RuleError) -> EventStore.Snapshot {
        var all = ids
        var queue = Array(ids)
        while let id = queue.popLast() {
            for answered in events[id]?.inResponseTo ?? [] where events[answered] != nil {
                if all.insert(answered).inserted { queue.append(answered) }
            }
        }
        do throws(StoreError) {
            return try EventStore(all.lazy.compactMap { events[$0] }).snapshot()
        } catch {
            throw RuleError(code: error.code, message: error.message)
        }
    }

    private func touched(by changed: Set<String>, _ before: FamilyRoster) -> Set<String> {
        var touched = changed
        if before != roster {
            let families = Set(before.members.keys).union(roster.members.keys)
                .filter { before.members[$0] != roster.members[$0] }
            for event in events.values where (event.source + event.target).contains(where: { families.contains($0.id) })
            {
                touched.insert(event.id)
            }
        }
        var queue = Array(changed)
        while let id = queue.popLast() {
            for answerer in answerers[id] ?? [] where touched.insert(answerer).inserted { queue.append(answerer) }
        }
        return touched
    }

    private mutating func put(_ event: Event) -> Bool {
        guard events[event.id] != event else { return false }
        drop(event.id)
        events[event.id] = event
        for id in event.inResponseTo { answerers[id, default: []].insert(event.id) }
        for one in Self.memberships(event) {
            memberCounts[one, default: 0] += 1
            if memberCounts[one] == 1 { roster.insert(one.member, of: one.family) }
        }
        return true
    }

    @discardableResult
    private mutating func drop(_ id: String) -> Bool {
        guard let event = events.removeValue(forKey: id) else { return false }
        for answered in event.inResponseTo {
            answerers[answered]?.remove(id)
            if answerers[answered]?.isEmpty ?? false { answerers[answered] = nil }
        }
        for one in Self.memberships(event) {
            memberCounts[one, default: 1] -= 1
            guard memberCounts[one] == 0 else { continue }
            memberCounts[one] = nil
            roster.remove(one.member, of: one.family)
        }
        return true
    }

    private static func memberships(_ event: Event) -> [Membership] {
        (event.source + event.target).compactMap { actor in
            FamilyRoster.membership(of: actor).map { Membership(family: $0.family, member: $0.member) }
        }
    }
}
