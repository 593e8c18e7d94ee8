// Finds rule packs on disk and hands their files to the rules room.
import EventModel
import Foundation
import LuaRuntime
import Rules

/// Loads packs by name or path.
struct PackLoader {
    /// The folder of the packs that ship with the program.
    let builtIn: URL
    /// What other rooms add to the Lua of rules.
    let registry: Registry

    /// The pack that runs where the user names none.
    static let defaultName = "escalation"

    /// The packs of these names or paths; the built-in one where there are none.
    func packs(_ names: [String]) throws -> [RulePack] {
        try (names.isEmpty ? [Self.defaultName] : names).map(pack)
    }

    /// The pack in a folder, of one file, or of the name of a built-in one.
    func pack(_ name: String) throws -> RulePack {
        let url = try url(name)
        let files = try luaFiles(url).map { file in
            RuleFile(path: relative(file), bytes: [UInt8](try Data(contentsOf: file)))
        }
        guard files.contains(where: { !$0.path.hasSuffix("pack.lua") }) else {
            throw Failure(
                code: "empty_pack",
                message: "no rules in \(relative(url))",
                hint: "a pack is a folder with rules in files that end in .lua"
            )
        }
        return try RulePack(name: url.deletingPathExtension().lastPathComponent, files: files, registry: registry)
    }

    /// Where the pack of a name or path lies.
    func url(_ name: String) throws -> URL {
        let path = URL(filePath: name)
        if FileManager.default.fileExists(atPath: path.path) { return path }
        let shipped = builtIn.appending(path: name)
        if !name.contains("/"), FileManager.default.fileExists(atPath: shipped.path) { return shipped }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: builtIn.path).sorted()) ?? []
        throw Failure(
            code: "no_pack",
            message: "no rule pack '\(name)'",
            hint: "name a folder, a .lua file, or a built-in pack: \(names.joined(separator: ", "))"
        )
    }

    private func luaFiles(_ url: URL) throws -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
            return [url]
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return names.filter { $0.hasSuffix(".lua") && !$0.hasPrefix(".") }.sorted().map { url.appending(path: $0) }
    }

    // Paths in messages are as short as they can be: from here where the file lies below.
    private func relative(_ url: URL) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        let path = url.standardizedFileURL.path
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
}
