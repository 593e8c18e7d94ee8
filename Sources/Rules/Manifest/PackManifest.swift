// The manifest of a pack: `pack.lua`, a table that is read as data.
import EventModel
import LuaRuntime

/// What a pack says of itself.
public struct PackManifest: Sendable, Hashable {
    /// The name, the first part of its rules' ids: lower-case letters, digits, `-` and `_`, a letter first.
    public var name: String
    /// The version.
    public var version = SemanticVersion(0, 0, 0)
    /// The versions of Brink that it works with.
    public var brink = VersionRange.any
    /// What it is for, in a sentence.
    public var summary = ""
    /// Who wrote it.
    public var authors: [String] = []
    /// The SPDX name of its licence.
    public var licence = ""
    /// Where to read more, a URL.
    public var homepage = ""
    /// The packs that it builds on.
    public var dependencies: [PackDependency] = []
    /// What it asks for beyond looking at events.
    public var capabilities: Set<PackCapability> = []
    /// What its Lua may use, where it asks for other than the usual.
    public var budgets = PackBudgets()

    /// A manifest that says nothing but the name.
    public init(name: String) { self.name = name }

    /// The keys of a manifest.
    public static let keys = [
        "authors", "brink", "budgets", "capabilities", "dependencies", "homepage", "licence", "name", "summary",
        "version",
    ]

    /// Reads a manifest as data; every mistake is named with its line and column.
    public init(_ file: RuleFile) throws(RuleError) {
        let data = try DataFile(
            file,
            noun: "a manifest",
            example: "return { name = \"escalation\", version = \"1.0.0\", brink = \">= 0.1\" }"
        )
        try data.check([], known: Self.keys, noun: "a manifest")
        guard let name = try data.text(["name"]) else {
            throw data.error("no_name", key: [], "'name' is missing", hint: "name = \"my-pack\"")
        }
        try Self.check(name, data, ["name"])
        self.name = name
        guard let version = try data.text(["version"]) else {
            throw data.error("no_version", key: [], "'version' is missing", hint: "version = \"0.1.0\"")
        }
        guard let version = SemanticVersion(version) else {
            throw data.error(
                "bad_version",
                value: ["version"],
                "'\(version)' is no semantic version",
                hint: "three numbers, such as 1.4.0 or 2.0.0-rc.1: see semver.org"
            )
        }
        self.version = version
        brink = try Self.range(data, ["brink"]) ?? .any
        summary = try data.text(["summary"]) ?? ""
        authors = try data.texts(["authors"])
        licence = try data.text(["licence"]) ?? ""
        homepage = try data.text(["homepage"]) ?? ""
        if !homepage.isEmpty, !homepage.hasPrefix("https://"), !homepage.hasPrefix("http://") {
            throw data.error("bad_homepage", value: ["homepage"], "'\(homepage)' is no URL", hint: "https://…")
        }
        dependencies = try Self.dependencies(data, of: name)
        capabilities = try Self.capabilities(data)
        budgets = try PackBudgets(data)
    }

    /// Whether a text may name a pack.
    public static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { letter in
            (97...122).contains(letter) || (48...57).contains(letter) || letter == 45 || letter == 95
        }
    }

    private static func check(_ name: String, _ data: DataFile, _ path: [String]) throws(RuleError) {
        guard !isName(name) else { return }
        let hint = "lower-case letters, digits, - and _, a letter first, at most 64"
        let message = "'\(name)' is no name for a pack"
        throw path == ["name"]
            ? data.error("bad_name", value: path, message, hint: hint)
            : data.error("bad_name", key: path, message, hint: hint)
    }

    private static func range(_ data: DataFile, _ path: [String]) throws(RuleError) -> VersionRange? {
        guard let text = try data.text(path) else { return nil }
        do throws(VersionRange.Mistake) {
            return try VersionRange(text)
        } catch {
            throw data.error(
                "bad_range",
                value: path,
                "'\(text)' is no range of versions: \(error.message)",
                offset: error.offset,
                hint: "such as ^1.2, ~1.2.3, or >= 1, < 3"
            )
        }
    }

    private static func dependencies(_ data: DataFile, of name: String) throws(RuleError) -> [PackDependency] {
        guard let table = try data.table(["dependencies"]) else { return [] }
        var dependencies: [PackDependency] = []
        let names = table.fields.compactMap { if case .string(let name) = $0.key { name } else { nil } }
        try data.check(["dependencies"], known: names, noun: "'dependencies'")
        for other in names {
            let path = ["dependencies", other]
            try check(other, data, path)
            guard other != name else { throw data.error("own_dependency", key: path, "a pack cannot depend on itself") }
            if case .string = table[other] {
                dependencies.append(PackDependency(name: other, range: try range(data, path) ?? .any))
                continue
            }
            guard case .table = table[other] else {
                throw data.mismatch(path, "a range or { version = …, git = … }", table[other])
            }
            try data.check(path, known: ["git", "version"], noun: "a dependency")
            let range = try range(data, path + ["version"]) ?? .any
            dependencies.append(PackDependency(name: other, range: range, git: try data.text(path + ["git"])))
        }
        return dependencies
    }

    private static func capabilities(_ data: DataFile) throws(RuleError) -> Set<PackCapability> {
        var capabilities: Set<PackCapability> = []
        for (number, text) in try data.texts(["capabilities"]).enumerated() {
            guard let capability = PackCapability(rawValue: text) else {
                let path = ["capabilities", String(number + 1)]
                throw data.error(
                    "bad_capability",
                    value: path,
                    "there is no capability '\(text)'",
                    hint: Suggestion.hint(for: text, among: PackCapability.allCases.map(\.rawValue))
                )
            }
            capabilities.insert(capability)
        }
        return capabilities
    }
}
