// Which actors belong to which family among the events at hand.
import CColumns
import EventModel

/// The members of families, as sides.
struct FamilyRoster: Sendable, Hashable {
    /// A member: its country and the side that it is.
    struct Member: Sendable, Hashable {
        let country: String?
        let unit: String
    }

    private(set) var members: [String: Set<Member>] = [:]

    /// Nobody.
    init() {}

    /// The members among the actors of a snapshot's events.
    init(_ snapshot: EventStore.Snapshot) {
        let columns = snapshot.columns
        var isSeen = [Bool](repeating: false, count: Int(columns.counts.actors))
        // A store keeps the actors of events that were removed; they are members of nothing any more.
        for side in 0..<Int(columns.counts.sides) where columns.side_start[side] < columns.side_start[side + 1] {
            for list in [columns.side_source[side], columns.side_target[side]] {
                for actor in snapshot.symbolList(list) { isSeen[Int(actor)] = true }
            }
        }
        for number in isSeen.indices where isSeen[number] { add(snapshot.actor(number)) }
    }

    /// Takes in an actor; those that belong to no family change nothing.
    mutating func add(_ actor: Actor) {
        guard let (family, member) = Self.membership(of: actor) else { return }
        insert(member, of: family)
    }

    /// Takes a member in.
    mutating func insert(_ member: Member, of family: String) { members[family, default: []].insert(member) }

    /// The family of an actor and what it is there; nil where it has none.
    static func membership(of actor: Actor) -> (family: String, member: Member)? {
        guard let family = actor.family, family != actor.id else { return nil }
        return (family, Member(country: actor.country, unit: ActorLevel.side.unit(actor)))
    }

    /// Takes a member out.
    mutating func remove(_ member: Member, of family: String) {
        members[family]?.remove(member)
        if members[family]?.isEmpty ?? false { members[family] = nil }
    }

    /// The sides of the members of a family that an actor stands for, in the order of names.
    func units(of actor: Actor) -> [String] {
        guard let all = members[actor.id] else { return [] }
        return Set(all.filter { actor.country == nil || actor.country == $0.country }.map(\.unit)).sorted()
    }
}
