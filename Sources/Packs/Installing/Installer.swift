// Installs, updates and removes packs: chooses versions, fetches, verifies all, and only then changes anything.
import EventModel
import Foundation
import Rules

/// Changes what is installed.
public struct Installer {
    /// What a user allows and where packs come from.
    public struct Options: Sendable {
        /// The indexes, the first that has a pack wins.
        public var indexes: [String] = []
        /// Public keys that the user has given.
        public var keys: [PublicKey] = []
        /// Whether packs that nobody has signed may be installed.
        public var allowsUnsigned = false
        /// Whether packs that are installed already are fetched and written again.
        public var repairs = false
        /// The version of Brink.
        public var brink: SemanticVersion
        /// The packs that ship with Brink.
        public var builtIn: [PackManifest] = []

        /// The usual options.
        public init(brink: SemanticVersion) { self.brink = brink }
    }

    /// A pack that could be newer.
    public struct Outdated: Sendable, Equatable {
        /// The pack as it is.
        public let pack: LockedPack
        /// The newest version that the ranges allow, nil where it is the one installed.
        public let allowed: String?
        /// The newest of all.
        public let newest: String
    }

    private let store: PackStore
    private let trustURL: URL
    private let options: Options
    private let checkpoint: (InstallStage) throws -> Void

    /// An installer; `checkpoint` is told of every stage, and what it throws cuts the change off there.
    public init(
        store: PackStore,
        trust: URL,
        options: Options,
        checkpoint: @escaping (InstallStage) throws -> Void = { _ in }
    ) {
        self.store = store
        trustURL = trust
        self.options = options
        self.checkpoint = checkpoint
    }

    // MARK: what users ask for

    /// Installs packs and what they need; packs that are installed stay as they are where they can.
    public func install(_ requests: [PackRequest]) throws -> [PackChange] {
        try store.withExclusiveAccess {
            let sources = try sources(updating: [])
            return try change(sources, to: try requests.map(sources.requirement), keeping: try store.lock())
        }
    }

    /// Brings packs to the newest versions that ranges allow: those of these names, or all.
    public func update(_ names: [String]) throws -> [PackChange] {
        try store.withExclusiveAccess {
            let lock = try store.lock()
            for name in names { _ = try installed(name, lock) }
            let all = names.isEmpty ? lock.packs.map(\.name) : names
            return try change(try sources(updating: Set(all)), to: [], keeping: lock)
        }
    }

    /// The packs of which there are newer versions.
    public func outdated() throws -> [Outdated] {
        let lock = try store.lock()
        let sources = try sources(updating: Set(lock.packs.map(\.name)))
        return try lock.packs.compactMap { pack in
            let candidates = try sources.all(PackSources.requirement(of: pack))
            let newer = candidates.filter { $0.version > pack.semanticVersion }
            let released = newer.filter { $0.version.prerelease.isEmpty || !pack.semanticVersion.prerelease.isEmpty }
            guard let newest = released.map(\.version).max() else { return nil }
            let ranges = Self.ranges(on: pack, in: lock)
            let allowed = released.map(\.version).filter { version in ranges.allSatisfy { $0.contains(version) } }.max()
            return Outdated(pack: pack, allowed: allowed?.description, newest: newest.description)
        }
    }

    /// Removes a pack and what nobody needs any more; throws `needed` where another pack needs it.
    public func remove(_ names: [String]) throws -> [PackChange] {
        try store.withExclusiveAccess {
            let lock = try store.lock()
            for name in names { _ = try installed(name, lock) }
            let left = lock.packs.filter { !names.contains($0.name) }
            for name in names {
                let needing = left.filter { $0.isDirect && $0.dependencies[name] != nil }
                guard needing.isEmpty else {
                    let others = needing.map(\.name).joined(separator: ", ")
                    throw PackError("needed", "'\(name)' is needed by \(others)", hint: "remove both")
                }
            }
            return try commit(PackLock(Self.needed(left)), [], before: lock)
        }
    }

    /// Goes back to what was installed before the last change.
    public func rollback() throws -> [PackChange] {
        try store.withExclusiveAccess {
            let before = try? store.lock()
            let after = try store.rollback()
            store.collectGarbage()
            return PackChange.between(before ?? PackLock(), after)
        }
    }

    /// Copies the archives and signatures of all that is installed into a folder that is an index, with `pack.lock`.
    public func vendor(to folder: URL) throws -> PackLock {
        let lock = try store.lock()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for pack in lock.packs {
            let sealed = try store.archive(of: pack)
            try AtomicFile.write(sealed.archive, to: folder.appending(path: sealed.name))
            guard let signature = sealed.signature else { continue }
            try AtomicFile.write(Array(signature.utf8), to: folder.appending(path: "\(sealed.name).minisig"))
            if let key = pack.key.flatMap(PublicKey.init) {
                try AtomicFile.write(Array(key.file.utf8), to: folder.appending(path: "\(sealed.name).pub"))
            }
        }
        try PackIndex(of: folder).write(to: folder)
        try AtomicFile.write(try lock.bytes(), to: folder.appending(path: "pack.lock"))
        return lock
    }

    // MARK: the change itself

