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
        let files =
            isFolder.boolValue
            ? try folderFiles(url) : [RuleFile(path: relative(url), bytes: [UInt8](try Data(contentsOf: url)))]
        return PackFiles(
            folder: isFolder.boolValue ? url.standardizedFileURL.lastPathComponent : nil,
            lua: files.filter { $0.role != .lexicon },
            hasReadme: manager.fileExists(atPath: url.appending(path: "README.md").path)
        )
    }
}
