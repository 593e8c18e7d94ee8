// What could stand where the cursor is: commands, paths, names, members, fields and their values.
import EventModel
import Foundation
import LineEditor
import LuaRuntime

/// Completes entries of a session.
struct Completer {
    let session: Session

    /// The candidates for the word before the cursor.
    func complete(_ text: String, cursor: Int) -> Completion {
        let before = String(text.prefix(cursor))
        if before.hasPrefix(".") { return CommandCompleter(session: session).complete(before) }
        if before.hasPrefix("?") { return helpNames(before) }
        return lua(LuaContext(before))
    }

    private var values: FieldValues? {
        session.vm.eventContext.map { FieldValues(snapshot: $0.snapshot, vocabulary: session.vocabulary) }
    }

    private func helpNames(_ text: String) -> Completion {
        let word = String(text.drop { $0 == "?" || $0 == " " })
        let entries = session.vm.registry.entries.map {
            Completion.Candidate($0.path, detail: $0.function.summary)
        }
        return .fitting(entries + CommandCompleter.names, word: word)
    }

    private func lua(_ context: LuaContext) -> Completion {
        if context.isInString { return strings(context) }
        if let mark = context.before.last, mark.isSign(".") || mark.isSign(":") {
            return members(of: Array(context.before.dropLast()), isMethod: mark.isSign(":"), word: context.word)
        }
        if context.isFilterField {
            let summaries = Dictionary(uniqueKeysWithValues: EventField.allCases.map { ($0.rawValue, $0.summary) })
            let fields = Filter.fieldNames.map {
                Completion.Candidate("\($0) = ", label: $0, detail: summaries[$0] ?? Self.extraFields[$0] ?? "")
            }
            return .fitting(fields, word: context.word)
        }
        guard !context.word.isEmpty else { return .none }
        return .fitting(globals + Self.keywords, word: context.word)
    }

    private static let extraFields = [
        "actor": "source or target", "since": "on or after a day", "until": "on or before a day",
        "through": "on or before a day",
    ]
    private static let keywords = LuaTokenizer.keywords.sorted().map { Completion.Candidate($0, detail: "keyword") }

    // MARK: - Strings

    private func strings(_ context: LuaContext) -> Completion {
        guard let values else { return .none }
        let candidates: [Completion.Candidate]
        if let field = context.field {
            candidates = values.values(of: field)
        } else if let call = context.call {
            candidates = arguments(of: call.name, call.argumentIndex, values)
            if candidates.isEmpty { return PathCompleter.complete(context.word) }
        } else {
            return .none
        }
        return .fitting(candidates, word: context.word, ignoringCase: true, keepsOrder: true)
    }

    private func arguments(of call: String, _ index: Int, _ values: FieldValues) -> [Completion.Candidate] {
        func names(_ names: [String], _ detail: String) -> [Completion.Candidate] {
            names.map { Completion.Candidate($0, detail: detail) }
        }
        switch (call, index) {
        case ("between", _), ("has", 0), ("timeline", _): return values.actors()
        case ("by", 0): return names(GroupField.names, "group field")
        case ("by", 1): return names(RollUp.allCases.map(\.rawValue), "level of actors")
        case ("per", 0): return names(Period.allCases.map(\.rawValue), "period")
        case ("sum", 0): return names(NumberField.allCases.map(\.rawValue), "number of an event")
        case ("sort", 0): return names(SortField.names, "sort field")
        case ("sort", 1): return names(["asc", "desc"], "direction")
        case ("table", _): return EventField.allCases.map { Completion.Candidate($0.rawValue, detail: $0.summary) }
        case ("whynot", 0): return CommandCompleter(session: session).rules
        default: return []
        }
    }

    // MARK: - Names

    private var globals: [Completion.Candidate] {
        let vm = session.vm
        return ((try? vm.names(in: "")) ?? []).map { name in
            if let function = vm.registry.entry(name)?.function {
                return Completion.Candidate(name, detail: "\(function.signature)  \(function.summary)")
            }
            return Completion.Candidate(name, detail: kind(of: name))
        }
    }

    private func kind(of path: String) -> String {
        guard let value = try? session.vm.global(path, showing: true) else { return "" }
        switch value {
        case .object(let object): return object.luaDescription
        case .string, .integer, .number, .boolean: return session.vm.describe(value)
        case .table: return session.vm.registry.libraries.first { $0.name == path }?.summary ?? "table"
        default: return value.typeName
        }
    }

    private func members(of tokens: [LuaToken], isMethod: Bool, word: String) -> Completion {
        guard let owner = ExpressionType(vm: session.vm).type(endingAt: tokens) else { return .none }
        var candidates: [Completion.Candidate] = []
        if let type = owner.type {
            let types = session.vm.registry.libraries.flatMap(\.types).filter { $0.name == type }
            candidates += types.flatMap { isMethod ? $0.methods : $0.properties }.map {
                Completion.Candidate($0.name, detail: "\($0.signature)  \($0.summary)")
            }
            if type == "string", isMethod { candidates += fields(of: "string") }
        }
        if let path = owner.path, !isMethod { candidates += fields(of: path) }
        return .fitting(candidates, word: word)
    }

    private func fields(of path: String) -> [Completion.Candidate] {
        ((try? session.vm.names(in: path)) ?? []).map { name in
            let function = session.vm.registry.entry("\(path).\(name)")?.function
            let detail = function.map { "\($0.signature)  \($0.summary)" } ?? kind(of: "\(path).\(name)")
            return Completion.Candidate(name, detail: detail)
        }
    }
}

extension Completion {
    /// The candidates that begin with a word; where none does, those that hold it, or else its letters in order.
    ///
    /// Each comes once, in alphabetical order or in their own, the likeliest first.
    static func fitting(
        _ candidates: [Candidate],
        word: String,
        ignoringCase: Bool = false,
        keepsOrder: Bool = false
    ) -> Completion {
        let ways: [(Candidate) -> Bool] = [
            { !ignoringCase && $0.text.hasPrefix(word) },
            { $0.text.lowercased().hasPrefix(word.lowercased()) },
            { WordFit.isWithin(word, $0.label) },
            { WordFit.isScattered(word, over: $0.label) },
        ]
        for (place, fits) in ways.enumerated() {
            // Two letters are scattered over nearly every word.
            if place >= 2, word.count < 2 + (place - 2) { break }
            var seen: Set<String> = []
            let fitting = candidates.filter { fits($0) && seen.insert($0.text).inserted }
            guard !fitting.isEmpty else { continue }
            let ordered = keepsOrder ? fitting : fitting.sorted { $0.text < $1.text }
            return Completion(replacedCount: word.count, candidates: ordered)
        }
        return .none
    }
}
