// Hands the files of packs to the linter as they lie there, loaded or not.
import Foundation
import Linting
import Rules

extension PackLoader {
    /// The files of a pack, for the linter; paths are as short as they can be from here.
    func lintFiles(_ name: String) throws -> PackFiles {
        let url = try url(name)
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        let isThere = manager.fileExists(atPath: url.path, isDirectory: &isFolder)
        guard isThere else { throw Failure(code: "missing_path", message: "no such file: \(url.path)") }
        var files = [url]
        if isFolder.boolValue {
            let names = try manager.contentsOfDirectory(atPath: url.path).sorted()
            files = names.filter { $0.hasSuffix(".lua") && !$0.hasPrefix(".") }.map { url.appending(path: $0) }
        }
        let here = manager.currentDirectoryPath + "/"
        return PackFiles(
            folder: isFolder.boolValue ? url.standardizedFileURL.lastPathComponent : nil,
            lua: try files.map { file in
                let path = file.standardizedFileURL.path
                let short = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
                return RuleFile(path: short, bytes: [UInt8](try Data(contentsOf: file)))
            },
            hasReadme: manager.fileExists(atPath: url.appending(path: "README.md").path)
        )
    }
}
