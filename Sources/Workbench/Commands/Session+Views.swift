// The commands that draw.
import EventModel
import LuaRuntime
import Rendering

extension Session {
    /// The timeline of two actors; of the busiest pair where none is named.
    func timeline(_ call: Command.Call) throws -> Reply {
        let query = call.query(self)
        var names = call.words
        if names.isEmpty, let pair = query.by(.pair(.country)).counts().first { names = pair.key }
        guard names.count == 2 else {
            return .error(names.isEmpty ? "there are no events with two sides" : ".timeline needs two actors")
        }
        for name in names where query.snapshot.key(name) == nil {
            let known = FieldValues(snapshot: query.snapshot, vocabulary: vocabulary).actors().map(\.text)
            let hint = Suggestion.nearest(to: name, among: known)
            return .error(
                "no event has the actor '\(name)'; " + (hint.map { "did you mean '\($0)'?" } ?? ".actors lists them")
            )
        }
        return .view(try DyadTimeline(query, names[0], names[1]))
    }

    /// The number of events over time.
    func intensity(_ call: Command.Call) -> Reply { .view(series(call.query(self))) }

    private func series(_ query: Query) -> SeriesView {
        let days = query.per(.day).counts().count
        let series = query.per(days <= 60 ? .day : days <= 1_100 ? .week : .month).counts()
        return SeriesView(series, title: "Events over time")
    }

    /// All views, alerts and the last events on one page.
    func report(_ call: Command.Call) throws -> Reply {
        guard let path = call.words.first else { return .error(".report needs a file, such as report.html") }
        let query = call.query(self)
        let contents = state.current
        var page = ViewPage(
            title: "Brink: \(counted(query.count, "event")), \(counted(contents.alerts.count, "alert"))"
        )
        page.add(contents.alerts, heading: "Alerts")
        page.add(series(query))
        page.add(try HostilityLadder(query))
        if let pair = query.by(.pair(.country)).counts().first, pair.key.count == 2 {
            page.add(try DyadTimeline(query, pair.key[0], pair.key[1]))
        }
        page.add(try HeatRows(query))
        page.add(AdjacencyTable(query))
        let snapshot = query.snapshot
        let rows = query.rows().suffix(Self.reportEventCountMax)
        page.add(rows.map { snapshot.event(at: Int($0)) }, heading: "The last \(counted(rows.count, "event"))")
        try Delivery.write(page.html, to: path, appends: false)
        return .text("written to \(path)")
    }

    /// The most events that a page lists: a browser should open it at once.
    private static let reportEventCountMax = 500

    /// The level that a command's first word names.
    static func level(_ words: [String]) throws -> RollUp {
        guard let word = words.first else { return .id }
        guard let level = RollUp(rawValue: word) else {
            let names = RollUp.allCases.map(\.rawValue).joined(separator: ", ")
            throw ArgumentError("a level of actors is one of \(names), not '\(word)'")
        }
        return level
    }
}
