// What a pack consists of: a closed list of kinds of files, so that nothing else comes along.
import Rules

/// A file of a pack, with its path below the pack's folder.
public struct PackFile: Sendable, Equatable {
    /// The path: `retaliation.lua`, `modules/words.lua`.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The files beside Lua that a pack may have.
    public static let documents = ["CHANGELOG.md", "LICENSE", "LICENSE.md", "LICENSE.txt", "NOTICE", "README.md"]

    /// What a file of this path is for in a pack; nil where it belongs to none.
    ///
    /// Lua files beside `pack.lua` are rules, `modules/a/b.lua` is the module `pack.a.b`, `lexicon/*.tsv` is the lexicon.
    public static func role(of path: String) -> RuleFile.Role? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let name = parts.last, parts.allSatisfy({ !$0.hasPrefix(".") && !$0.isEmpty }) else { return nil }
        if parts.count == 1, name.hasSuffix(".lua") { return name == "pack.lua" ? .manifest : .rules }
        if parts.count == 2, parts[0] == "lexicon", name.hasSuffix(".tsv") { return .lexicon }
        guard parts.count > 1, parts[0] == "modules", name.hasSuffix(".lua") else { return nil }
        let module = parts.dropFirst().joined(separator: ".").dropLast(4)
        // A stop in a name would make two files of one module.
        return parts.dropFirst().dropLast().contains { $0.contains(".") } || name.dropLast(4).contains(".")
            ? nil : .module(String(module))
    }

    /// Whether a file of this path belongs to a pack.
    public static func belongs(_ path: String) -> Bool { role(of: path) != nil || documents.contains(path) }
}

extension [PackFile] {
    /// The files that Brink reads, with paths as messages show them.
    public func ruleFiles(below folder: String) -> [RuleFile] {
        compactMap { file in
            PackFile.role(of: file.path).map { role in
                let path = folder.isEmpty || folder == "." ? file.path : "\(folder)/\(file.path)"
                return RuleFile(path: path, bytes: file.bytes, role: role)
            }
        }
    }

    /// The manifest; throws where there is none or it does not read.
    public func manifest(of pack: String) throws -> PackManifest {
        guard let file = ruleFiles(below: pack).first(where: { $0.role == .manifest }) else {
            throw PackError("no_manifest", "\(pack) has no pack.lua", hint: "'brink pack new NAME' makes a pack")
        }
        return try PackManifest(file)
    }
}
