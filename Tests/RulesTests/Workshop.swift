// What the tests of this room share: packs from texts, events by a few words, the data files.
import Chronology
import EventModel
import Foundation
import LuaRuntime

@testable import Rules

enum Workshop {
    /// The top of the checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func ontology() throws -> Ontology {
        let data = "Sources/EventModel/Data/"
        return try Ontology(
            cameo: bytes(data + "cameo.tsv"),
            modes: bytes(data + "modes.tsv"),
            contexts: bytes(data + "contexts.tsv"),
            hostility: bytes(data + "hostility.tsv")
        )
    }

    /// A pack of one file, `rules.lua`.
    static func pack(_ text: String, limits: Limits = RulePack.limits) throws -> RulePack {
        try RulePack(name: "test", files: [RuleFile(path: "rules.lua", bytes: Array(text.utf8))], limits: limits)
    }

    /// The pack in a folder of `rules/`.
    static func pack(folder: String) throws -> RulePack {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path()).sorted()
        let files = try paths.compactMap { path in
            try RuleFile.Role(path: path).map { role in
                RuleFile(path: "\(folder)/\(path)", bytes: try bytes("\(folder)/\(path)"), role: role)
            }
        }
        return try RulePack(name: "folder", files: files)
    }

    /// A rule around a `match`.
    static func pack(matching match: String, more: String = "") throws -> RulePack {
        try pack("rule \"r\" { kind = \"k\", \(more) match = \(match) }")
    }

    /// Events in a row, each `date source target TYPE` and fields to change.
    static func events(_ drafts: [EventDraft]) throws -> [Event] {
        ExampleEvents(ontology: try ontology(), resolve: { _ in nil }).events(drafts)
    }

    static func draft(
        _ date: String?,
        _ source: String,
        _ target: String,
        _ type: EventType = .assault,
        answers: [Int] = [],
        _ change: (inout EventDraft) -> Void = { _ in }
    ) -> EventDraft {
        var draft = EventDraft(type: type)
        draft.date = date.flatMap { DaySpan(iso: $0) }
        draft.source = source.isEmpty ? [] : source.split(separator: "+").map { .named(String($0)) }
        draft.target = target.isEmpty ? [] : target.split(separator: "+").map { .named(String($0)) }
        draft.answers = answers
        change(&draft)
        return draft
    }

    /// The alerts of a pack on drafts, each as the steps with the places, from 1, of the events bound.
    static func alerts(_ pack: RulePack, _ drafts: [EventDraft]) throws -> [String] {
        let events = try events(drafts)
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        if let error = report.errors.first { throw error }
        var places: [String: Int] = [:]
        for (place, event) in events.enumerated() { places[event.id] = place + 1 }
        return report.alerts.map { alert in
            alert.bindings.map { binding in
                let numbers = binding.events.compactMap { places[$0] }.map(String.init)
                return "\(binding.step) \(numbers.joined(separator: "+"))"
            }
            .joined(separator: ", ")
        }
    }
}
