// Events and alerts of the tests' own making, with everything in them that output must survive.
import Chronology
import EventModel

enum Examples {
    static let strikeText =
        "US forces on Tuesday carried out air strikes on three sites of Kataib Hezbollah in western Iraq, hours after a \"barrage\" of missiles."

    /// An event of which everything is known.
    static var strike: Event {
        var event = Event(
            id: "e_5f0c19ab27d3e410",
            date: Day(iso: "2024-01-23").map { DaySpan($0) },
            source: [
                Actor(id: "united-states", name: "United States", country: "USA", sector: .military, text: "US forces")
            ],
            target: [
                Actor(
                    id: "kataib-hezbollah",
                    name: "Kataib Hezbollah",
                    country: "IRQ",
                    sector: .rebels,
                    backer: "IRN",
                    text: "Kataib Hezbollah"
                ),
                Actor(
                    id: "iran-backed-militias",
                    name: "Iran-backed militias",
                    country: "IRQ",
                    sector: .rebels,
                    backer: "IRN",
                    text: "militias"
                ),
            ],
            action: "carried out air strikes",
            type: .assault,
            mode: "heavy-weapons",
            context: ["military"],
            cameo: "195",
            goldstein: -10,
            hostility: 4,
            article: "000_3831629d43024d0a",
            published: Day(iso: "2024-01-24"),
            sentence: 0,
            span: 100..<(100 + strikeText.unicodeScalars.count),
            trigger: 121..<144,
            text: strikeText
        )
        event.location = Place(name: "Iraq", country: "IRQ", latitude: 33, longitude: 44)
        event.weapon = ["missile"]
        event.wounded = 4
        event.inResponseTo = ["e_1111111111111111"]
        event.mentions = [Mention(article: "b", sentence: 3, span: 5..<20, text: "The strikes hit.")]
        return event
    }

    /// An event of which little is known, in words from far away.
    static var statement: Event {
        var event = Event(
            id: "e_2222222222222222",
            date: DaySpan(iso: "2024-01-20/2024-01-21"),
            source: [Actor(id: "north-korea", name: "朝鮮民主主義人民共和国 (North Korea) 🇰🇵", country: "PRK", text: "平壌")],
            target: [],
            action: "warned\tof \u{1B}[31m\"war\"",
            type: .threaten,
            hostility: 2,
            article: "rows.jsonl:7",
            sentence: -1,
            span: 0..<20,
            trigger: 3..<3,
            text: "平壌 warned\tof \u{1B}[31m\"war\", \u{202E}it said"
        )
        event.modality = .claimed
        event.quoted = true
        event.speaker = "KCNA"
        event.killed = 0
        event.aggregate = true
        return event
    }

    static var bare: Event {
        Event(
            id: "e_3333333333333333",
            date: nil,
            source: [],
            target: [Actor(id: "iraq", name: "Iraq", country: "IRQ", sector: .government, text: "Iraq")],
            action: "talks",
            type: .consult,
            hostility: 1,
            article: "a",
            sentence: 2,
            span: 0..<5,
            trigger: 0..<5,
            text: "talks"
        )
    }

    static var events: [Event] { [strike, statement, bare] }

    static var retaliation: Alert {
        Alert(
            rule: "escalation/retaliation",
            kind: "retaliation",
            severity: .high,
            date: Day(iso: "2024-01-23"),
            summary:
                "United States hit back at Kataib Hezbollah 2 days after it had been threatened in words that this line is too short for",
            participants: ["United States", "Kataib Hezbollah"],
            bindings: [
                Alert.Binding(step: "first", events: ["e_2222222222222222"]),
                Alert.Binding(step: "reply", events: ["e_5f0c19ab27d3e410"]),
            ],
            evidence: ["e_2222222222222222", "e_5f0c19ab27d3e410"],
            articles: ["rows.jsonl:7", "000_3831629d43024d0a"]
        )
    }

    static var burst: Alert {
        Alert(
            rule: "escalation/attack-burst",
            kind: "attack_burst",
            severity: .critical,
            status: .updated,
            date: nil,
            summary: "Three attacks in a week",
            participants: [],
            bindings: [Alert.Binding(step: "attacks", events: ["e_5f0c19ab27d3e410", "e_4444444444444444"])],
            evidence: ["e_5f0c19ab27d3e410", "e_4444444444444444"],
            articles: ["000_3831629d43024d0a"]
        )
    }

    static var alerts: [Alert] { [retaliation, burst] }
}
