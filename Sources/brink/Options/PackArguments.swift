// What every command that runs rules is told of them.
import ArgumentParser
import Rules

/// The packs to run and the user's changes to their rules.
struct PackArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A pack to run: a folder, a file, a .brinkpack, or the name of one that is installed or built in; "
                + "may be repeated. Default: \(PackLoader.defaultName).",
            valueName: "pack"
        )
    )
    var rules: [String] = []

    @Option(
        help: ArgumentHelp(
            "Change rules as this file says, after the user's own overrides.lua; may be repeated.",
            valueName: "file"
        )
    )
    var overrides: [String] = []

    @Flag(help: "Run a .brinkpack that nobody has signed.")
    var allowUnsigned = false

    /// The packs.
    func packs(_ rooms: Rooms) throws -> [RulePack] {
        try rooms.packLoader(overrides: overrides, allowsUnsigned: allowUnsigned).packs(rules)
    }
}
