// The files of a pack, as the program hands them over.
import LuaRuntime
import Rules

/// The files of a pack that is to be checked.
public struct PackFiles: Sendable {
    /// The name of its folder, nil where it is a single file.
    public var folder: String?
    /// Its files: manifest, rules, modules, lexicon.
    public var files: [RuleFile]
    /// Whether it has a `README.md`.
    public var hasReadme: Bool

    /// The files of a pack.
    public init(folder: String?, files: [RuleFile], hasReadme: Bool) {
        self.folder = folder
        self.files = files
        self.hasReadme = hasReadme
    }

    /// Those of its files that are Lua.
    public var lua: [RuleFile] { files.filter { $0.role != .lexicon } }

    /// The pack, with what is wrong with its files.
    func load() throws(LuaError) -> RulePack {
        // What a rule file prints while it loads is nothing that the reader of findings wants.
        try RulePack(name: folder ?? "rules", files: files, output: { _ in })
    }
}
