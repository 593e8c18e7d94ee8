// A piece of a pack that shows what a check finds; tests run each through its check.

/// What a check is shown with.
public enum LintExample: Sendable {
    /// A whole manifest.
    case manifest(String)
    /// A whole file of rules.
    case rules(String)
    /// Lines of a rule that has a kind and a match.
    case rule(String)
    /// The fields of a step.
    case step(String)
    /// The body of a rule's `run` function, which gets `events`.
    case run(String)
    /// Files of a pack by name, and those of the version before it.
    case pack([String: String], before: [String: String] = [:])

    /// What documentation shows.
    public var text: String {
        switch self {
        case .manifest(let text), .rules(let text), .rule(let text), .step(let text), .run(let text): return text
        case .pack(let files, let before):
            let shown = before.map { ("before/" + $0.key, $0.value) } + files.map { ($0.key, $0.value) }
            return shown.sorted { $0.0 < $1.0 }.map { "-- \($0.0)\n\($0.1)" }.joined(separator: "\n")
        }
    }

    /// The files of the pack that it stands for, by name.
    public var files: [String: String] {
        var files = ["pack.lua": Self.plainManifest, "README.md": "# Example\n", "rules.lua": Self.rulesFile("")]
        switch self {
        case .manifest(let text): files["pack.lua"] = text
        case .rules(let text): files["rules.lua"] = text
        case .rule(let text): files["rules.lua"] = Self.rulesFile(Self.indented(text, 4))
        case .step(let text):
            files["rules.lua"] = """
                rule "example" {
                    kind = "example",
                    match = sequence {
                        by = "pair",
                        step "before" { type = "THREATEN", modality = "actual" },
                        step "a" {
                \(Self.indented(text, 12))
                        },
                    },
                }

                """
        case .run(let text):
            files["rules.lua"] = """
                rule "example" {
                    kind = "example",
                    run = function(events)
                \(Self.indented(text, 8))
                    end,
                }

                """
        case .pack(let given, _): files = given
        }
        return files
    }

    /// The files of the version before, empty where there is none.
    public var filesBefore: [String: String] {
        if case .pack(_, let before) = self { before } else { [:] }
    }

    static let plainManifest = """
        return {
            name = "example",
            version = "1.0.0",
            brink = ">= 0.1",
            summary = "An example of a pack.",
            authors = { "A. Author" },
            licence = "Apache-2.0",
        }

        """

    private static func rulesFile(_ lines: String) -> String {
        """
        rule "example" {
            kind = "example",
            match = step "a" { type = "ASSAULT", modality = "actual" },
        \(lines)
        }

        """
    }

    private static func indented(_ text: String, _ count: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : String(repeating: " ", count: count) + $0 }
            .joined(separator: "\n")
    }
}
