// The values that a field of an event takes, for completion: closed lists, and what the loaded events have.
import EventModel
import LineEditor
import LuaRuntime

/// Lists the values of fields.
struct FieldValues {
    let snapshot: EventStore.Snapshot
    let vocabulary: FieldVocabulary

    /// The most values that a list offers: more cannot be looked through.
    static let countMax = 2_000

    /// The values of a field with what each is; empty for fields of free text.
    func values(of field: String) -> [Completion.Candidate] {
        switch field {
        case "type":
            let counts = counts("type")
            return EventType.allCases.map { candidate($0.rawValue, counts, or: $0.quad.rawValue) }
        case "quad": return plain(QuadClass.allCases.map(\.rawValue), counts("quad"))
        case "modality": return plain(Modality.allCases.map(\.rawValue), counts("modality"))
        case "mode": return plain(vocabulary.modes, counts("mode"))
        case "context": return plain(vocabulary.contexts, counts("context"))
        case "cameo": return plain(vocabulary.cameo, counts("cameo"))
        case "weapon": return plain(vocabulary.weapons, counts("weapon"))
        case "sector": return Sector.allCases.map { Completion.Candidate($0.rawValue, detail: "sector") }
        case "source", "target", "actor", "id", "name": return actors(field)
        case "country", "backer": return groups(.actor(field == "country" ? .country : .backer))
        case "family": return groups(.actor(.family))
        case "speaker": return groups(.speaker)
        case "location": return groups(.location)
        case "article": return groups(.article)
        case "quoted", "aggregate": return ["true", "false"].map { Completion.Candidate($0) }
        default: return []
        }
    }

    /// The actors of the events by name and by id, the busiest first.
    func actors(_ side: String = "actor") -> [Completion.Candidate] {
        let level = RollUp.id
        let field: GroupField =
            switch side {
            case "source": .side(.source, level)
            case "target": .side(.target, level)
            default: .actor(level)
            }
        var candidates: [Completion.Candidate] = []
        for group in Query(snapshot).by(field).counts().prefix(Self.countMax) {
            let detail = Self.counted(group.value)
            guard let key = snapshot.key(group.key[0]) else { continue }
            let name = snapshot.name(key)
            candidates.append(Completion.Candidate(name, detail: detail))
            if group.key[0] != name {
                candidates.append(Completion.Candidate(group.key[0], detail: "\(name), \(detail)"))
            }
        }
        let countries = groups(.actor(.country)).filter { $0.text.count == 3 }
        return candidates + countries
    }

    private func counts(_ field: String) -> [String: Double] {
        guard let group = try? GroupField(field) else { return [:] }
        let counts = Query(snapshot).by(group).counts().map { ($0.key[0], $0.value) }
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }

    private func groups(_ field: GroupField) -> [Completion.Candidate] {
        Query(snapshot).by(field).counts().prefix(Self.countMax).map {
            Completion.Candidate($0.key[0], detail: Self.counted($0.value))
        }
    }

    // Words that events have beside those of the closed list come too: a list that was not handed in is open.
    private func plain(_ words: [String], _ counts: [String: Double]) -> [Completion.Candidate] {
        let others = counts.keys.filter { !words.contains($0) }.sorted()
        return (words + others).map { candidate($0, counts, or: "") }
    }

    private func candidate(_ word: String, _ counts: [String: Double], or detail: String) -> Completion.Candidate {
        Completion.Candidate(word, detail: counts[word].map(Self.counted) ?? (detail.isEmpty ? "no events" : detail))
    }

    private static func counted(_ value: Double) -> String { "\(Int(value).grouped) event\(value == 1 ? "" : "s")" }
}