    private func sources(updating: Set<String>) throws -> PackSources {
        PackSources(
            options: options,
            trust: try TrustFile(trustURL),
            lock: try store.lock(),
            updating: updating
        )
    }

    private func installed(_ name: String, _ lock: PackLock) throws -> LockedPack {
        if let pack = lock.pack(name) { return pack }
        throw PackError(
            "not_installed",
            "'\(name)' is not installed",
            hint: Suggestion.hint(for: name, among: lock.packs.map(\.name))
        )
    }

    private func change(
        _ sources: PackSources,
        to requests: [PackSources.Request],
        keeping lock: PackLock
    ) throws -> [PackChange] {
        let new = Set(requests.map(\.requirement.name))
        let old = lock.packs.filter { $0.isDirect && !new.contains($0.name) }
        var resolver = Resolver(brink: options.brink, candidates: sources.candidates, needs: sources.needs)
        let chosen = try resolver.resolve(requests.map(\.requirement) + old.map(PackSources.requirement))
        // All is fetched and every signature verified before the first byte is written.
        var trust = try TrustFile(trustURL)
        var keys: [String: PublicKey] = [:]
        var fresh: [(OpenedPack, LockedPack)] = []
        var packs: [LockedPack] = []
        for candidate in chosen {
            let request = requests.first { $0.requirement.name == candidate.name }
            let before = lock.pack(candidate.name)
            let isDirect = options.repairs ? before?.isDirect ?? true : request != nil || before?.isDirect ?? false
            let range = request.map(\.requirement.range.description) ?? before?.range ?? "*"
            switch candidate.source {
            case .builtIn: continue
            case .installed(var pack):
                pack.isDirect = isDirect
                pack.range = range
                packs.append(pack)
            default:
                let pack = try sources.open(candidate)
                try pack.trusted(by: trust)
                let locked = Self.lock(pack, candidate, isDirect: isDirect, range: range)
                packs.append(locked)
                if locked == before, !options.repairs, (try? store.files(of: locked)) != nil { continue }
                if let key = pack.key, trust.keys[pack.manifest.name] == nil {
                    trust.trust(key, for: pack.manifest.name)
                    keys[pack.manifest.name] = key
                }
                fresh.append((pack, locked))
            }
        }
        return try commit(PackLock(packs), fresh, before: lock, trust: keys.isEmpty ? nil : trust, keys: keys)
    }

    private func commit(
        _ lock: PackLock,
        _ fresh: [(OpenedPack, LockedPack)],
        before: PackLock,
        trust: TrustFile? = nil,
        keys: [String: PublicKey] = [:]
    ) throws -> [PackChange] {
        guard lock != before || !fresh.isEmpty else { return [] }
        try checkpoint(.verified)
        for (pack, locked) in fresh { try store.stage(pack, as: locked) }
        try checkpoint(.staged)
        for (_, locked) in fresh { try store.store(locked) }
        try checkpoint(.stored)
        try trust?.save()
        try checkpoint(.trusted)
        try store.keepHistory()
        try checkpoint(.remembered)
        try store.commit(lock)
        try checkpoint(.committed)
        store.collectGarbage()
        let mended = fresh.map(\.1).filter { before.pack($0.name) == $0 }
            .map { PackChange(name: $0.name, before: $0, after: $0) }
        return (PackChange.between(before, lock) + mended).map { change in
            var change = change
            change.newKey = keys[change.name]
            return change
        }
    }

    private static func lock(
        _ pack: OpenedPack,
        _ candidate: Candidate,
        isDirect: Bool,
        range: String
    ) -> LockedPack {
        let manifest = pack.manifest
        let repositories = manifest.dependencies.compactMap { need in need.git.map { (need.name, $0) } }
        return LockedPack(
            name: manifest.name,
            version: manifest.version.description,
            isDirect: isDirect,
            range: range,
            origin: candidate.origin ?? .file(pack.sealed.name),
            reference: candidate.reference,
            sha256: pack.sha256,
            key: pack.key?.description,
            dependencies: Dictionary(
                uniqueKeysWithValues: manifest.dependencies.map { ($0.name, $0.range.description) }
            ),
            repositories: Dictionary(uniqueKeysWithValues: repositories),
            files: Dictionary(uniqueKeysWithValues: pack.files.map { ($0.path, Digest.sha256($0.bytes)) }),
            rules: RuleContent.hashes(of: manifest.name, in: pack.files.ruleFiles(below: ""))
        )
    }

    /// The direct packs and what they need.
    private static func needed(_ packs: [LockedPack]) -> [LockedPack] {
        var kept: Set<String> = []
        var pending = packs.filter(\.isDirect).map(\.name)
        while let name = pending.popLast() {
            guard kept.insert(name).inserted, let pack = packs.first(where: { $0.name == name }) else { continue }
            pending += pack.dependencies.keys
        }
        return packs.filter { kept.contains($0.name) }
    }

    /// All ranges that bear on a pack.
    private static func ranges(on pack: LockedPack, in lock: PackLock) -> [VersionRange] {
        let own = pack.isDirect ? [pack.range] : []
        return (own + lock.packs.compactMap { $0.dependencies[pack.name] }).compactMap { try? VersionRange($0) }
    }
}
