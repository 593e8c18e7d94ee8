// A file of a pack, as the program hands it over.
import EventModel

/// A file of a pack, as its bytes.
public struct RuleFile: Sendable {
    /// What a file is for.
    public enum Role: Sendable, Hashable {
        /// `pack.lua`.
        case manifest
        /// Rules.
        case rules
        /// What rules share: `require "pack.name"` gives what the file of this name returns.
        case module(String)
        /// Actors, actions or places.
        case lexicon

        /// What a file of this path below a pack's folder is for; nil where it is for nothing.
        ///
        /// Lua files beside `pack.lua` are rules, `modules/a/b.lua` is the module `pack.a.b`, `lexicon/*.tsv` is the
        /// lexicon.
        public init?(path: String) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard let name = parts.last, parts.allSatisfy({ !$0.hasPrefix(".") && !$0.isEmpty }) else { return nil }
            switch (parts.count, parts[0]) {
            case (1, _) where name.hasSuffix(".lua"): self = name == "pack.lua" ? .manifest : .rules
            case (2, "lexicon") where name.hasSuffix(".tsv"): self = .lexicon
            case (2..., "modules") where name.hasSuffix(".lua"):
                let names = parts.dropFirst().dropLast() + [String(name.dropLast(4))]
                // A stop in a name would make two files of one module.
                guard !names.contains(where: { $0.contains(".") }) else { return nil }
                self = .module(names.joined(separator: "."))
            default: return nil
            }
        }
    }

    /// The path, as errors show it.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]
    /// What it is for.
    public var role: Role

    /// A file; without a role `pack.lua` is the manifest, and any other holds rules.
    public init(path: String, bytes: [UInt8], role: Role? = nil) {
        self.path = path
        self.bytes = bytes
        self.role = role ?? (path.split(separator: "/").last == "pack.lua" ? .manifest : .rules)
    }

    /// Whether it is the manifest of a pack.
    var isManifest: Bool { role == .manifest }

    /// The text; throws where it is not UTF-8.
    func text() throws(RuleError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RuleError(
                code: "bad_encoding",
                message: "the file is not UTF-8",
                location: SourceLocation(file: path),
                hint: "save it as UTF-8"
            )
        }
        return text
    }
}
