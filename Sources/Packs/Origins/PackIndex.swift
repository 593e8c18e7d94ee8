// `index.json`: which packs a place has, in which versions. Static files, so that any web server will do.
import Foundation
import Rules

/// The contents of an index.
public struct PackIndex: Codable, Sendable, Equatable {
    /// One version of a pack.
    public struct Release: Codable, Sendable, Equatable {
        /// The version.
        public var version: String
        /// The archive, a path below the index; its signature lies beside it with `.minisig` at its end.
        public var file: String
        /// The SHA-256 of the archive.
        public var sha256: String
        /// The public key of the signature, nil where there is none.
        public var key: String?
        /// The versions of Brink that it works with.
        public var brink: String
        /// The ranges of the packs that it needs.
        public var dependencies: [String: String]
        /// The repositories of those that come from git.
        public var repositories: [String: String]?
        /// What it is for.
        public var summary: String
    }

    /// The version of this format.
    public var format = 1
    /// The versions of each pack.
    public var packs: [String: [Release]] = [:]

    enum CodingKeys: String, CodingKey {
        case format = "brink_index"
        case packs
    }

    /// An empty index.
    public init() {}

    /// The index of a file's bytes; throws `bad_index`.
    init(_ bytes: [UInt8], url: String) throws(PackError) {
        do {
            self = try JSONDecoder().decode(PackIndex.self, from: Data(bytes))
        } catch {
            throw PackError("bad_index", "\(url)/index.json does not read as an index of packs")
        }
        guard format == 1 else { throw PackError("bad_index", "\(url) is of a newer version of Brink") }
        for (name, releases) in packs {
            for release in releases {
                if let problem = PackPath.problem(release.file) { throw PackError("bad_index", "\(url): \(problem)") }
                let isPlain = PackManifest.isName(name) && SemanticVersion(release.version) != nil
                guard isPlain, release.sha256.utf8.count == 64 else {
                    throw PackError(
                        "bad_index",
                        "\(url): \(PackPath.shown(name)) has no name, version or hash that will do"
                    )
                }
            }
        }
    }

    /// The index of the archives in a folder; each must read, and signatures must fit.
    public init(of folder: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".brinkpack") && !name.hasPrefix(".") {
            let url = folder.appending(path: name)
            let sealed = try SealedPack(file: url)
            let key =
                try sealed.signature.flatMap { text in try Signature(text, name: name).offeredKey }
                ?? sealed.offeredKeys.first
            let pack = try sealed.open(keys: key.map { [$0] } ?? [], allowUnsigned: true)
            let needs = pack.manifest.dependencies
            let repositories = needs.filter { $0.git != nil }
            packs[pack.manifest.name, default: []].append(
                Release(
                    version: "\(pack.manifest.version)",
                    file: name,
                    sha256: pack.sha256,
                    key: pack.key?.description,
                    brink: pack.manifest.brink.description,
                    dependencies: Dictionary(uniqueKeysWithValues: needs.map { ($0.name, $0.range.description) }),
                    repositories: repositories.isEmpty
                        ? nil : Dictionary(uniqueKeysWithValues: repositories.map { ($0.name, $0.git ?? "") }),
                    summary: pack.manifest.summary
                )
            )
        }
        for (name, releases) in packs {
            packs[name] = releases.sorted {
                (SemanticVersion($0.version) ?? SemanticVersion(0, 0, 0))
                    < (SemanticVersion($1.version) ?? SemanticVersion(0, 0, 0))
            }
        }
    }

    /// Writes `index.json` into a folder.
    public func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try AtomicFile.write([UInt8](try encoder.encode(self)) + [10], to: folder.appending(path: "index.json"))
    }
}
