// Events made up at random, the same ones for the same seed.
import Chronology
import EventModel

/// A generator of numbers that is the same everywhere (Steele, Lea and Flood 2014, SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum RandomEvents {
    private static let actors = ["USA", "IRN", "ISR", "RUS", "UKR"].map {
        Actor(id: $0.lowercased(), name: $0, country: $0, sector: .government, text: $0)
    }

    /// Events of a few states within some months, some without a date, some over several days, some with answers;
    /// one actor on each side and few answers where they act alone.
    static func events(count: Int, seed: UInt64, days: Int = 150, alone: Bool = false) -> [Event] {
        var generator = SplitMix(state: seed)
        var events: [Event] = []
        for place in 0..<count {
            let start = Day(number: Int32(19_700 + Int.random(in: 0..<days, using: &generator)))
            let length = Int.random(in: 0..<8, using: &generator) == 0 ? Int.random(in: 1...20, using: &generator) : 0
            let isDated = Int.random(in: 0..<15, using: &generator) > 0
            let type = [EventType.assault, .coerce, .threaten, .mobilize, .agree][
                Int.random(in: 0..<5, using: &generator)
            ]
            var event = Event(
                id: Digest.eventID(article: "a", span: place..<place + 1, trigger: 0..<1, ordinal: 0),
                date: isDated ? DaySpan(start, start.advanced(by: length)) : nil,
                source: pick(&generator, alone),
                target: pick(&generator, alone),
                action: "acts",
                type: type,
                hostility: type == .assault ? 4 : type == .mobilize ? 3 : 1,
                article: "article-\(place % 7)",
                published: nil,
                sentence: place,
                span: place * 10..<place * 10 + 5,
                trigger: place * 10..<place * 10 + 2,
                text: "Event \(place)."
            )
            event.aggregate = length > 10
            if !events.isEmpty, Int.random(in: 0..<(alone ? 150 : 6), using: &generator) == 0 {
                event.inResponseTo = [events[Int.random(in: 0..<events.count, using: &generator)].id]
            }
            events.append(event)
        }
        return events
    }

    private static func pick(_ generator: inout SplitMix, _ alone: Bool) -> [Actor] {
        let count = !alone && Int.random(in: 0..<6, using: &generator) == 0 ? 2 : 1
        return Array(actors.shuffled(using: &generator).prefix(count))
    }
}
