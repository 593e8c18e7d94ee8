// Where a user's own files lie, by the XDG base directory specification.
import Foundation

/// The user's folders.
enum UserFolders {
    /// The file of earlier entries, its folder made where it is not there; nil where there is no home to keep it in.
    static var history: String? {
        guard let folder = folder("XDG_STATE_HOME", ".local/state").map({ "\($0)/brink" }) else { return nil }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return "\(folder)/history"
    }

    /// The script that every interactive session begins with.
    static var start: String? { folder("XDG_CONFIG_HOME", ".config").map { "\($0)/brink/init.lua" } }

    private static func folder(_ variable: String, _ fallback: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment[variable], path.hasPrefix("/") { return path }
        return environment["HOME"].map { "\($0)/\(fallback)" }
    }
}
