// Random filters, and what they mean told from the record alone: no columns, no codes, no shared code.
import Chronology
import EventModel

/// A filter as plain data, and the same as a test of an event.
struct RandomFilter {
    var fields: [String: FilterValue] = [:]
    private var tests: [(Event) -> Bool] = []

    func accepts(_ event: Event) -> Bool { tests.allSatisfy { $0(event) } }

    private mutating func add(_ name: String, _ value: FilterValue, _ test: @escaping (Event) -> Bool) {
        guard fields[name] == nil else { return }
        fields[name] = value
        tests.append(test)
    }

    init(_ generator: inout SeededGenerator, ids: [String]) {
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: addClosed(&generator)
            case 1: addNumber(&generator)
            case 2: addText(&generator)
            case 3: addDay(&generator)
            case 4: addActor(&generator)
            default: addRare(&generator, ids: ids)
            }
        }
    }

    private mutating func addClosed(_ generator: inout SeededGenerator) {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            let types = EventType.allCases.filter { _ in generator.chance(20) }
            add("type", .list(types.map { .text($0.rawValue) })) { types.contains($0.type) }
        case 1:
            let quad = generator.pick(QuadClass.allCases)
            add("quad", .text(quad.rawValue)) { $0.quad == quad }
        case 2:
            let modality = generator.pick(Modality.allCases)
            add("modality", .text(modality.rawValue)) { $0.modality == modality }
        case 3:
            let flag = generator.chance(50)
            add("quoted", .flag(flag)) { $0.quoted == flag }
        default:
            let flag = generator.chance(50)
            add("aggregate", .flag(flag)) { $0.aggregate == flag }
        }
    }

    private mutating func addNumber(_ generator: inout SeededGenerator) {
        let fields: [(String, (Event) -> Double?)] = [
            ("killed", { $0.killed.map(Double.init) }), ("wounded", { $0.wounded.map(Double.init) }),
            ("goldstein", { $0.goldstein }), ("hostility", { Double($0.hostility) }),
            ("revision", { Double($0.revision) }), ("sentence", { Double($0.sentence) }),
        ]
        let (name, value) = generator.pick(fields)
        let one = Double(Int.random(in: -10...12, using: &generator))
        let two = one + Double(Int.random(in: 0...9, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: add(name, .number(one)) { value($0) == one }
        case 1: add(name, .list([.number(one), .number(two)])) { value($0) == one || value($0) == two }
        case 2: add(name, .table(["min": .number(one)])) { (value($0) ?? -.infinity) >= one }
        case 3:
            add(name, .table(["min": .number(one), "max": .number(two)])) { event in
                guard let number = value(event) else { return false }
                return number >= one && number <= two
            }
        default:
            let known = generator.chance(50)
            add(name, .flag(known)) { (value($0) != nil) == known }
        }
    }

    private mutating func addText(_ generator: inout SeededGenerator) {
        let word = generator.pick(RandomEvents.words)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0:
            // What any of its sentences says counts as said of it.
            add("text", .text(word.uppercased())) { event in
                ([event.text] + event.mentions.map(\.text)).contains { $0.lowercased().contains(word.lowercased()) }
            }
        case 1: add("action", .text("r")) { $0.action.contains("r") }
        case 2: add("mode", .text("firearms")) { $0.mode == "firearms" }
        case 3: add("context", .list([.text("maritime"), .text("military")])) { !$0.context.isEmpty }
        case 4: add("cameo", .text("19")) { $0.cameo?.hasPrefix("19") ?? false }
        case 5: add("speaker", .text("")) { $0.speaker == "" }
        case 6: add("speaker", .flag(false)) { $0.speaker == nil }
        case 7: add("location", .text("IRQ")) { $0.location?.country == "IRQ" }
        case 8: add("location", .table(["contains": .text("red")])) { $0.location?.name == "Red Sea" }
        default: add("article", .list([.text("a"), .text("")])) { $0.article == "a" || $0.article == "" }
        }
    }

    private mutating func addDay(_ generator: inout SeededGenerator) {
        let day = Day(number: Int32.random(in: 19_690..<19_770, using: &generator))
        let later = day.advanced(by: Int.random(in: 0..<20, using: &generator))
        let span = DaySpan(day, later)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: add("since", .text("\(day)")) { ($0.date?.end).map { $0 >= day } ?? false }
        case 1: add("until", .text("\(day)")) { ($0.date?.start).map { $0 <= day } ?? false }
        case 2: add("date", .date(span)) { $0.date?.overlaps(span) ?? false }
        case 3: add("date", .flag(false)) { $0.date == nil }
        case 4:
            add("published", .table(["from": .text("\(day)"), "to": .text("\(later)")])) { event in
                event.published.map { $0 >= day && $0 <= later } ?? false
            }
        default: add("published", .flag(true)) { $0.published != nil }
        }
    }

    private mutating func addActor(_ generator: inout SeededGenerator) {
        func known(_ actor: Actor, by name: String) -> Bool {
            actor.id == name || actor.name == name || actor.family == name || actor.backer == name
                || actor.country == name
        }
        let name = generator.pick(["USA", "IRN", "Kataib Hezbollah", "iran-backed-militias", "gunmen", "nobody"])
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: add("source", .text(name)) { $0.source.contains { known($0, by: name) } }
        case 1: add("target", .text(name)) { $0.target.contains { known($0, by: name) } }
        case 2: add("actor", .text(name)) { ($0.source + $0.target).contains { known($0, by: name) } }
        case 3:
            add("source", .table(["sector": .text("REB"), "backer": .text("IRN")])) { event in
                event.source.contains { $0.sector == .rebels && $0.backer == "IRN" }
            }
        case 4: add("target", .flag(false)) { $0.target.isEmpty }
        default:
            add("target", .list([.text(name), .text("YEM")])) { event in
                event.target.contains { known($0, by: name) || known($0, by: "YEM") }
            }
        }
    }

    private mutating func addRare(_ generator: inout SeededGenerator, ids: [String]) {
        let id = generator.pick(ids)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: add("id", .list([.text(id), .text("e_none")])) { $0.id == id }
        case 1: add("in_response_to", .text(id)) { $0.inResponseTo.contains(id) }
        case 2: add("in_response_to", .flag(true)) { !$0.inResponseTo.isEmpty }
        case 3: add("weapon", .text("missile")) { $0.weapon.contains("missile") }
        default: add("trace", .flag(false)) { $0.trace == nil }
        }
    }
}
