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

    /// Whether a file of this path belongs to a pack.
    public static func belongs(_ path: String) -> Bool { RuleFile.Role(path: path) != nil || documents.contains(path) }
}

extension [PackFile] {
    /// The files that Brink reads, with paths as messages show them.
    public func ruleFiles(below folder: String) -> [RuleFile] {
        compactMap { file in
            RuleFile.Role(path: file.path).map { role in
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
