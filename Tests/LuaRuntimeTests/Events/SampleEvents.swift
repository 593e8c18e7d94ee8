// Three events that the examples of the documentation stand on: an attack, the reply to it, a threat.
import Chronology
import EventModel
import LuaRuntime

enum SampleEvents {
    static let militia = Actor(
        id: "kataib-hezbollah",
        name: "Kataib Hezbollah",
        country: "IRQ",
        sector: .rebels,
        backer: "IRN",
        family: "iran-backed-militias",
        text: "the militia"
    )
    static let america = Actor(
        id: "united-states",
        name: "United States",
        country: "USA",
        sector: .military,
        text: "US forces"
    )

    static var events: [Event] {
        var attack = event(1, "2024-01-20", [militia], [america], "fired missiles", .assault, "heavy-weapons")
        attack.wounded = 4
        attack.weapon = ["missile"]
        attack.location = Place(name: "Al-Asad", country: "IRQ", latitude: 33.8, longitude: 42.4)
        var reply = event(2, "2024-01-23", [america], [militia], "carried out air strikes", .assault, "heavy-weapons")
        reply.killed = 2
        reply.inResponseTo = [attack.id]
        reply.mentions = [Mention(article: "b", sentence: 1, span: 10..<40, text: "The strikes hit at night.")]
        var threat = event(3, "2024-01-24", [america], [militia], "will not hesitate", .threaten, "violence")
        threat.modality = .claimed
        threat.speaker = "Pentagon"
        return [attack, reply, threat]
    }

    static func event(
        _ number: Int,
        _ date: String?,
        _ source: [Actor],
        _ target: [Actor],
        _ action: String,
        _ type: EventType,
        _ mode: String?
    ) -> Event {
        Event(
            id: Digest.eventID(article: "a", span: 0..<60, trigger: 10..<20, ordinal: number),
            date: date.flatMap { DaySpan(iso: $0) },
            source: source,
            target: target,
            action: action,
            type: type,
            mode: mode,
            context: ["military"],
            cameo: "195",
            goldstein: -10,
            hostility: 4,
            article: "a",
            published: Day(iso: "2024-01-24"),
            sentence: number,
            span: number * 100..<number * 100 + 60,
            trigger: number * 100 + 10..<number * 100 + 20,
            text: "Sentence \(number)."
        )
    }

    /// Cells with bars between, rows with line feeds.
    struct PlainTables: TableRenderer {
        func table(header: [String], rows: [[String]], width: Int) -> String {
            ([header] + rows).map { $0.joined(separator: "|") }.joined(separator: "\n")
        }
    }

    static func context(_ events: [Event] = events) throws -> EventContext {
        EventContext(snapshot: try EventStore(events).snapshot(), renderer: PlainTables())
    }

    static let registry = Registry(Registry.standard.libraries + [.events])

    static func vm(_ events: [Event] = events, limits: Limits = Limits(deadline: .seconds(10))) throws -> VM {
        let vm = try VM(limits: limits, registry: registry)
        try vm.bind(context(events))
        return vm
    }

    /// What a text gives, as the REPL shows it; an error as `error: ` and its message.
    static func shown(_ code: String, in vm: VM) -> String {
        do throws(LuaError) {
            guard case .values(let values) = try vm.evaluate(code, chunk: "test") else { return "unfinished" }
            return values.map(vm.describe).joined(separator: ", ")
        } catch {
            return "error: \(error.message)" + (error.hint.map { "; \($0)" } ?? "")
        }
    }
}
