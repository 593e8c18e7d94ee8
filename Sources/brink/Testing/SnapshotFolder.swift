// The snapshots that lie in a pack, a file for each rule.
import Foundation
import Rules

/// The folder `snapshots` of a pack.
struct SnapshotFolder {
    private let url: URL

    /// The folder of a pack; nil where the pack is a single file.
    init?(pack: URL) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: pack.path, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        url = pack.appending(path: "snapshots")
    }

    /// The snapshots, by the names of their rules.
    func snapshots() throws -> [String: RuleSnapshot] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [:] }
        var snapshots: [String: RuleSnapshot] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name.hasSuffix(".txt") {
            let text = try String(contentsOf: url.appending(path: name), encoding: .utf8)
            snapshots[String(name.dropLast(4))] = RuleSnapshot(text)
        }
        return snapshots
    }

    /// Writes the snapshots of all rules and removes those of rules that are gone; returns how many files changed.
    func update(_ snapshots: [String: RuleSnapshot], keepingOthers: Bool) throws -> Int {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        var changed = 0
        for (name, snapshot) in snapshots {
            let file = url.appending(path: "\(name).txt")
            guard (try? String(contentsOf: file, encoding: .utf8)) != snapshot.text else { continue }
            try Data(snapshot.text.utf8).write(to: file, options: .atomic)
            changed += 1
        }
        guard !keepingOthers else { return changed }
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name.hasSuffix(".txt") {
            guard snapshots[String(name.dropLast(4))] == nil else { continue }
            try FileManager.default.removeItem(at: url.appending(path: name))
            changed += 1
        }
        return changed
    }
}
