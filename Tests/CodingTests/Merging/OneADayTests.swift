import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct OneADayTests {
    private func event(
        _ id: String,
        _ source: [String] = ["iran"],
        _ target: [String] = ["iraq"],
        cameo: String? = "195",
        day: String? = "2024-03-01",
        answers: [String] = []
    ) -> Event {
        func actors(_ ids: [String]) -> [Actor] { ids.map { Actor(id: $0, name: $0, text: $0) } }
        var event = Event(
            id: id,
            date: day.flatMap { DaySpan(iso: $0) },
            source: actors(source),
            target: actors(target),
            action: "struck",
            type: .assault,
            cameo: cameo,
            hostility: 4,
            article: "a",
            published: nil,
            sentence: 0,
            span: 0..<1,
            trigger: 0..<1,
            text: "x"
        )
        event.inResponseTo = answers
        return event
    }

    @Test("Of one source, target, code and day the first event is kept")
    func first() {
        var filter = OneADay()
        #expect(filter.filter([event("1"), event("2")]).map(\.id) == ["1"])
        #expect(filter.filter([event("3"), event("4", day: "2024-03-02")]).map(\.id) == ["4"])
    }

    @Test("What differs in source, target, code or day is another event")
    func others() {
        var filter = OneADay()
        let events = [
            event("1"), event("2", ["israel"]), event("3", ["iran"], ["syria"]), event("4", cameo: "190"),
            event("5", day: "2024-03-02"), event("6", day: "2024-03-01/2024-03-02"), event("7", ["iran", "syria"]),
        ]
        #expect(filter.filter(events) == events)
    }

    @Test("The order of several sources does not matter")
    func order() {
        var filter = OneADay()
        let kept = filter.filter([event("1", ["usa", "uk"]), event("2", ["uk", "usa"])])
        #expect(kept.map(\.id) == ["1"])
    }

    @Test("What is not known is not taken to be the same")
    func unknown() {
        var filter = OneADay()
        let events = [
            event("1", day: nil), event("2", day: nil), event("3", []), event("4", []), event("5", cameo: nil),
            event("6", cameo: nil),
        ]
        #expect(filter.filter(events) == events)
    }

    @Test("What answers an event that is left out answers the one that was kept")
    func answers() {
        var filter = OneADay()
        let kept = filter.filter([
            event("1"), event("2"), event("3", ["iraq"], ["iran"], answers: ["2"]),
            event("4", ["usa"], answers: ["1", "2"]),
        ])
        #expect(kept.map(\.inResponseTo) == [[], ["1"], ["1"]])
    }
}
