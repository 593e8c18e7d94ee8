import Chronology
import EventModel
import Foundation
import Testing
@testable import Rules

@Suite struct ZZGold {
    @Test func gold() throws {
        guard let path = ProcessInfo.processInfo.environment["GOLD"] else { return }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let ontology = try Workshop.ontology()
        let pack = try Workshop.pack(folder: "rules/escalation")
        print("ERR", pack.errors)
        var out = ""
        for line in lines {
            guard let r = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
            let day = Day(iso: r["date"] as? String ?? "")
            let gold = r["events"] as? [[String: Any]] ?? []
            func actors(_ v: Any?) -> [Actor] {
                (v as? [[String: Any]] ?? []).map { a in
                    let type = a["type"] as? String
                    let name = a["name"] as? String ?? ""
                    let country = a["country"] as? String
                    return Actor(id: country != nil && type == "GOV" ? country!.lowercased() : ExampleEvents.slug(name), name: name, country: country, sector: type.flatMap(Sector.init(rawValue:)), backer: a["backer"] as? String, text: name)
                }
            }
            var events: [Event] = []
            for (i, g) in gold.enumerated() {
                let type = EventType(rawValue: g["plover"] as? String ?? "") ?? .consult
                let text = g["sentence"] as? String ?? ""
                var e = Event(id: Digest.eventID(article: r["article_id"] as! String, span: i..<i+1, trigger: 0..<1, ordinal: i), date: (g["date"] as? String).flatMap { DaySpan(iso: $0) }, source: actors(g["source"]), target: actors(g["target"]), action: type.rawValue, type: type, hostility: ontology.hostility(type: type, mode: nil), article: r["article_id"] as! String, published: day, sentence: i, span: i*10..<i*10+5, trigger: 0..<1, text: text)
                e.modality = Modality(rawValue: g["modality"] as? String ?? "") ?? .actual
                e.aggregate = g["aggregate"] as? Bool ?? false
                e.killed = g["killed"] as? Int
                e.wounded = g["wounded"] as? Int
                e.mentions = (g["also_sentences"] as? [String] ?? []).map { Mention(article: e.article, sentence: 99, span: 0..<1, text: $0) }
                events.append(e)
            }
            for (i, g) in gold.enumerated() { events[i].inResponseTo = (g["is_response_to"] as? [Int] ?? []).map { events[$0].id } }
            let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
            if !report.errors.isEmpty { print("ERR", report.errors) }
            var index: [String: Int] = [:]
            for (i, e) in events.enumerated() { index[e.id] = i }
            let findings = report.alerts.map { ["kind": $0.kind, "evidence": $0.evidence.compactMap { index[$0] }] as [String: Any] }
            var rec = r
            rec["findings"] = findings
            out += String(decoding: try JSONSerialization.data(withJSONObject: rec), as: UTF8.self) + "\n"
        }
        try out.write(toFile: "/tmp/gold-pred.jsonl", atomically: true, encoding: .utf8)
    }
}
