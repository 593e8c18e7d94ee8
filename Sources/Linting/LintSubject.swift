// What checks look at: a pack's files, its rules as loaded, and the version before it.
import EventModel
import LuaRuntime
import Rules

/// A pack to be checked.
struct LintSubject: Sendable {
    /// The name of the folder, nil where the pack is a single file.
    let folder: String?
    /// `pack.lua`, nil where there is none.
    let manifest: LintFile?
    /// The files of rules, in the order of their paths.
    let files: [LintFile]
    /// Whether there is a `README.md`.
    let hasReadme: Bool
    /// The pack as loaded; rules of files that do not load are missing.
    let pack: RulePack
    /// The version before this one, nil where there is nothing to compare with.
    let before: PackRecord?
    /// The values of fields.
    let ontology: Ontology
    /// The names of globals that rule files may read, with what lies in those that are libraries.
    let globals: Set<String>
    /// The rules as they are written, in the order of files.
    let rules: [RuleSyntax]
    /// This version as the next one will see it.
    let record: PackRecord

    init(_ files: PackFiles, before: PackFiles?, ontology: Ontology) throws(LuaError) {
        folder = files.folder
        let all = files.lua.map { LintFile(path: $0.path, bytes: $0.bytes) }
        manifest = all.first { $0.name == "pack.lua" }
        self.files = all.filter { $0.name != "pack.lua" }
        hasReadme = files.hasReadme
        pack = try files.load()
        self.ontology = ontology
        rules = self.files.flatMap(\.rules)
        record = PackRecord(manifest: manifest, files: self.files)
        self.before = before.map { before in
            let files = before.lua.map { LintFile(path: $0.path, bytes: $0.bytes) }
            return PackRecord(
                manifest: files.first { $0.name == "pack.lua" },
                files: files.filter { $0.name != "pack.lua" }
            )
        }
        var globals: Set<String> = ["_G", "_VERSION"]
        for library in RulePack.registry.libraries {
            if library.name.isEmpty {
                globals.formUnion(library.functions.map(\.name))
            } else {
                globals.insert(library.name.split(separator: ".").first.map(String.init) ?? library.name)
            }
        }
        self.globals = globals
    }

    /// The entry of a key of the manifest, nil where there is none.
    func manifestField(_ name: String) -> LuaField? {
        manifest?.returnedFields?.fields.first { $0.name?.text == name }
    }

    /// The loaded rule of a written one, nil where its file does not load.
    func loaded(_ rule: RuleSyntax) -> Rule? {
        pack.rules.first { $0.name == rule.name && $0.location.file == rule.file.path }
    }

    /// Every table of some words in all files, inside rules and outside.
    func tables(_ words: Set<String>) -> [(file: LintFile, table: NamedTable)] {
        files.flatMap { file in
            var found: [(file: LintFile, table: NamedTable)] = []
            var walk = LuaWalk()
            walk.onExpression = { expression, _ in
                if let table = NamedTable.table(words, expression) { found.append((file, table)) }
            }
            walk.visit(file.statements)
            return found
        }
    }

    /// Every expression of all files of rules, with those around it.
    func forEachExpression(_ body: @escaping (LintFile, LuaExpression, [LuaExpression]) -> Void) {
        for file in files {
            var walk = LuaWalk()
            walk.onExpression = { body(file, $0, $1) }
            walk.visit(file.statements)
        }
    }
}
