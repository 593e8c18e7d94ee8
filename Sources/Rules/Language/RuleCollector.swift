// What a file of rules has defined so far.
import EventModel
import LuaRuntime
import Synchronization

/// Takes the rules of a file as the file defines them.
final class RuleCollector: Sendable {
    private struct State {
        var rules: [Rule] = []
        var started: [String] = []
        var source = RuleSource(file: "rules", text: "")
    }

    private let pack: String
    private let state = Mutex(State())

    init(pack: String) { self.pack = pack }

    /// Starts a file.
    func begin(_ source: RuleSource) {
        state.withLock {
            $0.source = source
            $0.started = []
            $0.rules = []
        }
    }

    /// `rule "name"`.
    func start(_ name: String) throws(RuleError) {
        let isName = name.utf8.allSatisfy { letter in
            (97...122).contains(letter) || (48...57).contains(letter) || letter == 45 || letter == 95
        }
        guard !name.isEmpty, isName else {
            throw RuleError(
                code: "bad_name",
                message: "'\(name)' is no name for a rule",
                hint: "lower-case letters, digits, - and _"
            )
        }
        let isNew = state.withLock { state in
            let isNew = !state.rules.contains { $0.name == name } && !state.started.contains(name)
            state.started.append(name)
            return isNew
        }
        guard isNew else { throw RuleError(code: "rule_twice", message: "there are two rules '\(name)'") }
    }

    /// The table after `rule "name"`.
    func finish(_ name: String, _ table: Table) throws(RuleError) {
        let location = state.withLock { $0.source.location(of: name) }
        let rule = try RuleReader(pack: pack).rule(name, table, at: location)
        state.withLock { state in
            state.rules.append(rule)
            state.started.removeAll { $0 == name }
        }
    }

    /// The rules of the file; throws where one was named and then left without its table.
    func end() throws(RuleError) -> [Rule] {
        let state = state.withLock { $0 }
        guard let name = state.started.first else { return state.rules }
        var error = SequenceReader.unfinished("rule", name)
        error.location = state.source.location(of: name)
        error.rule = "\(pack)/\(name)"
        throw error
    }
}

/// The text of a file of rules.
struct RuleSource: Sendable {
    /// The file's path.
    let file: String
    /// What is in it.
    let text: String

    /// The line on which a rule begins.
    func location(of rule: String) -> SourceLocation {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.drop { $0 == " " || $0 == "\t" }
            guard words.hasPrefix("rule") else { continue }
            let rest = words.dropFirst(4).drop { $0 == " " || $0 == "(" }
            guard rest.hasPrefix("\"\(rule)\"") || rest.hasPrefix("'\(rule)'") else { continue }
            let excerpt = line.hasSuffix("\r") ? line.dropLast() : line
            return SourceLocation(file: file, line: number + 1, excerpt: String(excerpt))
        }
        return SourceLocation(file: file)
    }
}
