// Where candidates come from: what is installed, indexes, repositories, files, and what ships with Brink.
import Foundation
import Rules

/// Finds, fetches and opens packs for one change; what it has fetched it keeps.
final class PackSources {
    /// What a user asked for, as a requirement.
    struct Request {
        let requirement: Resolver.Requirement
        let origin: PackOrigin?
    }

    private let options: Installer.Options
    private let trust: TrustFile
    private let lock: PackLock
    private let updating: Set<String>
    // Packs that the user has named by path or tag: there is no choice of version.
    private var fixed: [String: Candidate] = [:]
    // Where the user wants packs of these names from, or that it is to be an index, whatever they came from.
    private var origins: [String: PackOrigin] = [:]
    private var named: Set<String> = []
    private var opened: [String: OpenedPack] = [:]
    private var indexes: [String: PackIndex] = [:]
    private var releases: [String: [GitRepository.Release]] = [:]
    private var trees: [String: GitRepository.Tree] = [:]

    init(options: Installer.Options, trust: TrustFile, lock: PackLock, updating: Set<String>) {
        self.options = options
        self.trust = trust
        self.lock = lock
        self.updating = updating
    }

    /// The requirement that an installed pack goes on being.
    static func requirement(of pack: LockedPack) -> Resolver.Requirement {
        Resolver.Requirement(
            name: pack.name,
            range: (try? VersionRange(pack.range)) ?? .any,
            by: "what is installed"
        )
    }

    /// The requirement of a request; a pack that is named by path or tag is fetched now, for only it knows its name.
    func requirement(_ request: PackRequest) throws -> Request {
        switch request {
        case .named(let name, let range):
            named.insert(name)
            return try made(name, range, nil)
        case .file(let path):
            let pack = try open(file: path)
            let reference = URL(filePath: path).lastPathComponent
            return try fix(pack, .file(path), reference: reference, range: .any)
        case .git(let url, let range, let reference):
            let repository = GitRepository(url: url)
            let tag: String
            if let reference {
                tag = reference
            } else {
                let all = try releases(repository)
                guard let release = all.first(where: { range.contains($0.version) }) else {
                    let versions = all.prefix(8).map(\.version.description).joined(separator: ", ")
                    throw PackError(
                        "no_version",
                        "\(url) has no version in \(range)" + (all.isEmpty ? "" : "; there is \(versions)"),
                        hint: all.isEmpty ? "versions are tags such as v1.0.0; '#main' takes a branch" : nil
                    )
                }
                tag = release.tag
            }
            let (pack, commit) = try open(repository, tag)
            let origin = PackOrigin.git(url)
            return try fix(
                pack,
                origin,
                reference: "\(tag) \(commit)",
                range: reference == nil ? range : .init(exactly: pack.manifest.version)
            )
        }
    }

    private func made(_ name: String, _ range: VersionRange, _ origin: PackOrigin?) throws -> Request {
        guard !options.builtIn.contains(where: { $0.name == name }) else {
            throw PackError("built_in", "'\(name)' ships with Brink: no other pack can have its name")
        }
        if let origin { origins[name] = origin }
        return Request(requirement: Resolver.Requirement(name: name, range: range, by: "your request"), origin: origin)
    }

    private func fix(_ pack: OpenedPack, _ origin: PackOrigin, reference: String, range: VersionRange) throws -> Request
    {
        let name = pack.manifest.name
        fixed[name] = Candidate(
            name: name,
            version: pack.manifest.version,
            source: .opened(pack),
            origin: origin,
            reference: reference
        )
        return try made(
            name,
            range.contains(pack.manifest.version) ? range : VersionRange(exactly: pack.manifest.version),
            origin
        )
    }

    // MARK: candidates

    /// The candidates in the order in which they are preferred: what is installed, unless it is to be updated.
    func candidates(_ requirement: Resolver.Requirement) throws -> [Candidate] {
        if let candidate = fixed[requirement.name] { return [candidate] }
        let installed = lock.pack(requirement.name).map(candidate)
        guard let installed, !updating.contains(requirement.name) else { return try all(requirement) }
        if isRepaired(requirement.name) {
            // The same version anew where it is still to be had.
            let all = try all(requirement)
            return all.filter { $0.version == installed.version } + all.filter { $0.version != installed.version }
        }
        // Others are looked for only where the one installed will not do.
        if requirement.range.contains(installed.version) { return [installed] + ((try? all(requirement)) ?? []) }
        return try all(requirement)
    }

