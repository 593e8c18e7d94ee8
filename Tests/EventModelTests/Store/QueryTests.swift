import Chronology
import EventModel
import Testing

@Suite struct QueryTests {
    /// The events of a seed, in the order of events, and their snapshot.
    static func sample(_ seed: UInt64, _ count: Int) throws -> (events: [Event], snapshot: EventStore.Snapshot) {
        var random = RandomEvents(seed: seed)
        let snapshot = try EventStore(random.events(count)).snapshot()
        return ((0..<count).map(snapshot.event(at:)), snapshot)
    }

    @Test("Columns answer as a plain look at every event does", arguments: 20..<30 as Range<UInt64>)
    func agreement(seed: UInt64) throws {
        let (events, snapshot) = try Self.sample(seed, 150)
        var generator = SeededGenerator(state: seed)
        var met = 0
        for _ in 0..<500 {
            let random = RandomFilter(&generator, ids: events.map(\.id))
            let filter = try Filter(random.fields)
            let query = Query(snapshot).where(filter)
            let expected = events.indices.filter { random.accepts(events[$0]) }
            #expect(query.rows().map(Int.init) == expected, "\(random.fields)")
            #expect(query.count == expected.count, "\(random.fields)")
            let plan = FilterPlan(filter, snapshot)
            #expect(events.indices.filter(plan.matches) == expected, "\(random.fields)")
            met += expected.count
        }
        #expect(met > 1000)
    }

    @Test("The index by side and a scan find the same", arguments: ["USA", "houthis", "IRN", "nobody"])
    func index(name: String) throws {
        var random = RandomEvents(seed: 31)
        var events = random.events(3000)
        // One rare actor, so that the index is the shorter way.
        for place in events.indices { events[place].source.removeAll { $0.id == "houthis" } }
        for place in events.indices { events[place].target.removeAll { $0.id == "houthis" } }
        events[77].source = [RandomEvents.actors[4]]
        events[1234].target = [RandomEvents.actors[4]]
        let snapshot = try EventStore(events).snapshot()
        let filter = try Filter(["actor": .text(name), "hostility": .table(["min": .number(1)])])
        let expected = (0..<3000).filter { row in
            let event = snapshot.event(at: row)
            return FieldTest.known(as: name).passes(.actors(event.source + event.target))
        }
        #expect(FilterPlan(filter, snapshot).rows().map(Int.init) == expected)
        #expect(FilterPlan(filter, snapshot).count() == expected.count)
    }

    @Test("Between takes either direction, and only events of the one with the other")
    func between() throws {
        let (events, snapshot) = try Self.sample(32, 600)
        let (one, other) = (FieldTest.known(as: "USA"), FieldTest.any([.text("IRN"), .text("gunmen")]))
        let expected = events.indices.filter { row in
            func has(_ actors: [Actor], _ test: FieldTest) -> Bool { test.passes(.actors(actors)) }
            let event = events[row]
            return has(event.source, one) && has(event.target, other)
                || has(event.source, other) && has(event.target, one)
        }
        #expect(!expected.isEmpty)
        #expect(Query(snapshot).between(one, other).rows().map(Int.init) == expected)
        #expect(Query(snapshot).between(other, one).rows().map(Int.init) == expected)
    }

    @Test("Steps apply in their order: a filter after a limit sees the limited rows only")
    func steps() throws {
        let (events, snapshot) = try Self.sample(33, 400)
        let assaults = try Filter(["type": .text("ASSAULT")])
        let limited = Query(snapshot).sorted(by: .number(.killed), descending: true).limit(50)
        let sorted = events.indices.sorted { left, right in
            switch (events[left].killed, events[right].killed) {
            case (let one?, let other?): one != other ? one > other : left < right
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left < right
            }
        }
        #expect(limited.rows().map(Int.init) == Array(sorted.prefix(50)))
        let expected = sorted.prefix(50).filter { events[$0].type == .assault }
        #expect(limited.where(assaults).rows().map(Int.init) == expected)
        #expect(limited.where(assaults).count == expected.count)
        #expect(Query(snapshot).where(assaults).limit(3).count == 3)
    }

    @Test("Sums leave out what is unknown")
    func sums() throws {
        let (events, snapshot) = try Self.sample(34, 300)
        #expect(Query(snapshot).sum(.killed) == Double(events.compactMap(\.killed).reduce(0, +)))
        #expect(Query(snapshot).sum(.hostility) == Double(events.map(\.hostility).reduce(0, +)))
    }

    @Test(
        "A mistyped field or value is an error that says what was meant",
        arguments: [
            (["tpye": .text("ASSAULT")], "there is no field 'tpye'\n  hint: did you mean 'type'?"),
            (["type": .text("ASAULT")], "type is never 'ASAULT'\n  hint: did you mean 'ASSAULT'?"),
            (["modality": .text("actaul")], "modality is never 'actaul'\n  hint: did you mean 'actual'?"),
            (["killed": .text("4")], "killed cannot be the text '4'"),
            (["killed": .table(["mni": .number(1)])], "there is no part of killed 'mni'\n  hint: did you mean 'min'?"),
            (
                ["source": .table(["sector": .text("MILL")])],
                "source.sector is never 'MILL'\n  hint: did you mean 'MIL'?"
            ),
            (["since": .text("24 Jan")], "since cannot be the text '24 Jan'"),
            (["span": .number(1)], "events cannot be filtered by span"),
            (["context": .text("militray")], "context is never 'militray'\n  hint: did you mean 'military'?"),
            (["cameo": .text("99")], "cameo is never '99'"),
        ] as [([String: FilterValue], String)]
    )
    func mistakes(fields: [String: FilterValue], message: String) throws {
        let vocabulary = FieldVocabulary(ontology: try OntologyTests.ontology())
        let error = #expect(throws: QueryError.self) { try Filter(fields, vocabulary: vocabulary) }
        #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
    }
}
