import Chronology
import EventModel
import Testing

@Suite struct EventStoreTests {
    /// Equal byte for byte: Swift's own equality takes composed and decomposed letters for the same.
    static func exact(_ event: Event) -> [UInt8] { Array("\(event)".utf8) }

    @Test("Every event comes back as it went in", arguments: [1, 2, 3] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var random = RandomEvents(seed: seed)
        let events = random.events(700)
        let snapshot = try EventStore(events).snapshot()
        #expect(snapshot.count == events.count)
        for event in events {
            let row = try #require(snapshot.row(id: event.id))
            let back = snapshot.event(at: row)
            #expect(back == event)
            #expect(Self.exact(back) == Self.exact(event))
        }
    }

    @Test("Rows stand in the order of date, published, article and span, whatever order they came in")
    func order() throws {
        var random = RandomEvents(seed: 4)
        let events = random.events(500)
        let rows = try EventStore(events).snapshot()
        let again = try EventStore(events.shuffled(using: &random.generator)).snapshot()
        #expect((0..<500).map(rows.event(at:)) == (0..<500).map(again.event(at:)))

        func key(_ event: Event) -> [Int] {
            let days = [event.date?.start, event.date?.end, event.published].map { $0.map { Int($0.number) } ?? .max }
            let article = ["", "a", "b", "c:12"].firstIndex(of: event.article) ?? 9
            return days + [article, event.span.lowerBound, event.sentence]
        }
        let keys = (0..<500).map { key(rows.event(at: $0)) }
        for (left, right) in zip(keys, keys.dropFirst()) {
            #expect(!right.lexicographicallyPrecedes(left), "\(left) \(right)")
        }
        #expect(rows.datedCount == events.count { $0.date != nil })
    }

    @Test("An update replaces, a removal removes, and a snapshot taken before sees neither")
    func changes() throws {
        var random = RandomEvents(seed: 5)
        let events = random.events(20)
        let store = try EventStore(events)
        let before = store.snapshot()
        #expect(store.snapshot() === before)

        var changed = events[3]
        changed.revision = 7
        changed.killed = 1234
        try store.update(changed)
        #expect(store.remove(ids: [events[0].id, events[19].id, "e_ffffffffffffffff"]) == 2)
        let after = store.snapshot()

        #expect(before.count == 20 && after.count == 18)
        #expect(before.generation < after.generation)
        #expect(before.row(id: events[0].id).map(before.event(at:)) == events[0])
        #expect(after.row(id: events[0].id) == nil)
        #expect(after.row(id: changed.id).map(after.event(at:)) == changed)
        for event in events[1..<19] where event.id != changed.id {
            #expect(after.row(id: event.id).map(after.event(at:)) == event)
        }
    }

    @Test("A store without events has an empty snapshot")
    func empty() {
        let snapshot = EventStore().snapshot()
        #expect(snapshot.count == 0 && snapshot.datedCount == 0)
        #expect(snapshot.row(id: "e_0000000000000000") == nil)
        #expect(snapshot.rowsByDyad().isEmpty)
    }

    @Test("Figures that fit no column are clamped, not trapped on")
    func extremes() throws {
        var random = RandomEvents(seed: 6)
        var event = random.event(0)
        event.killed = .max
        event.wounded = .min
        event.hostility = -4
        event.sentence = .max
        let back = try EventStore([event]).snapshot().event(at: 0)
        #expect(back.killed == Int(Int32.max))
        #expect(back.wounded == Int(Int32.min) + 1)
        #expect(back.hostility == 0)
        #expect(back.sentence == Int(Int32.max))
    }

    @Test("An event with one source and one target takes at most 100 bytes beside its text")
    func size() throws {
        // The worst case of use: each event has a sentence of its own and thousands of dyads occur.
        let count = 50_000
        let events = (0..<count).map { number in
            Event(
                id: Digest.eventID(article: "a", span: 0..<1, trigger: 0..<1, ordinal: number),
                date: DaySpan(Day(number: Int32(number % 9000))),
                source: [Actor(id: "s\(number % 40)", name: "s\(number % 40)", text: "text \(number % 40)")],
                target: [Actor(id: "t\(number % 41)", name: "t\(number % 41)", text: "text \(number % 41)")],
                action: "struck \(number % 500)",
                type: .assault,
                hostility: 4,
                article: "article \(number / 10)",
                published: Day(number: 1),
                sentence: number % 10,
                span: 0..<90,
                trigger: 3..<9,
                text: "a sentence that no other event has, \(number)"
            )
        }
        let snapshot = try EventStore(events).snapshot()
        let bytes = Double(snapshot.byteCount - snapshot.textByteCount) / Double(count)
        #expect(bytes <= 100)
    }

    @Test("Many threads may append and read at once")
    func threads() async throws {
        let store = EventStore()
        await withTaskGroup(of: Int.self) { group in
            for seed in 0..<8 as Range<UInt64> {
                group.addTask {
                    var random = RandomEvents(seed: seed)
                    for number in 0..<50 {
                        try? store.update(random.event(Int(seed) * 50 + number))
                        let snapshot = store.snapshot()
                        if snapshot.count > 0 { _ = snapshot.event(at: snapshot.count - 1) }
                    }
                    return 0
                }
            }
        }
        #expect(store.count == 400)
    }
}
