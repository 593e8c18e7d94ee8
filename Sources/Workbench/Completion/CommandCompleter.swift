// The names of commands and what each takes.
import EventModel
import LineEditor
import LuaRuntime
import Rendering

/// Completes entries that begin with a dot.
struct CommandCompleter {
    let session: Session

    /// The commands as candidates.
    static var names: [Completion.Candidate] {
        Command.all.map { Completion.Candidate("." + $0.name, detail: $0.summary) }
    }

    /// The candidates for the last word of a command line.
    func complete(_ line: String) -> Completion {
        guard line.contains(" ") else { return .fitting(Self.names, word: line) }
        let name = String(line.dropFirst().prefix { $0 != " " })
        let fitting = Command.all.filter { $0.name.hasPrefix(name) }
        guard let command = Command.all.first(where: { $0.name == name }) ?? (fitting.count == 1 ? fitting[0] : nil)
        else { return .none }
        let word = lastWord(line)
        switch command.argument {
        case .none: return .none
        case .path: return PathCompleter.complete(word)
        case .filter: return filter(word)
        case .level:
            let levels = RollUp.allCases.map { Completion.Candidate($0.rawValue, detail: "level of actors") }
            let isFirst = line.count { $0 == " " } == 1
            let fields = filter(word)
            guard isFirst, !word.contains("=") else { return fields }
            return .fitting(levels + fields.candidates, word: word, keepsOrder: true)
        case .rule: return .fitting(rules, word: word)
        case .article: return .fitting(articles, word: word)
        case .actor: return .fitting(actors, word: word, ignoringCase: true, keepsOrder: true)
        case .words(let words): return .fitting(words.map { Completion.Candidate($0) }, word: word)
        case .name:
            let bare = Command.all.map { Completion.Candidate($0.name, detail: $0.summary) }
            let entries = session.vm.registry.entries.map {
                Completion.Candidate($0.path, detail: $0.function.summary)
            }
            return .fitting(bare + entries, word: word)
        }
    }

    /// The rules of the packs that ran last.
    var rules: [Completion.Candidate] {
        session.state.current.packs.flatMap(\.rules).map { Completion.Candidate($0.id, detail: $0.title) }
    }

    private func lastWord(_ line: String) -> String {
        // A quote that is open holds the spaces of a name together.
        let isQuoted = line.filter { $0 == "\"" }.count % 2 == 1
        let mark: Character = isQuoted ? "\"" : " "
        return line.lastIndex(of: mark).map { String(line[line.index(after: $0)...]) } ?? line
    }

    private var values: FieldValues? {
        session.vm.eventContext.map { FieldValues(snapshot: $0.snapshot, vocabulary: session.vocabulary) }
    }

    private var actors: [Completion.Candidate] {
        (values?.actors() ?? []).map { candidate in
            candidate.text.contains(" ")
                ? Completion.Candidate("\"\(candidate.text)\"", label: candidate.text, detail: candidate.detail)
                : candidate
        }
    }

    private var articles: [Completion.Candidate] {
        session.state.current.articles.prefix(FieldValues.countMax).map { article in
            Completion.Candidate(article.id, detail: article.title ?? String(article.text.prefix(80)))
        }
    }

    private func filter(_ word: String) -> Completion {
        guard let sign = word.firstIndex(of: "=") else {
            let summaries = Dictionary(uniqueKeysWithValues: EventField.allCases.map { ($0.rawValue, $0.summary) })
            let fields = Filter.fieldNames.map {
                Completion.Candidate("\($0)=", label: $0, detail: summaries[$0] ?? "")
            }
            return .fitting(fields, word: word)
        }
        let field = String(word[..<sign])
        let found = (values?.values(of: field) ?? []).map { value in
            let text = value.text.contains(" ") ? "\"\(value.text)\"" : value.text
            return Completion.Candidate("\(field)=\(text)", label: value.text, detail: value.detail)
        }
        return .fitting(found, word: word, ignoringCase: true, keepsOrder: true)
    }
}
