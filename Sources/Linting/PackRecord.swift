// What stays of a version of a pack for the next one to be compared with: its number, and a hash of each rule.
import EventModel
import Rules

/// A version of a pack.
struct PackRecord: Sendable {
    /// The number, nil where the manifest tells none.
    let version: SemanticVersion?
    /// A hash of what each rule does, by name.
    let rules: [String: String]
    /// The rules that were deprecated.
    let deprecated: Set<String>

    /// What a rule says of itself, as opposed to what it does.
    private static let documentation: Set<String> = [
        "description", "false_positives", "fires", "references", "silent", "title",
    ]

    init(manifest: LintFile?, files: [LintFile]) {
        let version = manifest?.returnedFields?.fields.first { $0.name?.text == "version" }
        self.version = version?.value.string.flatMap { SemanticVersion($0) }
        var rules: [String: String] = [:]
        var deprecated: Set<String> = []
        for file in files {
            let written = file.rules
            for rule in written {
                rules[rule.name] = Self.hash(rule, among: written)
                if file.strings(rule.field("status")?.value ?? Self.nothing).map(\.text) == ["deprecated"] {
                    deprecated.insert(rule.name)
                }
            }
        }
        self.rules = rules
        self.deprecated = deprecated
    }

    private static let nothing = LuaExpression(kind: .nil, range: 0..<0)

    /// A hash of the tokens of a rule and of all that its file defines beside rules.
    ///
    /// Comments, spaces, documentation and examples do not count; the order of keys does.
    private static func hash(_ rule: RuleSyntax, among all: [RuleSyntax]) -> String {
        let skipped =
            rule.fields.filter { documentation.contains($0.name?.text ?? "") }.map(\.range)
            + all.filter { $0.name != rule.name }.map(\.wholeRange)
        var words: [String] = []
        for token in rule.file.tokens where !skipped.contains(where: { $0.contains(token.range.lowerBound) }) {
            // Where an entry was left out its comma stays; commas say nothing.
            if !token.is(","), !token.is(";") { words.append(token.text) }
        }
        return Digest.hex(words)
    }
}
