// Notices that files of packs have changed.
import Foundation

/// The paths, sizes and times of the Lua files below some folders, or of single files.
struct FileStamp: CustomStringConvertible {
    private var lines: [String]

    /// The stamp of what lies there now.
    init(_ roots: [URL]) { lines = roots.flatMap(Self.lines) }

    /// How many files there are.
    var fileCount: Int { lines.count }

    /// A line for each file.
    var description: String { lines.joined(separator: "\n") }

    /// Waits until something is different; looks five times a second.
    mutating func waitForChange(_ roots: () -> [URL]) {
        while true {
            usleep(200_000)
            let now = FileStamp(roots())
            guard now.lines != lines else { continue }
            lines = now.lines
            return
        }
    }

    private static func lines(_ root: URL) -> [String] {
        let manager = FileManager.default
        let names = (manager.subpaths(atPath: root.path) ?? []).filter { name in
            (name.hasSuffix(".lua") || name.hasSuffix(".tsv")) && !name.hasPrefix(".")
        }
        let paths = names.isEmpty ? [root.path] : names.sorted().map { root.appending(path: $0).path }
        return paths.compactMap { path in
            guard let attributes = try? manager.attributesOfItem(atPath: path) else { return nil }
            let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(path) \(attributes[.size] ?? 0) \(time)"
        }
    }
}
