// What every command that changes or asks after installed packs is told.
import ArgumentParser
import Foundation
import Packs
import Rules

/// Where packs come from and what is allowed.
struct InstallArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An index to install from, before those of the file 'indexes' in Brink's folder of settings; may be repeated.",
            valueName: "url"
        )
    )
    var index: [String] = []

    @OptionGroup var keyArguments: KeyArguments

    @Flag(help: "Take packs that nobody has signed.")
    var allowUnsigned = false

    /// The installer on the user's folders.
    func installer(repairs: Bool = false) throws -> Installer {
        var options = Installer.Options(brink: SemanticVersion(Version.current) ?? SemanticVersion(0, 0, 0))
        options.indexes = try index.map(Self.absolute) + Self.configured()
        options.keys = try keyArguments.keys()
        options.allowsUnsigned = allowUnsigned
        options.repairs = repairs
        options.builtIn = try Rooms().packLoader().builtInManifests()
        return Installer(
            store: PackStore(try UserFolders.required(UserFolders.packs)),
            trust: try UserFolders.required(UserFolders.trust),
            options: options,
            checkpoint: Self.checkpoint
        )
    }

    // A folder may be named as one from here.
    private static func absolute(_ text: String) -> String {
        text.contains("://") ? text : URL(filePath: text).standardizedFileURL.path
    }

    private static func configured() -> [String] {
        guard let url = UserFolders.indexes, let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// In a debug build a test can have the process killed at a stage; a release build looks at nothing.
    private static func checkpoint(_ stage: InstallStage) {
        #if DEBUG
            if ProcessInfo.processInfo.environment["BRINK_KILL_AT_STAGE"] == stage.rawValue { kill(getpid(), SIGKILL) }
        #endif
    }

    /// Prints changes, a line each.
    static func show(_ changes: [PackChange]) {
        if changes.isEmpty { print("nothing to do") }
        for change in changes {
            if let key = change.newKey {
                print("trusting the key \(key.idText) for '\(change.name)' from now on: \(key)")
            }
            switch (change.before, change.after) {
            case (nil, let after?): print("installed \(change.name) \(after.version) from \(after.origin)")
            case (let before?, let after?) where before == after: print("repaired \(change.name) \(after.version)")
            case (let before?, let after?) where before.version != after.version:
                let isNewer = before.semanticVersion < after.semanticVersion
                print("\(isNewer ? "updated" : "took back") \(change.name) \(before.version) -> \(after.version)")
            case (let before?, nil): print("removed \(change.name) \(before.version)")
            default: print("changed \(change.name)")
            }
        }
    }
}
