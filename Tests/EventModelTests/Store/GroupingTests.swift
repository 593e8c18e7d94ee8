import Chronology
import EventModel
import Testing

@Suite struct GroupingTests {
    @Test("Counts by a field are those of a plain count, largest first, then by key")
    func counts() throws {
        let (events, snapshot) = try QueryTests.sample(41, 500)
        let cases: [(GroupField, (Event) -> Set<[String]>)] = [
            (.type, { [[$0.type.rawValue]] }), (.quad, { [[$0.quad.rawValue]] }),
            (.mode, { Set([$0.mode].compactMap { $0.map { [$0] } }) }),
            (.context, { Set($0.context.map { [$0] }) }),
            (.hostility, { [["\($0.hostility)"]] }), (.article, { [[$0.article]] }),
            (.location, { Set([$0.location?.name].compactMap { $0.map { [$0] } }) }),
            (.side(.source, .id), { Set($0.source.map { [$0.id] }) }),
            (
                .actor(.backer),
                { event in
                    Set((event.source + event.target).map { [SnapshotActorsTests.key($0, .backer)] })
                }
            ),
            (
                .dyad(.id),
                { event in
                    Set(event.source.flatMap { source in event.target.map { [source.id, $0.id] } })
                }
            ),
            (
                .pair(.id),
                { event in
                    Set(event.source.flatMap { source in event.target.map { [source.id, $0.id].sorted() } })
                }
            ),
        ]
        for (field, keys) in cases {
            var counts: [[String]: Int] = [:]
            var killed: [[String]: Int] = [:]
            for event in events {
                for key in keys(event) {
                    counts[key, default: 0] += 1
                    killed[key, default: 0] += event.killed ?? 0
                }
            }
            let groups = Query(snapshot).by(field).counts()
            #expect(Dictionary(groups.map { ($0.key, Int($0.value)) }, uniquingKeysWith: +) == counts, "\(field)")
            let sums = Query(snapshot).by(field).sums(.killed)
            #expect(Dictionary(sums.map { ($0.key, Int($0.value)) }, uniquingKeysWith: +) == killed, "\(field)")
            for (left, right) in zip(groups, groups.dropFirst()) {
                #expect(
                    left.value > right.value
                        || left.value == right.value && left.key.lexicographicallyPrecedes(right.key)
                )
            }
        }
    }

    @Test("The key of a pair does not depend on the order in which events came in")
    func pairKeys() throws {
        let (events, snapshot) = try QueryTests.sample(42, 100)
        let reversed = try EventStore(events.reversed()).snapshot()
        #expect(Query(snapshot).by(.pair(.country)).counts() == Query(reversed).by(.pair(.country)).counts())
    }

    @Test("A series has a value for each period, zero where nothing happened", arguments: Period.allCases)
    func series(period: Period) throws {
        let (events, snapshot) = try QueryTests.sample(43, 60)
        let series = Query(snapshot).per(period).counts()
        let days = events.compactMap { $0.date?.start }
        #expect(series.total == Double(days.count))
        let first = try #require(days.min())
        let last = try #require(days.max())
        #expect(series.start(0) <= first && first < series.start(1))
        #expect(series.start(series.count - 1) <= last && last < series.start(series.count))
        for place in 0..<series.count {
            let expected = days.count { $0 >= series.start(place) && $0 < series.start(place + 1) }
            #expect(series.values[place] == Double(expected))
            switch period {
            case .day: #expect(series.start(place + 1) - series.start(place) == 1)
            case .week: #expect(series.start(place).weekday == 1)
            case .month: #expect(series.start(place).civil.day == 1)
            }
        }
    }

    @Test("A series reaches to the bounds that were asked for")
    func bounds() throws {
        let (_, snapshot) = try QueryTests.sample(44, 60)
        let (since, until) = (Day(number: 19_600), Day(number: 19_900))
        let series = Query(snapshot).since(since).until(until).per(.day).counts()
        #expect(series.start(0) == since && series.count == 301)
        #expect(Query(EventStore().snapshot()).per(.day).counts().count == 0)
    }

    @Test("Series by group share their periods and sum to the groups")
    func groupedSeries() throws {
        let (_, snapshot) = try QueryTests.sample(45, 200)
        let query = Query(snapshot).where(try Filter(["date": .flag(true)]))
        let all = try query.by(.type).series(per: .week)
        let counts = query.by(.type).counts()
        #expect(all.count == counts.count)
        for (key, series) in all {
            #expect(series.total == counts.first { $0.key == key }?.value)
            #expect(series.start(0) == all.first?.series.start(0) && series.count == all.first?.series.count)
        }
        let killed = try query.by(.type).series(per: .month, sum: .killed).reduce(0) { $0 + $1.series.total }
        #expect(killed == query.sum(.killed))
    }

    @Test("Unknown names are errors that say what was meant")
    func names() {
        #expect(throws: QueryError.self) { try GroupField("dyda") }
        #expect(#expect(throws: QueryError.self) { try GroupField("dyda") }?.hint == "did you mean 'dyad'?")
        #expect(#expect(throws: QueryError.self) { try SortField("kiled") }?.hint == "did you mean 'killed'?")
        for name in GroupField.names { #expect(throws: Never.self) { try GroupField(name) } }
        for name in SortField.names { #expect(throws: Never.self) { try SortField(name) } }
    }
}
