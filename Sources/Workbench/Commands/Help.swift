// Help, from the table of commands and the registry of Lua functions.
import EventModel
import LuaRuntime

/// Answers what a name is.
struct Help {
    private let registry: Registry
    private let width: Int

    /// Help on the functions of a registry, no wider than 80 columns.
    init(_ registry: Registry, width: Int) {
        self.registry = registry
        self.width = min(80, max(40, width))
    }

    /// What is known of a command or a Lua name; the list of commands where nothing is named.
    func answer(_ question: String) -> String {
        let name = question.trimmingWhiteSpace
        if name.isEmpty { return overview }
        if name.hasPrefix("?") { return search(String(name.dropFirst()).trimmingWhiteSpace) }
        let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
        var parts: [String] = []
        if let command = Command.all.first(where: { $0.name == bare }) {
            parts.append(text(command))
        }
        let entries = registry.entries.filter {
            ($0.path == name || $0.function.name == name) && !$0.path.hasPrefix("brink.")
        }
        parts += entries.map(text)
        parts += registry.libraries.flatMap(\.types).filter { $0.name == name }.map(text)
        if parts.isEmpty { parts = registry.entries.filter { $0.path == name }.map(text) }
        return parts.isEmpty ? unknown(name) : parts.joined(separator: "\n\n")
    }

    private func unknown(_ name: String) -> String {
        let names = registry.entries.map(\.path) + registry.entries.map(\.function.name) + Command.all.map(\.name)
        let hint = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        return "nothing is called '\(name)'; " + (hint ?? "??\(name) looks for the word")
    }

    private var overview: String {
        let width = Command.all.map { $0.name.count + $0.parameters.count + 2 }.max() ?? 0
        let lines = Command.all.map { command in
            let usage = ".\(command.name) \(command.parameters)"
            return usage + String(repeating: " ", count: max(1, width - usage.count + 2)) + command.summary
        }
        return
            (lines + [
                "",
                "Everything else is Lua: events, articles, alerts, actors and rules are values,",
                "and so are _, the last answer, and _1, _2, …  Commands are functions, too:",
                "brink.events{ type = \"ASSAULT\" }. ?name explains a name, ??word looks for a word.",
            ]).flatMap {
                Paragraphs.wrapped($0, width: self.width).split(separator: "\n", omittingEmptySubsequences: false)
            }
            .joined(separator: "\n")
    }

    private func search(_ word: String) -> String {
        let needle = word.lowercased()
        let commands = Command.all.filter { "\($0.name) \($0.summary)".lowercased().contains(needle) }
        let found = registry.entries.filter {
            !$0.path.hasPrefix("brink.") && "\($0.path) \($0.function.summary)".lowercased().contains(needle)
        }
        let lines = commands.map { ".\($0.name): \($0.summary)" } + found.map { "\($0.path): \($0.function.summary)" }
        if lines.isEmpty { return "no name and no summary has '\(word)'" }
        return lines.map { Paragraphs.wrapped($0, width: width) }.joined(separator: "\n")
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
        return lines.map { Paragraphs.wrapped($0, width: width) }.joined(separator: "\n")
    }

    private func text(_ type: LuaType) -> String {
        func names(_ functions: [LuaFunction], _ mark: String) -> [String] { functions.map { mark + $0.name } }
        let members = names(type.methods, ":") + names(type.properties, ".")
        let list = members.isEmpty ? "" : "\n" + Paragraphs.wrapped("  " + members.joined(separator: " "), width: width)
        return "\(type.name)\n\(Paragraphs.wrapped("  " + type.summary, width: width))\(list)"
    }
}
