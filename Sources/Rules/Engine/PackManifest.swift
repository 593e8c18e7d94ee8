// The manifest of a pack: `pack.lua`, a table that is read as data.
import EventModel
import LuaRuntime

/// What a pack says of itself.
public struct PackManifest: Sendable, Hashable {
    /// The name, the first part of its rules' ids.
    public var name: String
    /// The version, by semantic versioning.
    public var version = "0.0.0"
    /// The versions of Brink that it works with, such as `>= 0.1, < 2`.
    public var brink = ""
    /// What it is for, in a sentence.
    public var summary = ""
    /// Who wrote it.
    public var authors: [String] = []
    /// The SPDX name of its licence.
    public var licence = ""

    /// A manifest that says nothing but the name.
    public init(name: String) { self.name = name }

    private static let keys = ["authors", "brink", "licence", "name", "summary", "version"]

    /// Reads a manifest in a VM of its own that offers nothing: it is data, not a program.
    public init(_ file: RuleFile) throws(RuleError) {
        let text = try file.text()
        let values: [Value]
        do throws(LuaError) {
            let vm = try VM(limits: Limits(memory: 8 << 20, deadline: .seconds(1)), globals: .strict)
            values = try vm.run(text, chunk: file.path)
        } catch {
            throw RuleError(error, rule: nil)
        }
        guard case .table(let table) = values.first ?? .nil else {
            throw RuleError(
                code: "bad_manifest",
                message: "a manifest returns a table",
                location: SourceLocation(file: file.path),
                hint: "return { name = \"escalation\", version = \"1.0.0\" }"
            )
        }
        do throws(RuleError) {
            let reader = try TableReader(table, place: "the manifest", known: Self.keys)
            guard let name = try reader.text("name"), !name.isEmpty else { throw reader.error("name", "is missing") }
            self.name = name
            version = try reader.text("version") ?? version
            brink = try reader.text("brink") ?? brink
            summary = try reader.text("summary") ?? summary
            authors = try reader.texts("authors")
            licence = try reader.text("licence") ?? licence
        } catch {
            var error = error
            error.location = error.location ?? SourceLocation(file: file.path)
            throw error
        }
    }
}
