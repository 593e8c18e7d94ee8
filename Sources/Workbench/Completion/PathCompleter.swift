// Paths of files and folders.
import Foundation
import LineEditor

/// Completes paths.
enum PathCompleter {
    /// The files and folders that a path could go on to; hidden ones only where their dot is typed.
    static func complete(_ word: String) -> Completion {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let start = word.dropFirst(folder.count)
        let path = folder.hasPrefix("~/") ? NSHomeDirectory() + folder.dropFirst() : folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? "." : path)) ?? []
        let candidates = names.filter { start.hasPrefix(".") || !$0.hasPrefix(".") }.map { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path.isEmpty ? name : path + name, isDirectory: &isFolder)
            let shown = isFolder.boolValue ? name + "/" : name
            return Completion.Candidate(folder + shown, label: shown)
        }
        return .fitting(candidates, word: word)
    }
}