    private func isRepaired(_ name: String) -> Bool { options.repairs && named.contains(name) }

    private func candidate(_ pack: LockedPack) -> Candidate {
        Candidate(
            name: pack.name,
            version: pack.semanticVersion,
            source: .installed(pack),
            origin: pack.origin,
            reference: pack.reference
        )
    }

    /// All versions, the newest first; of the same one, what is installed comes first.
    func all(_ requirement: Resolver.Requirement) throws -> [Candidate] {
        let name = requirement.name
        if let pack = options.builtIn.first(where: { $0.name == name }) {
            return [Candidate(name: name, version: pack.version, source: .builtIn, origin: nil)]
        }
        let installed = lock.pack(name)
        var found = named.contains(name) ? try indexed(name, options.indexes) : []
        let origin = requirement.git.map(PackOrigin.git) ?? origins[name] ?? installed?.origin
        switch found.isEmpty ? origin : nil {
        case .git(let url):
            let repository = GitRepository(url: try GitRepository.checked(url))
            found = try releases(repository).map { release in
                Candidate(
                    name: name,
                    version: release.version,
                    source: .tagged(repository, tag: release.tag),
                    origin: .git(url),
                    reference: release.tag
                )
            }
        case .file(let path):
            if let pack = try? open(file: path), pack.manifest.name == name {
                found = [
                    Candidate(
                        name: name,
                        version: pack.manifest.version,
                        source: .opened(pack),
                        origin: .file(path),
                        reference: URL(filePath: path).lastPathComponent
                    )
                ]
            }
        case .index(let url): found = try indexed(name, [url] + options.indexes)
        case nil: found = try found.isEmpty ? indexed(name, options.indexes) : found
        }
        guard let installed, !isRepaired(name) else { return found.sorted { $0.version > $1.version } }
        for case .indexed(let release, let client) in found.map(\.source)
        where release.version == installed.version && release.sha256 != installed.sha256 {
            throw PackError(
                "changed_release",
                "\(name) \(release.version) of \(client.url) is not the \(release.version) that is installed",
                hint: "a version must never change: ask its author; '--repair' takes the new one"
            )
        }
        return ([candidate(installed)] + found.filter { $0.version != installed.semanticVersion })
            .sorted { $0.version > $1.version }
    }

    /// The versions of the first index that has the pack.
    private func indexed(_ name: String, _ urls: [String]) throws -> [Candidate] {
        for url in urls {
            let client = try IndexClient(url)
            let index = try indexes[client.url] ?? client.index()
            indexes[client.url] = index
            guard let releases = index.packs[name], !releases.isEmpty else { continue }
            return releases.compactMap { release in
                SemanticVersion(release.version).map { version in
                    Candidate(
                        name: name,
                        version: version,
                        source: .indexed(release, client),
                        origin: .index(client.url),
                        reference: release.file
                    )
                }
            }
        }
        return []
    }

    private func releases(_ repository: GitRepository) throws -> [GitRepository.Release] {
        let found = try releases[repository.url] ?? repository.releases()
        releases[repository.url] = found
        return found
    }

    // MARK: opening

    /// What a candidate needs; of one in an index, what the index says, which is checked when it is opened.
    func needs(_ candidate: Candidate) throws -> Needs {
        switch candidate.source {
        case .installed(let pack): return Needs(brink: .any, dependencies: pack.packDependencies)
        case .builtIn: return Needs(brink: .any, dependencies: [])
        case .indexed(let release, _):
            let dependencies = release.dependencies.sorted { $0.key < $1.key }.map { name, range in
                PackDependency(
                    name: name,
                    range: (try? VersionRange(range)) ?? .any,
                    git: release.repositories?[name]
                )
            }
            return Needs(brink: (try? VersionRange(release.brink)) ?? .any, dependencies: dependencies)
        case .tagged, .opened:
            let manifest = try open(candidate).manifest
            return Needs(brink: manifest.brink, dependencies: manifest.dependencies)
        }
    }

