import EventModel
import Testing

@Suite struct SnapshotActorsTests {
    static let snapshot: EventStore.Snapshot? = {
        var random = RandomEvents(seed: 11)
        return try? EventStore(random.events(400)).snapshot()
    }()

    /// The key's text that an actor has at a level, told from the record alone.
    static func key(_ actor: Actor, _ level: RollUp) -> String {
        let country = actor.country == "IGO" ? nil : actor.country
        return switch level {
        case .id: actor.id
        case .family: actor.family ?? actor.id
        case .backer: actor.backer ?? country ?? actor.id
        case .country: country ?? actor.id
        }
    }

    @Test("An event stands under each of its dyads, and only there", arguments: RollUp.allCases)
    func dyads(level: RollUp) throws {
        let snapshot = try #require(Self.snapshot)
        var expected: [[String]: [Int]] = [:]
        for row in 0..<snapshot.count {
            let event = snapshot.event(at: row)
            let sources = Set(event.source.map { Self.key($0, level) })
            let targets = Set(event.target.map { Self.key($0, level) })
            for source in sources { for target in targets { expected[[source, target], default: []].append(row) } }
        }
        let index = snapshot.rowsByDyad(level: level)
        #expect(index.count == expected.count)
        for (key, rows) in index {
            #expect(rows == expected[[snapshot.text(key.source), snapshot.text(key.target)]])
        }
        #expect(index.map { $0.rows[0] } == index.map { $0.rows[0] }.sorted())
    }

    @Test("A pair gathers both directions, an actor both sides", arguments: RollUp.allCases)
    func pairsAndActors(level: RollUp) throws {
        let snapshot = try #require(Self.snapshot)
        var pairs: [Set<String>: [Int]] = [:]
        var actors: [String: [Int]] = [:]
        for row in 0..<snapshot.count {
            let event = snapshot.event(at: row)
            let sources = Set(event.source.map { Self.key($0, level) })
            let targets = Set(event.target.map { Self.key($0, level) })
            let found = Set(sources.flatMap { source in targets.map { Set([source, $0]) } })
            for pair in found { pairs[pair, default: []].append(row) }
            for actor in sources.union(targets) { actors[actor, default: []].append(row) }
        }
        let pairIndex = snapshot.rowsByDyad(level: level, undirected: true)
        #expect(pairIndex.count == pairs.count)
        for (key, rows) in pairIndex {
            #expect(rows == pairs[[snapshot.text(key.source), snapshot.text(key.target)]])
        }
        let actorIndex = snapshot.rowsByActor(level: level)
        #expect(actorIndex.count == actors.count)
        for (key, rows) in actorIndex { #expect(rows == actors[snapshot.text(key)]) }
    }

    @Test("Links lead to the rows of the events that are answered")
    func links() throws {
        let snapshot = try #require(Self.snapshot)
        var count = 0
        for row in 0..<snapshot.count {
            let ids = snapshot.event(at: row).inResponseTo
            #expect(snapshot.answeredRows(row) == ids.compactMap(snapshot.row(id:)))
            for other in 0..<snapshot.count {
                #expect(snapshot.answers(row, other) == ids.contains(snapshot.id(other)))
            }
            count += snapshot.answeredRows(row).count
        }
        #expect(count > 50)
    }

    @Test("A key is found by id, name, family, backer and country, and has a name")
    func names() throws {
        let snapshot = try #require(Self.snapshot)
        for text in ["kataib-hezbollah", "Kataib Hezbollah", "iran-backed-militias", "IRN", "IRQ"] {
            #expect(snapshot.key(text) != nil, "\(text)")
        }
        #expect(snapshot.key("kataib") == nil)
        #expect(snapshot.key("Kataib Hezbollah") == snapshot.key("kataib-hezbollah"))
        #expect(snapshot.key("houthis").map(snapshot.name) == "Houthis")
        #expect(snapshot.key("IRN").map(snapshot.name) == "IRN")
    }
}
