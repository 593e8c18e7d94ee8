// The files of a pack that lies open in a folder.
import Foundation

/// Reads folders of packs.
public enum PackFolder {
    /// The files of a pack below a folder, sorted by path; what belongs to no pack is left out.
    ///
    /// Throws `is_link` for a link that stands where a file of the pack should be: it could lead anywhere.
    public static func files(_ folder: URL) throws -> [PackFile] {
        let manager = FileManager.default
        var files: [PackFile] = []
        func visit(_ path: String, _ depth: Int) throws {
            let url = path.isEmpty ? folder : folder.appending(path: path)
            for name in try manager.contentsOfDirectory(atPath: url.path).sorted() where !name.hasPrefix(".") {
                let path = path.isEmpty ? name : "\(path)/\(name)"
                let item = folder.appending(path: path)
                let type = try manager.attributesOfItem(atPath: item.path)[.type] as? FileAttributeType
                if type == .typeDirectory {
                    let isOurs = path == "lexicon" || path == "modules" || path.hasPrefix("modules/")
                    if isOurs, depth < ArchiveLimits().depthMax { try visit(path, depth + 1) }
                    continue
                }
                guard PackFile.belongs(path) else { continue }
                guard type == .typeRegular else {
                    throw PackError("is_link", "\(item.path) is no plain file", hint: "put the file itself there")
                }
                if let problem = PackPath.problem(path) { throw PackError("bad_path", problem) }
                files.append(PackFile(path: path, bytes: [UInt8](try Data(contentsOf: item))))
            }
        }
        try visit("", 0)
        return files
    }
}
