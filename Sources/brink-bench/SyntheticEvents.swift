// Events that nobody reported: many, varied and the same at every run, for measuring.
import Chronology
import EventModel

/// A sequence of synthetic events: 160 actors in some 25,000 dyads over ten years, a sentence of its own each.
struct SyntheticEvents: Sequence {
    /// How many events.
    let count: Int
    /// Whether one in ten lasts for some days; else each is of one day.
    var lastsDays = true

    private static let actorCount = 160
    private static let firstDay: Int32 = 16_436

    func makeIterator() -> AnyIterator<Event> {
        var number = 0
        var state: UInt64 = 42
        let actors = Self.actors
        let places = (0..<200).map { Place(name: "Place \($0)", country: "C\($0 % 60)", latitude: 33, longitude: 44) }
        return AnyIterator {
            guard number < count else { return nil }
            defer { number += 1 }
            var event = Self.event(number, actors, places, &state)
            if !lastsDays, let start = event.date?.start { event.date = DaySpan(start) }
            return event
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014): a run that its seed decides.
    private static func random(_ below: Int, _ state: inout UInt64) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(below))
    }

    private static let actors: [Actor] = (0..<actorCount).map { number in
        Actor(
            id: "actor-\(number)",
            name: "Actor \(number)",
            country: "C\(number % 60)",
            sector: Sector.allCases[number % Sector.allCases.count],
            backer: number % 5 == 0 ? "C\(number % 7)" : nil,
            family: number % 8 == 0 ? "family-\(number % 16)" : nil,
            text: "the forces of Actor \(number)"
        )
    }

    private static let actions = (0..<600).map { "carried out act \($0)" }
    private static let modes = ["heavy-weapons", "firearms", "explosives", nil, nil]
    private static let goldstein = [-10, -9, -5.5, -2, 0, 1, 3.4, 7]

    private static func event(
        _ number: Int,
        _ actors: [Actor],
        _ places: [Place],
        _ state: inout UInt64
    ) -> Event {
        let source = random(actorCount, &state)
        let target = (source + 1 + random(actorCount - 1, &state)) % actorCount
        let start = Day(number: firstDay + Int32(random(3650, &state)))
        let length = random(10, &state) == 0 ? random(20, &state) : 0
        let type = EventType.allCases[random(16, &state)]
        let span = number % 20 * 120
        var event = Event(
            id: EventID.number(UInt64(number) &* 0x9e37_79b9_7f4a_7c15),
            date: DaySpan(start, start.advanced(by: length)),
            source: [actors[source]],
            target: [actors[target]],
            action: actions[random(actions.count, &state)],
            type: type,
            mode: modes[random(modes.count, &state)],
            context: random(2, &state) == 0 ? ["military"] : [],
            cameo: String(10 + random(190, &state)),
            goldstein: goldstein[random(goldstein.count, &state)],
            hostility: 1 + random(5, &state),
            article: "article-\(number / 20)",
            published: Day(number: firstDay + 20 + Int32(number / 20 % 3650)),
            sentence: number % 20,
            span: span..<span + 110,
            trigger: span + 20..<span + 40,
            text: "On \(start) the forces of Actor \(source) met those of Actor \(target); this is report \(number)."
        )
        event.modality = Modality.allCases[[0, 0, 0, 1, 2, 3, 4][random(7, &state)]]
        event.killed = random(3, &state) == 0 ? random(40, &state) : nil
        event.wounded = random(3, &state) == 0 ? random(40, &state) : nil
        event.location = random(4, &state) == 0 ? nil : places[random(places.count, &state)]
        event.weapon = random(5, &state) == 0 ? ["missile"] : []
        return event
    }
}

/// Ids of synthetic events.
private enum EventID {
    static func number(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return "e_" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
