// Finds rule packs by name or path and hands their files to the rules room.
import EventModel
import Foundation
import LuaRuntime
import Packs
import Rules

/// Loads packs by name or path.
struct PackLoader {
    /// The folder of the packs that ship with the program.
    let builtIn: URL
    /// What other rooms add to the Lua of rules.
    let registry: Registry
    /// The user's changes to rules.
    var overrides = RuleOverrides()
    /// Whether an archive that nobody has signed may be run.
    var allowsUnsigned = false

    /// The pack that runs where the user names none.
    static let defaultName = "escalation"

    /// The packs of these names or paths, and those that they need; the built-in one where there are none.
    func packs(_ names: [String]) throws -> [RulePack] {
        var packs: [RulePack] = []
        for name in names.isEmpty ? [Self.defaultName] : names {
            let pack = try pack(name)
            // A pack that two others need is there once; the same one named twice is, too.
            let isThere = packs.contains { $0.manifest.name == pack.manifest.name && $0.ruleIDs == pack.ruleIDs }
            if !isThere { packs.append(pack) }
        }
        var pending = packs.flatMap { pack in pack.manifest.dependencies.map { (pack.manifest, $0) } }
        while let (manifest, need) = pending.popLast() {
            if let there = packs.first(where: { $0.manifest.name == need.name }) {
                try check(there.manifest, meets: need, of: manifest)
                continue
            }
            let pack = try dependency(need, of: manifest)
            packs.append(pack)
            pending += pack.manifest.dependencies.map { (pack.manifest, $0) }
        }
        if !overrides.rules.isEmpty { try overrides.check(packs, known: knownNames()) }
        return packs
    }

    /// The pack in a folder, of one file, in an archive, that is installed or built in.
    func pack(_ name: String) throws -> RulePack {
        let url = try url(name)
        let files = try files(name, url)
        guard files.contains(where: { $0.role == .rules || $0.role == .lexicon }) else {
            throw Failure(
                code: "empty_pack",
                message: "no rules in \(relative(url))",
                hint: "a pack is a folder with rules in files that end in .lua"
            )
        }
        let stem = url.standardizedFileURL.deletingPathExtension().lastPathComponent
        let pack = try RulePack(name: stem, files: files, registry: registry, overrides: overrides)
        if let version = SemanticVersion(Version.current), !pack.manifest.brink.contains(version) {
            throw Failure(
                code: "wrong_brink",
                message: "the pack '\(pack.manifest.name)' needs Brink \(pack.manifest.brink), and this is \(version)"
            )
        }
        return pack
    }

    /// Where the pack of a name or path lies.
    func url(_ name: String) throws -> URL {
        let path = URL(filePath: name)
        if FileManager.default.fileExists(atPath: path.path) { return path }
        if let (store, pack) = try installed(name) { return store.folder(of: pack) }
        let shipped = builtIn.appending(path: name)
        if !name.contains("/"), FileManager.default.fileExists(atPath: shipped.path) { return shipped }
        let names = knownNames()
        throw Failure(
            code: "no_pack",
            message: "no rule pack '\(name)'",
            hint: Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
                ?? "name a folder, a .lua file, a .brinkpack, or a pack that is here: \(names.joined(separator: ", "))"
        )
    }

    /// The names of the packs that are installed or built in.
    func knownNames() -> [String] {
        let installed = (try? UserFolders.packs.map { try PackStore($0).lock().packs.map(\.name) }) ?? []
        return (builtInManifests().map(\.name) + (installed ?? [])).sorted()
    }

    /// The manifests of the packs that ship with the program.
    func builtInManifests() -> [PackManifest] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: builtIn.path).sorted()) ?? []
        return names.compactMap { name in
            guard let data = try? Data(contentsOf: builtIn.appending(path: "\(name)/pack.lua")) else { return nil }
            return try? PackManifest(RuleFile(path: "\(name)/pack.lua", bytes: [UInt8](data)))
        }
    }

    // MARK: files

    /// The files of the pack of a name or path, which lies at a URL.
    func files(_ name: String, _ url: URL) throws -> [RuleFile] {
        let isPath = FileManager.default.fileExists(atPath: URL(filePath: name).path)
        // What is installed is checked against its lock, file by file.
        if !isPath, let (store, pack) = try installed(name) {
            return try store.files(of: pack).ruleFiles(below: url.path)
        }
        var isFolder: ObjCBool = false
        FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        if isFolder.boolValue { return try folderFiles(url) }
        if url.pathExtension == "brinkpack" { return try archiveFiles(url) }
        return [RuleFile(path: relative(url), bytes: [UInt8](try Data(contentsOf: url)))]
    }

    private func archiveFiles(_ url: URL) throws -> [RuleFile] {
        let trust = try TrustFile(UserFolders.required(UserFolders.trust))
        let pack = try SealedPack(file: url).open(keys: Array(trust.keys.values), allowUnsigned: allowsUnsigned)
        try pack.trusted(by: trust)
        // A signature by whoever came along with the archive vouches for nothing.
        guard trust.keys[pack.manifest.name] != nil || allowsUnsigned else {
            throw Failure(
                code: "untrusted",
                message: "\(url.lastPathComponent) is signed, and its key is not trusted yet",
                hint: "install it, say 'brink pack trust \(pack.manifest.name) KEY', or --allow-unsigned"
            )
        }
        return pack.files.ruleFiles(below: relative(url))
    }

    /// The files of a pack in the making: links are the user's own here.
    func folderFiles(_ url: URL) throws -> [RuleFile] {
        func names(_ folder: URL) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
        }
        func modules(_ path: String, _ depth: Int) -> [String] {
            guard depth < 8 else { return [] }
            return names(url.appending(path: path)).flatMap { name in
                name.hasSuffix(".lua") ? ["\(path)/\(name)"] : modules("\(path)/\(name)", depth + 1)
            }
        }
        let paths = names(url) + names(url.appending(path: "lexicon")).map { "lexicon/\($0)" } + modules("modules", 0)
        return try paths.sorted().compactMap { path in
            guard let role = RuleFile.Role(path: path) else { return nil }
            let file = url.appending(path: path)
            return RuleFile(path: relative(file), bytes: [UInt8](try Data(contentsOf: file)), role: role)
        }
    }

    // MARK: what packs need

    private func dependency(_ need: PackDependency, of manifest: PackManifest) throws -> RulePack {
        guard knownNames().contains(need.name) else {
            throw Failure(
                code: "no_dependency",
                message: "the pack '\(manifest.name)' needs '\(need.name)' \(need.range), which is not here",
                hint: "brink pack install \(need.git.map { "git+\($0)" } ?? need.name)"
            )
        }
        let pack = try pack(need.name)
        try check(pack.manifest, meets: need, of: manifest)
        return pack
    }

    private func check(_ pack: PackManifest, meets need: PackDependency, of manifest: PackManifest) throws {
        guard !need.range.contains(pack.version) else { return }
        throw Failure(
            code: "wrong_dependency",
            message: "the pack '\(manifest.name)' needs '\(need.name)' \(need.range), and \(pack.version) is here",
            hint: "brink pack update \(need.name)"
        )
    }

    private func installed(_ name: String) throws -> (PackStore, LockedPack)? {
        guard PackManifest.isName(name), let folder = UserFolders.packs else { return nil }
        let store = PackStore(folder)
        return try store.lock().pack(name).map { (store, $0) }
    }

    // Paths in messages are as short as they can be: from here where the file lies below.
    func relative(_ url: URL) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        let path = url.standardizedFileURL.path
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
}
