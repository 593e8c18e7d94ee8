// What happened in an example, in words that its author knows: the places of events, the sentences of articles.
import EventModel

extension StagedExample {
    /// The steps of an alert with the events bound to them, a line each.
    func words(of alert: Alert) -> String {
        alert.bindings.flatMap { binding in
            binding.events.map { "\(binding.step): \(label($0))" }
        }
        .joined(separator: "\n")
    }

    /// A near miss, with what was bound by then and the event that came closest.
    func words(of miss: NearMiss, _ input: RuleExample.Input) -> String {
        var lines = miss.bound.map { "\($0.step) is bound to \(label($0.event))" }
        var closest = miss
        closest.event = nil
        lines += closest.description.split(separator: "\n", maxSplits: 1).map(String.init)
        if let event = miss.event {
            lines.insert("closest is \(label(event))", at: min(lines.count, miss.bound.count + 1))
        }
        return lines.joined(separator: "\n")
    }

    /// An alert as a snapshot keeps it: nothing in it depends on ids.
    func snapshotText(_ alert: Alert) -> String {
        let date = alert.date?.description ?? "no date"
        let bound = alert.bindings.flatMap { binding in
            binding.events.map { "    \(binding.step): \(plain($0))" }
        }
        return (["  \(alert.severity.rawValue) \(date) \(alert.summary)"] + bound).joined(separator: "\n")
    }

    private func label(_ id: String) -> String {
        guard let place = events.firstIndex(where: { $0.id == id }) else { return id }
        return "event \(place + 1) (\(plain(id)))"
    }

    private func plain(_ id: String) -> String {
        guard let event = events.first(where: { $0.id == id }) else { return id }
        let sides = "\(AlertBuilder.list(event.source.map(\.name))) → \(AlertBuilder.list(event.target.map(\.name)))"
        let modality = event.modality == .actual ? "" : " \(event.modality.rawValue)"
        return "\(event.date?.description ?? "no date") \(sides) \(event.type.rawValue)\(modality)"
    }
}
