// Whether two lists of actors can be the same side.
import EventModel

/// Compares sides of acts: a state with its forces and leaders, a group with its family.
enum Sides {
    /// How well two sides agree.
    enum Match: Int, Comparable {
        case different, unknown, related, same
        static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
    }

    /// The best agreement between an actor of one side and an actor of the other; `unknown` where a side is empty.
    static func compare(_ left: [Actor], _ right: [Actor]) -> Match {
        compare(left.indices, right.indices) { compare(left[$0], right[$1]) }
    }

    /// The best agreement between a party of one side and a party of the other; `unknown` where a side is empty.
    static func compare(_ left: [Party], _ right: [Party]) -> Match {
        compare(left.indices, right.indices) { compare(left[$0].actor, right[$1].actor) }
    }

    @inline(__always) private static func compare(
        _ left: Range<Int>,
        _ right: Range<Int>,
        _ match: (Int, Int) -> Match
    ) -> Match {
        if left.isEmpty || right.isEmpty { return .unknown }
        var best = Match.different
        for one in left {
            for other in right where best < .same { best = max(best, match(one, other)) }
        }
        return best
    }

    /// Whether two actors are one, or one belongs to the other.
    static func compare(_ left: Actor, _ right: Actor) -> Match {
        if left.id == right.id { return .same }
        if let family = left.family, family == right.id || family == right.family { return .related }
        if let family = right.family, family == left.id { return .related }
        if let country = left.country, country == right.country, country != "IGO", isState(left), isState(right) {
            return .same
        }
        let isGeneric = left.sector == .unidentifiedArmed || right.sector == .unidentifiedArmed
        if isGeneric, isArmed(left), isArmed(right),
            left.country == nil || right.country == nil
                || left.country == right.country
        {
            return .related
        }
        // A state behind a group: "Iranian-linked sites" are those of the militias that Iran backs.
        if let backer = left.backer, backer == right.country, isState(right) { return .related }
        if let backer = right.backer, backer == left.country, isState(left) { return .related }
        // "Iran-backed militias" may be any of them, but Hamas is not the Houthis.
        let mayBeOne = left.country == nil || right.country == nil || left.country == right.country
        if left.sector == .rebels, right.sector == .rebels, left.backer != nil, left.backer == right.backer, mayBeOne {
            return .related
        }
        return .different
    }

    /// Whether the actor acts for a state.
    static func isState(_ actor: Actor) -> Bool {
        switch actor.sector {
        case .government, .military, .legislature, .intelligence, .police, nil: actor.country != nil
        default: false
        }
    }

    private static func isArmed(_ actor: Actor) -> Bool {
        switch actor.sector {
        case .military, .rebels, .unidentifiedArmed, .criminals: true
        default: false
        }
    }
}
