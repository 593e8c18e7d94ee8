// The lexicon that packs bring along, sorted by what its files hold: docs/lexicon.md has their formats.
import EventModel
import Rules

/// Actors, actions and places of packs, to be read after the built-in ones.
public struct PackLexicon: Sendable {
    /// Files of actors.
    public private(set) var actors: [(name: String, bytes: [UInt8])] = []
    /// Files of places.
    public private(set) var places: [(name: String, bytes: [UInt8])] = []
    private var actions: [(kind: String, name: String, bytes: [UInt8])] = []

    private static let actorKinds = ["agents", "grammar", "groups", "leaders", "organizations", "peoples", "states"]
    private static let actionKinds = [
        "actions-classes", "actions-cues", "actions-embedding", "actions-light", "actions-nouns", "actions-shifts",
        "actions-verbs", "weapons",
    ]

    /// No lexicon.
    public init() {}

    /// The lexicon of packs, in their order; throws `unknown_file` for a name that tells no kind.
    public init(_ packs: [RulePack]) throws(DataError) {
        for file in packs.flatMap(\.lexicon) {
            let name = (file.path.split(separator: "/").last.map(String.init) ?? file.path).prefix { $0 != "." }
            func isKind(_ kind: String) -> Bool { name == kind || name.hasPrefix(kind + "-") }
            if isKind("places") {
                places.append((file.path, file.bytes))
            } else if Self.actorKinds.contains(where: isKind) {
                actors.append((file.path, file.bytes))
            } else if let kind = Self.actionKinds.first(where: isKind) {
                actions.append((kind, file.path, file.bytes))
            } else {
                let kinds = Self.actorKinds + ["places"] + Self.actionKinds
                throw DataError(
                    code: "unknown_file",
                    message: "no kind of lexicon file is called '\(name)'",
                    location: SourceLocation(file: file.path),
                    hint: Suggestion.hint(for: String(name), among: kinds)
                )
            }
        }
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { actors.isEmpty && places.isEmpty && actions.isEmpty }

    /// Adds the files of actions to those that an action lexicon is read from.
    public func add(to files: inout ActionLexicon.Files) {
        for (kind, name, bytes) in actions {
            switch kind {
            case "actions-classes": files.classes.append((name, bytes))
            case "actions-verbs", "actions-nouns": files.patterns.append((name, bytes))
            case "actions-embedding": files.embeddings.append((name, bytes))
            case "actions-shifts": files.shifts.append((name, bytes))
            case "actions-light": files.light.append((name, bytes))
            case "actions-cues": files.cues.append((name, bytes))
            default: files.weapons.append((name, bytes))
            }
        }
    }
}
