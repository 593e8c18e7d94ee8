// The commands that draw.
import EventModel
import LuaRuntime
import Rendering

extension Session {
    /// The timeline of two actors, of the events that meet the filters after them; of the busiest pair where none is
    /// named.
    func timeline(_ call: Command.Call) throws -> Reply {
        let all = call.query(self)
        var names = Array(call.words.prefix(2))
        if names.isEmpty, let pair = all.by(.pair(.country)).counts().first { names = pair.key }
        guard names.count == 2 else {
            return .error(names.isEmpty ? "there are no events with two sides" : ".timeline needs two actors")
        }
        for name in names where all.snapshot.key(name) == nil {
            let known = FieldValues(snapshot: all.snapshot, vocabulary: vocabulary).actors().map(\.text)
            let hint = Suggestion.nearest(to: name, among: known)
            return .error(
                "no event has the actor '\(name)'; " + (hint.map { "did you mean '\($0)'?" } ?? ".actors lists them")
            )
        }
        return .view(try DyadTimeline(try filtered(all, Array(call.words.dropFirst(2))), names[0], names[1]))
    }

    /// Who acts on whom: at a level where the first word is one, of the events that meet the other words.
    func network(_ call: Command.Call) throws -> Reply {
        let (level, words) = try level(call.words)
        return .view(AdjacencyTable(try filtered(call.query(self), words), level: level))
    }

    /// Which actors were in conflict when; words as for the network.
    func heat(_ call: Command.Call) throws -> Reply {
        let (level, words) = try level(call.words)
        return .view(try HeatRows(try filtered(call.query(self), words), level: level))
    }

    /// How far up the hostility ladder the events went that meet the words.
    func ladder(_ call: Command.Call) throws -> Reply {
        .view(try HostilityLadder(try filtered(call.query(self), call.words)))
    }

    /// The number of events over time, of those that meet the words.
    func intensity(_ call: Command.Call) throws -> Reply {
        let title = (["Events"] + call.words + ["over time"]).joined(separator: " ")
        return .view(SeriesView(try filtered(call.query(self), call.words), title: title))
    }

    /// What is known of each field of the events that meet the words.
    func summarize(_ call: Command.Call) throws -> Reply {
        .value(.object(FieldSummaryList(try filtered(call.query(self), call.words))))
    }

    private func filtered(_ query: Query, _ words: [String]) throws -> Query {
        try FilterWords(snapshot: query.snapshot, vocabulary: vocabulary).apply(words, to: query)
    }

    /// All views, alerts and the last events on one page.
    func report(_ call: Command.Call) throws -> Reply {
        guard let path = call.words.first else { return .error(".report needs a file, such as report.html") }
        let query = call.query(self)
        let contents = state.current
        var page = ViewPage(
            title: "Brink: \(counted(query.count, "event")), \(counted(contents.alerts.count, "alert"))"
        )
        page.add(SeriesView(query, title: "Events over time"))
        page.add(try HostilityLadder(query))
        if let pair = query.by(.pair(.country)).counts().first, pair.key.count == 2 {
            page.add(try DyadTimeline(query, pair.key[0], pair.key[1]))
        }
        page.add(try HeatRows(query))
        page.add(AdjacencyTable(query))
        let snapshot = query.snapshot
        page.add(contents.alerts, events: events(behind: contents.alerts, in: snapshot))
        let rows = query.rows().suffix(Self.reportEventCountMax)
        page.add(rows.map { snapshot.event(at: Int($0)) }, heading: "The last \(counted(rows.count, "event"))")
        try Delivery.write(page.html, to: path, appends: false)
        return .text("written to \(path)")
    }

    private func events(behind alerts: [Alert], in snapshot: EventStore.Snapshot) -> [String: Event] {
        var events: [String: Event] = [:]
        for id in alerts.lazy.flatMap(\.evidence) where events[id] == nil {
            events[id] = snapshot.row(id: id).map { snapshot.event(at: $0) }
        }
        return events
    }

    /// The most events that a page lists: a browser should open it at once.
    private static let reportEventCountMax = 500

    /// The level that a command's first word names, and the words that are left.
    private func level(_ words: [String]) throws -> (RollUp, [String]) {
        guard let word = words.first else { return (.id, words) }
        if let level = RollUp(rawValue: word) { return (level, Array(words.dropFirst())) }
        guard word.contains("=") || state.current.snapshot.key(word) != nil else {
            let names = RollUp.allCases.map(\.rawValue).joined(separator: ", ")
            throw ArgumentError("a level of actors is one of \(names), not '\(word)'")
        }
        return (.id, words)
    }
}
