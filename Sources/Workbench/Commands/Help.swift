// Help, from the table of commands, the registry of Lua functions, the words of the field and the rules.
import EventModel
import LuaRuntime
import Rules

/// Answers what a name is.
struct Help {
    private let registry: Registry
    private let glossary: Glossary
    private let rules: [Rule]
    private let width: Int

    /// Help on the functions of a registry, the words of a glossary and on rules, no wider than 80 columns.
    init(_ registry: Registry, glossary: Glossary = Glossary(), rules: [Rule] = [], width: Int) {
        self.registry = registry
        self.glossary = glossary
        self.rules = rules
        self.width = min(80, max(40, width))
    }

    /// What is known of a command or a Lua name; the list of commands where nothing is named.
    func answer(_ question: String) -> String {
        let name = question.trimmingWhiteSpace
        if name.isEmpty { return overview }
        if name.hasPrefix("?") { return search(String(name.dropFirst()).trimmingWhiteSpace) }
        let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
        // A method is asked for with a point as often as with its colon.
        let path = name.replacing(".", with: ":")
        var parts: [String] = []
        if let command = Command.all.first(where: { $0.name == bare }) {
            parts.append(text(command))
        }
        let entries = registry.entries.filter {
            ($0.path == name || $0.path == path || $0.function.name == name) && !$0.path.hasPrefix("brink.")
        }
        parts += entries.map(text)
        parts += registry.libraries.flatMap(\.types).filter { $0.name == name }.map(text)
        if parts.isEmpty { parts = registry.entries.filter { $0.path == name }.map(text) }
        parts += glossary.entries(of: name).map { wrapped($0.lines) }
        parts += rules.filter { $0.id == name || $0.name == name }.map(text)
        return parts.isEmpty ? unknown(name) : parts.joined(separator: "\n\n")
    }

    private func unknown(_ name: String) -> String {
        var names = registry.entries.map(\.path) + registry.entries.map(\.function.name) + Command.all.map(\.name)
        names += glossary.entries.map(\.word) + rules.map(\.name)
        let hint = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        return "nothing is called '\(name)'; " + (hint ?? "??\(name) looks for the word")
    }

    private var overview: String {
        let width = Command.all.map { $0.name.count + $0.parameters.count + 2 }.max() ?? 0
        let lines = Command.all.map { command in
            let usage = ".\(command.name) \(command.parameters)"
            let summary = Paragraphs.wrapped(command.summary, width: max(20, self.width - width - 2))
            let margin = String(repeating: " ", count: width + 2)
            return usage + String(repeating: " ", count: width - usage.count + 2)
                + summary.replacing("\n", with: "\n" + margin)
        }
        let rest =
            "[…] stands for filters as .events takes them. Everything else is Lua: events, articles, alerts, actors "
            + "and rules are values, and so are _, the last answer, and _1, _2, …  Commands are functions, too: "
            + "brink.events{ type = \"ASSAULT\" }. ?name explains a Lua name, a rule or a code; ??word looks for a word."
        return (lines + ["", Paragraphs.wrapped(rest, width: self.width)]).joined(separator: "\n")
    }

    /// What has a word in its name or its summary, by kind.
    private func search(_ word: String) -> String {
        let needle = word.lowercased()
        func fitting(_ lines: [String]) -> [String] { lines.filter { $0.lowercased().contains(needle) } }
        let functions = registry.entries.filter { !$0.path.hasPrefix("brink.") }
        let groups = [
            fitting(Command.all.map { ".\($0.name): \($0.summary)" }),
            fitting(functions.map { "\($0.path): \($0.function.summary)" }),
            fitting(glossary.entries.map(\.line)),
            fitting(rules.map { "\($0.id) (rule): \($0.description)" }),
        ]
        let lines = groups.flatMap { group in
            let rest = group.count - Self.groupCountMax
            return group.prefix(Self.groupCountMax) + (rest > 0 ? ["… \(rest) more like these"] : [])
        }
        if lines.isEmpty { return "no name and no summary has '\(word)'" }
        return wrapped(lines)
    }

    /// The most lines of a kind that a search shows.
    private static let groupCountMax = 20

    private func wrapped(_ lines: [String]) -> String {
        lines.map { Paragraphs.wrapped($0, width: width) }.joined(separator: "\n")
    }

    private func text(_ rule: Rule) -> String {
        var lines = [
            "\(rule.id): rule, \(rule.severity.rawValue), \(rule.status.rawValue)", "  \(rule.description)",
        ]
        lines += rule.falsePositives.map { "  false positive: \($0)" }
        lines += rule.references.map { "  reference: \($0)" }
        lines.append("  \(rule.location); .edit \(rule.name) opens it, .whynot \(rule.name) says how close it came")
        return wrapped(lines)
    }

    private func text(_ command: Command) -> String {
        let usage = ".\(command.name)" + (command.parameters.isEmpty ? "" : " \(command.parameters)")
        let call = command.name == "quit" ? "" : ", or brink.\(command.name)(…)"
        return "\(usage)\(call)\n  \(command.summary)\n  > \(command.example)"
    }

    private func text(_ entry: Registry.Entry) -> String {
        // A property has a type where a function has parameters.
        let type = entry.function.signature.replacing("-> ", with: "")
        let usage = entry.function.signature.hasPrefix("(") ? entry.function.signature : ": \(type)"
        var lines = [entry.path + usage, "  \(entry.function.summary)"]
        for example in entry.function.examples.prefix(2) {
            lines.append("  > \(example.code)")
            lines += example.result.split(separator: "\n").map { "  \($0)" }
        }
        return wrapped(lines)
    }

    private func text(_ type: LuaType) -> String {
        func names(_ functions: [LuaFunction], _ mark: String) -> [String] { functions.map { mark + $0.name } }
        let members = names(type.methods, ":") + names(type.properties, ".")
        let list = members.isEmpty ? "" : "\n" + Paragraphs.wrapped("  " + members.joined(separator: " "), width: width)
        return "\(type.name)\n\(Paragraphs.wrapped("  " + type.summary, width: width))\(list)"
    }
}
