// The folder of installed packs. What is installed is what `pack.lock` says; all else there is waiting or rubbish.
import EventModel
import Foundation
import Rules

/// Installed packs in a folder of the user's.
///
/// `pack.lock` names each pack's folder below `store`, whose name has the hash of the archive. A change writes new
/// folders beside the old ones and then puts a new lock in the old one's place by one rename, so that it is there as a
/// whole or not at all; `history` keeps the locks before for `rollback`.
public struct PackStore: Sendable {
    /// The folder.
    public let root: URL

    /// How many earlier locks are kept.
    static let historyCountMax = 10

    /// The store in a folder, which is made when something is installed.
    public init(_ root: URL) { self.root = root }

    var lockURL: URL { root.appending(path: "pack.lock") }
    private var store: URL { root.appending(path: "store") }
    private var staging: URL { root.appending(path: "staging") }
    private var history: URL { root.appending(path: "history") }

    // MARK: reading

    /// What is installed.
    public func lock() throws -> PackLock {
        guard FileManager.default.fileExists(atPath: lockURL.path) else { return PackLock() }
        return try PackLock([UInt8](try Data(contentsOf: lockURL)), path: lockURL.path)
    }

    /// The folder of an installed pack.
    public func folder(of pack: LockedPack) -> URL { store.appending(path: pack.folderName) }

    /// The archive of an installed pack, with its signature.
    public func archive(of pack: LockedPack) throws -> SealedPack {
        let sealed = try SealedPack(file: store.appending(path: "\(pack.folderName).brinkpack"))
        guard sealed.sha256 == pack.sha256 else { throw changed(pack, "its archive") }
        return SealedPack(
            name: "\(pack.name)-\(pack.version).brinkpack",
            archive: sealed.archive,
            signature: sealed.signature,
            offeredKeys: pack.key.flatMap(PublicKey.init).map { [$0] } ?? []
        )
    }

    /// The files of an installed pack, each as it was when it was installed.
    ///
    /// Throws `changed_file` for one that somebody has changed or removed since.
    public func files(of pack: LockedPack) throws -> [PackFile] {
        let folder = folder(of: pack)
        return try pack.files.sorted { $0.key < $1.key }.map { path, hash in
            guard let data = try? Data(contentsOf: folder.appending(path: path)) else { throw changed(pack, path) }
            let bytes = [UInt8](data)
            guard Digest.sha256(bytes) == hash else { throw changed(pack, path) }
            return PackFile(path: path, bytes: bytes)
        }
    }

    private func changed(_ pack: LockedPack, _ what: String) -> PackError {
        PackError(
            "changed_file",
            "\(what) of the installed pack '\(pack.name)' is not as it was installed",
            hint: "'brink pack install --repair \(pack.name)' brings it back; change rules by overrides.lua instead"
        )
    }

    // MARK: changing

    /// Does something while no other process changes the store.
    func withExclusiveAccess<Result>(_ body: () throws -> Result) throws -> Result {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let descriptor = open(root.appending(path: ".busy").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PackError("not_written", "\(root.path) cannot be written to") }
        defer { close(descriptor) }
        // The system lets go of it when the process ends, however it ends.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw PackError("busy", "another brink is changing the installed packs", hint: "wait until it is done")
        }
        // Closing alone would leave it to a child that is being forked at this moment.
        defer { flock(descriptor, LOCK_UN) }
        try? FileManager.default.removeItem(at: staging)
        return try body()
    }

    /// Writes a pack where nothing looks for it yet.
    func stage(_ pack: OpenedPack, as locked: LockedPack) throws {
        let folder = staging.appending(path: locked.folderName)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in pack.files {
            // The reader has checked the paths; this is the place where a mistake there would do harm.
            if let problem = PackPath.problem(file.path) { throw PackError("bad_path", problem) }
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try AtomicFile.writeThrough(file.bytes, to: url)
        }
        let archive = staging.appending(path: "\(locked.folderName).brinkpack")
        try AtomicFile.writeThrough(pack.sealed.archive, to: archive)
        if let signature = pack.sealed.signature {
            let url = staging.appending(path: "\(locked.folderName).brinkpack.minisig")
            try AtomicFile.writeThrough(Array(signature.utf8), to: url)
        }
    }

    /// Moves what is staged to its place; nothing looks for it until the lock names it.
    func store(_ locked: LockedPack) throws {
        let manager = FileManager.default
        try manager.createDirectory(at: store, withIntermediateDirectories: true)
        let name = locked.folderName
        for item in ["\(name).brinkpack", "\(name).brinkpack.minisig", name] {
            let from = staging.appending(path: item), to = store.appending(path: item)
            guard manager.fileExists(atPath: from.path) else { continue }
            // The same content from an earlier try, or a damaged copy that this one mends.
            if manager.fileExists(atPath: to.path) {
                try manager.moveItem(at: to, to: staging.appending(path: "old-\(UUID().uuidString)"))
            }
            try manager.moveItem(at: from, to: to)
        }
        AtomicFile.syncFolder(store)
    }

    /// Keeps the lock of now for `rollback`.
    func keepHistory() throws {
        guard FileManager.default.fileExists(atPath: lockURL.path) else { return }
        let last = historyURLs().last.flatMap { Int($0.deletingPathExtension().lastPathComponent) } ?? 0
        let digits = String(last + 1)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        try AtomicFile.write([UInt8](try Data(contentsOf: lockURL)), to: history.appending(path: "\(name).lock"))
    }

    /// Makes a lock the valid one: the moment at which a change happens.
    func commit(_ lock: PackLock) throws { try AtomicFile.write(try lock.bytes(), to: lockURL) }

    /// Makes the lock before the valid one and forgets the one of now; throws `no_history`.
    func rollback() throws -> PackLock {
        guard let last = historyURLs().last else {
            throw PackError("no_history", "there is nothing to go back to")
        }
        let lock = try PackLock([UInt8](try Data(contentsOf: last)), path: last.path)
        for pack in lock.packs { _ = try files(of: pack) }
        guard rename(last.path, lockURL.path) == 0 else {
            throw PackError("not_written", "\(lockURL.path) cannot be replaced")
        }
        AtomicFile.syncFolder(root)
        return lock
    }

    /// Removes what neither the lock nor its history names; never fails, for it can be done the next time.
    func collectGarbage() {
        let manager = FileManager.default
        for url in historyURLs().dropLast(Self.historyCountMax) { try? manager.removeItem(at: url) }
        var kept: Set<String> = []
        for url in [lockURL] + historyURLs() {
            guard let data = try? Data(contentsOf: url) else { continue }
            // A lock that does not read says nothing of what may go.
            guard let lock = try? PackLock([UInt8](data), path: url.path) else { return }
            kept.formUnion(lock.packs.map(\.folderName))
        }
        for name in (try? manager.contentsOfDirectory(atPath: store.path)) ?? [] {
            let folder = name.hasSuffix(".minisig") ? String(name.dropLast(8)) : name
            let isKept = kept.contains(folder.hasSuffix(".brinkpack") ? String(folder.dropLast(10)) : folder)
            if !isKept { try? manager.removeItem(at: store.appending(path: name)) }
        }
        try? manager.removeItem(at: staging)
    }

    private func historyURLs() -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: history.path)) ?? []
        return names.filter { $0.hasSuffix(".lock") && !$0.hasPrefix(".") }.sorted().map { history.appending(path: $0) }
    }
}
