// The words of the field: types, modes, contexts, CAMEO codes, quad classes, modalities and sectors.
import EventModel

/// Says what the words in events mean.
public struct Glossary: Sendable {
    /// A word and what it means.
    struct Entry: Sendable {
        /// The word as records have it.
        let word: String
        /// What kind of word it is, with its mark: `mode of ASSAULT`.
        let kind: String
        /// What it means.
        let meaning: String
        /// What else is worth knowing, a line each.
        var details: [String] = []

        /// The entry on one line, for lists.
        var line: String { "\(word) (\(kind)): \(meaning)" }
        /// The entry as its own page.
        var lines: [String] { ["\(word): \(kind)", "  \(meaning)"] + details.map { "  \($0)" } }
    }

    private let ontology: Ontology?

    /// The closed words that are the same everywhere, and those of an ontology where there is one.
    public init(ontology: Ontology? = nil) { self.ontology = ontology }

    /// The entries, made when they are asked for: most sessions never ask.
    var entries: [Entry] {
        var entries = EventType.allCases.map { Self.entry($0, ontology) }
        for type in EventType.allCases {
            entries += (ontology?.modes[type] ?? []).map { mode in
                let code = ontology?.cameo(type: type, mode: mode).map { ["CAMEO \($0)"] } ?? []
                let meaning = ontology?.meaning(type: type, mode: mode) ?? ""
                return Entry(word: mode, kind: "mode of \(type.rawValue)", meaning: meaning, details: code)
            }
        }
        entries += (ontology?.contexts ?? []).map {
            Entry(word: $0, kind: "context", meaning: ontology?.meaning(context: $0) ?? "")
        }
        entries += (ontology?.entries ?? []).map(Self.entry)
        entries += QuadClass.allCases.map { Entry(word: $0.rawValue, kind: "quad class", meaning: $0.meaning) }
        entries += Modality.allCases.map { Entry(word: $0.rawValue, kind: "modality", meaning: $0.meaning) }
        entries += Sector.allCases.map { Entry(word: $0.rawValue, kind: "sector", meaning: $0.meaning) }
        return entries
    }

    /// What a word means, in each of its meanings; capital letters do not matter.
    func entries(of word: String) -> [Entry] {
        let entries = entries
        let exact = entries.filter { $0.word == word }
        return exact.isEmpty ? entries.filter { $0.word.lowercased() == word.lowercased() } : exact
    }

    private static func entry(_ type: EventType, _ ontology: Ontology?) -> Entry {
        var details = ["quad \(type.quad.rawValue)"]
        guard let ontology else {
            return Entry(word: type.rawValue, kind: "event type", meaning: type.meaning, details: details)
        }
        let codes = ontology.entries.filter { $0.type == type }
        if let least = codes.map(\.goldstein).min(), let most = codes.map(\.goldstein).max() {
            details.append(least == most ? "Goldstein \(least)" : "Goldstein \(least) to \(most)")
        }
        details += (ontology.modes[type] ?? []).map { "mode \($0): \(ontology.meaning(type: type, mode: $0) ?? "")" }
        details.append("CAMEO " + codes.map(\.cameo).joined(separator: " "))
        return Entry(word: type.rawValue, kind: "event type", meaning: type.meaning, details: details)
    }

    private static func entry(_ code: OntologyEntry) -> Entry {
        var facts = [code.type.map { $0.rawValue + (code.mode.map { " \($0)" } ?? "") } ?? "no PLOVER type"]
        if let type = code.type { facts.append(type.quad.rawValue) }
        facts.append("Goldstein \(code.goldstein)")
        if !code.contexts.isEmpty { facts.append("contexts " + code.contexts.joined(separator: ", ")) }
        return Entry(word: code.cameo, kind: "CAMEO code", meaning: code.name, details: [facts.joined(separator: ", ")])
    }
}
