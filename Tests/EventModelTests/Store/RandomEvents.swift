// Events for property tests: every field varies, small vocabularies so that conditions meet often.
import Chronology
import EventModel

/// A generator whose run is decided by its seed (SplitMix64, Steele and others 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &self)] }
}

struct RandomEvents {
    var generator: SeededGenerator

    static let actors = [
        Actor(id: "united-states", name: "United States", country: "USA", sector: .government, text: "the US"),
        Actor(id: "united-states", name: "United States", country: "USA", sector: .military, text: "US forces"),
        Actor(id: "iran", name: "Iran", country: "IRN", sector: .government, text: "Téhéran"),
        Actor(
            id: "kataib-hezbollah",
            name: "Kataib Hezbollah",
            country: "IRQ",
            sector: .rebels,
            backer: "IRN",
            family: "iran-backed-militias",
            text: "the militia"
        ),
        Actor(id: "houthis", name: "Houthis", country: "YEM", sector: .rebels, backer: "IRN", text: "Te\u{301}"),
        Actor(id: "united-nations", name: "United Nations", country: "IGO", text: "the UN"),
        Actor(id: "gunmen", name: "gunmen", sector: .unidentifiedArmed, text: "gunmen"),
    ]
    static let places = [
        Place(name: "Iraq", country: "IRQ", latitude: 33, longitude: 44), Place(name: "Red Sea"),
        Place(name: "Erbil", country: "IRQ", latitude: 36.19, longitude: 44.01),
    ]
    static let words = ["drone", "strike", "troops", "Baghdad", "SHIP", "talks", "tel\u{301}", "sanction"]

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    mutating func events(_ count: Int) -> [Event] { (0..<count).map { event($0) } }

    mutating func event(_ number: Int) -> Event {
        let start = Day(number: Int32.random(in: 19_700..<19_760, using: &generator))
        let length = generator.chance(80) ? 0 : Int.random(in: 1..<40, using: &generator)
        let span = Int.random(in: 0..<900, using: &generator)
        var event = Event(
            id: generator.chance(90) ? "e_" + hex(UInt64(number) &* 0x9e37_79b9_7f4a_7c15) : "odd \(number)",
            date: generator.chance(88) ? DaySpan(start, start.advanced(by: length)) : nil,
            source: side(),
            target: side(),
            action: generator.pick(Self.words),
            type: generator.pick(EventType.allCases),
            mode: generator.chance(50) ? generator.pick(["heavy-weapons", "firearms", "violence"]) : nil,
            context: generator.chance(40) ? ["military", "maritime"].filter { _ in generator.chance(60) } : [],
            cameo: generator.chance(80) ? generator.pick(["190", "195", "1823", "036"]) : nil,
            goldstein: generator.chance(80) ? generator.pick([-10, -9.5, 0, 0.1, 7.4]) : nil,
            hostility: Int.random(in: 1...5, using: &generator),
            article: generator.pick(["a", "b", "c:12", ""]),
            published: generator.chance(80) ? start.advanced(by: Int.random(in: 0..<3, using: &generator)) : nil,
            sentence: Int.random(in: -1..<5, using: &generator),
            span: span..<span + Int.random(in: 1..<300, using: &generator),
            trigger: span + 1..<span + Int.random(in: 1..<9, using: &generator),
            text: (0..<3).map { _ in generator.pick(Self.words) }.joined(separator: " ")
        )
        decorate(&event, number: number)
        return event
    }

    private mutating func decorate(_ event: inout Event, number: Int) {
        event.modality = generator.pick(Modality.allCases)
        event.quoted = generator.chance(20)
        event.aggregate = generator.chance(10)
        event.revision = generator.chance(10) ? 2 : 0
        event.speaker = generator.chance(30) ? generator.pick(["CENTCOM", "Biden", ""]) : nil
        event.location = generator.chance(60) ? generator.pick(Self.places) : nil
        event.weapon = generator.chance(30) ? ["missile", "drone"].filter { _ in generator.chance(60) } : []
        event.killed = generator.chance(40) ? Int.random(in: 0..<20, using: &generator) : nil
        event.wounded = generator.chance(40) ? Int.random(in: 0..<20, using: &generator) : nil
        if generator.chance(30) {
            event.inResponseTo = ["e_" + hex(UInt64(number / 2) &* 0x9e37_79b9_7f4a_7c15), "odd \(number / 3)"]
        }
        if generator.chance(20) {
            event.mentions = [Mention(article: "b", sentence: 2, span: 5..<20, text: generator.pick(Self.words))]
        }
        event.trace = generator.chance(10) ? "lexicon line 12" : nil
    }

    private mutating func side() -> [Actor] {
        let count = generator.pick([0, 1, 1, 1, 1, 1, 2, 3])
        return (0..<count).map { _ in generator.pick(Self.actors) }
    }

    private func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
