// One installed pack, by content.
import EventModel
import Rules

/// A pack as it was installed: where it came from, who signed it, and the hash of all that is in it.
public struct LockedPack: Codable, Sendable, Equatable {
    /// The name.
    public var name: String
    /// The version.
    public var version: String
    /// Whether the user asked for it, or another pack needs it.
    public var isDirect: Bool
    /// The versions that the user asked for.
    public var range: String
    /// Where it came from, and where its updates come from.
    public var origin: PackOrigin
    /// What it was within its origin: a file's name, a tag and a commit.
    public var reference: String
    /// The SHA-256 of the archive.
    public var sha256: String
    /// The key that it was signed with, nil where it was unsigned.
    public var key: String?
    /// The ranges of the packs that it needs.
    public var dependencies: [String: String]
    /// The repositories of those that come from git.
    public var repositories: [String: String]
    /// The SHA-256 of each file.
    public var files: [String: String]
    /// The hash of each rule, by id: see `RuleContent`.
    public var rules: [String: String]

    enum CodingKeys: String, CodingKey {
        case name, version, range, origin, reference, sha256, key, dependencies, repositories, files, rules
        case isDirect = "direct"
    }

    /// The name of the pack's folder: another content is another folder.
    public var folderName: String { "\(name)-\(version)-\(sha256.prefix(16))" }

    /// The version to compare by.
    public var semanticVersion: SemanticVersion { SemanticVersion(version) ?? SemanticVersion(0, 0, 0) }

    /// Its dependencies as the manifest has them.
    public var packDependencies: [PackDependency] {
        dependencies.sorted { $0.key < $1.key }.map { name, range in
            PackDependency(name: name, range: (try? VersionRange(range)) ?? .any, git: repositories[name])
        }
    }
}