    /// The pack of a candidate, its signature verified; throws where it is not what it was said to be.
    func open(_ candidate: Candidate) throws -> OpenedPack {
        switch candidate.source {
        case .opened(let pack): return pack
        case .tagged(let repository, let tag):
            let pack = try open(repository, tag).pack
            guard pack.manifest.name == candidate.name, pack.manifest.version == candidate.version else {
                throw PackError(
                    "wrong_pack",
                    "the tag \(tag) of \(repository.url) is \(pack.manifest.name) \(pack.manifest.version)"
                )
            }
            return pack
        case .indexed(let release, let client):
            if let pack = opened[release.sha256] { return pack }
            let pack = try open(try client.pack(release))
            let needs = Dictionary(
                uniqueKeysWithValues: pack.manifest.dependencies.map { ($0.name, $0.range.description) }
            )
            guard pack.manifest.name == candidate.name, pack.manifest.version == candidate.version,
                needs == release.dependencies, pack.manifest.brink.description == release.brink
            else {
                throw PackError(
                    "wrong_pack",
                    "\(client.url)/\(release.file) is not the pack that the index describes",
                    hint: "whoever keeps the index makes it anew by 'brink pack index'"
                )
            }
            opened[release.sha256] = pack
            return pack
        case .installed, .builtIn:
            throw PackError("not_fetched", "'\(candidate.name)' is here already")
        }
    }

    private func open(_ sealed: SealedPack) throws -> OpenedPack {
        // Trusted keys first: an offered one with the same id does not count against them.
        let pack = try sealed.open(
            keys: Array(trust.keys.values) + options.keys,
            allowUnsigned: options.allowsUnsigned
        )
        try pack.trusted(by: trust)
        return pack
    }

    private func open(file path: String) throws -> OpenedPack {
        let url = URL(filePath: path)
        let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard type == .typeDirectory else { return try open(try SealedPack(file: url)) }
        let archive = try ArchiveWriter.archive(try PackFolder.files(url))
        return try open(SealedPack(name: path, archive: archive, signature: nil))
    }

    /// The pack of a tag: the signed archive in `dist`, whose files must be those of the tree, or the tree itself.
    private func open(_ repository: GitRepository, _ tag: String) throws -> (pack: OpenedPack, commit: String) {
        let key = "\(repository.url)#\(tag)"
        let tree = try trees[key] ?? repository.tree(tag)
        trees[key] = tree
        if let pack = opened[key] { return (pack, tree.commit) }
        let files = tree.files.filter { !$0.path.hasPrefix("dist/") }
        let manifest = try files.manifest(of: key)
        let path = "dist/\(manifest.name)-\(manifest.version).brinkpack"
        let signature = tree.files.first { $0.path == "\(path).minisig" }
        let keys = tree.files.filter { $0.path.hasPrefix("dist/") && $0.path.hasSuffix(".pub") }
            .compactMap { PublicKey(String(decoding: $0.bytes, as: UTF8.self)) }
        let pack: OpenedPack
        if let archive = tree.files.first(where: { $0.path == path }) {
            pack = try open(
                SealedPack(
                    name: "\(key) \(path)",
                    archive: archive.bytes,
                    signature: signature.map { String(decoding: $0.bytes, as: UTF8.self) },
                    offeredKeys: keys
                )
            )
            let sorted = files.sorted { $0.path < $1.path }
            guard pack.files.sorted(by: { $0.path < $1.path }) == sorted else {
                throw PackError(
                    "not_the_source",
                    "\(path) of \(key) has other files than the repository itself",
                    hint: "people read the repository and would run something else: tell its author"
                )
            }
        } else {
            let archive = try ArchiveWriter.archive(files)
            pack = try open(SealedPack(name: key, archive: archive, signature: nil))
        }
        opened[key] = pack
        return (pack, tree.commit)
    }
}
