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
    private let thresholds: [String: [String: Value]]
    private let state = Mutex(State())

    /// A collector for a pack; `thresholds` are those that a user has changed, by rule id and name.
    init(pack: String, thresholds: [String: [String: Value]] = [:]) {
        self.pack = pack
        self.thresholds = thresholds
    }

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
    func finish(_ name: String, _ table: Table, in vm: VM) throws(RuleError) {
        let location = state.withLock { $0.source.location(of: name) }
        let reader = RuleReader(pack: pack, vm: vm, changes: thresholds)
        let rule = try reader.rule(name, table, at: location)
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
