// Help, from the table of commands and the registry of Lua functions.
import LuaRuntime

/// Answers what a name is.
struct Help {
    private let registry: Registry

    /// Help on the functions of a registry.
    init(_ registry: Registry) { self.registry = registry }

    /// What is known of a command or a Lua name; the list of commands where nothing is named.
    func answer(_ question: String) -> String {
        let name = question.trimmingWhiteSpace
        if name.isEmpty { return overview }
        if name.hasPrefix("?") { return search(String(name.dropFirst()).trimmingWhiteSpace) }
        let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
        var parts: [String] = []
        if let command = Command.all.first(where: { $0.name == bare }) {
            parts.append(".\(command.name) \(command.parameters)\n  \(command.summary)")
        }
        let entries = registry.entries.filter { $0.path == name || $0.function.name == name }
        parts += entries.map(text)
        return parts.isEmpty ? "nothing is called '\(name)'; ??\(name) looks for the word" : parts.joined(separator: "\n\n")
    }

    private var overview: String {
        let width = Command.all.map { $0.name.count + $0.parameters.count + 2 }.max() ?? 0
        let lines = Command.all.map { command in
            let usage = ".\(command.name) \(command.parameters)"
            return usage + String(repeating: " ", count: width - usage.count + 2) + command.summary
        }
        return (lines + [
            "",
            "Everything else is Lua: events, articles and alerts are values, and so is _, the last answer.",
            "?name explains a name, ??word looks for a word.",
        ]).joined(separator: "\n")
    }

    private func search(_ word: String) -> String {
        let needle = word.lowercased()
        let found = registry.entries.filter {
            $0.path.lowercased().contains(needle) || $0.function.summary.lowercased().contains(needle)
        }
        if found.isEmpty { return "no name and no summary has '\(word)'" }
        return found.map { "\($0.path): \($0.function.summary)" }.joined(separator: "\n")
    }

    private func text(_ entry: Registry.Entry) -> String {
        var lines = ["\(entry.path)\(entry.function.signature)", "  \(entry.function.summary)"]
        for example in entry.function.examples.prefix(2) {
            lines.append("  > \(example.code)")
            lines += example.result.split(separator: "\n").map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
