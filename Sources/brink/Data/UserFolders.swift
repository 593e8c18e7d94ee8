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

    /// The folder of installed packs.
    static var packs: URL? { folder("XDG_DATA_HOME", ".local/share").map { URL(filePath: "\($0)/brink/packs") } }

    /// The file of the keys that packs must be signed by.
    static var trust: URL? { configuration("trust") }

    /// The file of the indexes that packs are installed from, a URL a line.
    static var indexes: URL? { configuration("indexes") }

    /// The file of the user's changes to rules.
    static var overrides: URL? { configuration("overrides.lua") }

    /// The user's own key to sign packs with.
    static var signingKey: URL? { configuration("pack.key") }

    /// A folder or a file of the user's that a command cannot do without; throws `no_home`.
    static func required(_ url: URL?) throws -> URL {
        if let url { return url }
        throw Failure(
            code: "no_home",
            message: "there is no home folder",
            hint: "set HOME, or XDG_DATA_HOME and XDG_CONFIG_HOME"
        )
    }

    private static func configuration(_ name: String) -> URL? {
        folder("XDG_CONFIG_HOME", ".config").map { URL(filePath: "\($0)/brink/\(name)") }
    }

    private static func folder(_ variable: String, _ fallback: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment[variable], path.hasPrefix("/") { return path }
        return environment["HOME"].map { "\($0)/\(fallback)" }
    }
}
