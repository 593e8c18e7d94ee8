// Hands the files of packs to the linter as they lie there, loaded or not.
import Foundation
import Linting

extension PackLoader {
    /// The files of a pack, for the linter; paths are as short as they can be from here.
    func lintFiles(_ name: String) throws -> PackFiles {
        let url = try url(name)
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        guard isThere else { throw Failure(code: "missing_path", message: "no such file: \(url.path)") }
        return PackFiles(
            folder: isFolder.boolValue ? url.standardizedFileURL.lastPathComponent : nil,
            files: try files(name, url),
            hasReadme: FileManager.default.fileExists(atPath: url.appending(path: "README.md").path)
        )
    }
}
