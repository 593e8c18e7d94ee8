// Reads the notation of templates; the file itself explains it.

/// The lists and phrases of a file of templates.
struct TemplateReader {
    /// A word list: each entry makes a small tree in the tag that is asked for.
    enum List {
        case verbs([TemplateVerb])
        case nouns([Substring])
        case words([Substring], tag: String)
    }

    struct Alternative {
        /// The relation of the whole, where the alternative tells it.
        var relation: String?
        var items: [TemplateItem]
        var line: Int
    }

    private(set) var lists: [String: List] = [:]
    private(set) var phrases: [String: [Alternative]] = [:]
    /// Verbs by their entry's name, `carry_out`.
    private(set) var verbs: [String: TemplateVerb] = [:]
    private var closed: [String: TemplateItem] = [:]
    private let name: String

    init(_ text: String, name: String) throws {
        self.name = name
        var header: [Substring] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let tokens = line.split(separator: " ")
            guard let first = tokens.first, first != "#" else { continue }
            if line.first == " " {
                try add(tokens, to: header, line: index + 1)
            } else {
                header = tokens
            }
        }
        for name in phrases.keys.sorted() {
            for alternative in phrases[name] ?? [] { try check(alternative.items, line: alternative.line) }
        }
    }

    private func failure(_ line: Int, _ message: String) -> UsageError {
        UsageError(message: "\(name):\(line): \(message)")
    }

    private mutating func add(_ tokens: [Substring], to header: [Substring], line: Int) throws {
        let list = header.count > 1 ? String(header[1]) : ""
        switch (header.first, header.count) {
        case ("closed", 1):
            guard tokens.count > 2 else { throw failure(line, "a word, its tag, its relation") }
            let lemma = String(tokens.count > 3 ? tokens[3] : tokens[0])
            closed[String(tokens[0])] = TemplateItem(
                content: .word(form: String(tokens[0]), tag: String(tokens[1]), lemma: lemma),
                relation: String(tokens[2])
            )
        case ("verbs", 2):
            let found = tokens.map(TemplateVerb.init)
            for (token, verb) in zip(tokens, found) {
                verbs[token.prefix { $0 != "/" }.filter { $0 != "+" }] = verb
            }
            if case .verbs(let before)? = lists[list] {
                lists[list] = .verbs(before + found)
            } else {
                lists[list] = .verbs(found)
            }
        case ("nouns", 2):
            if case .nouns(let before)? = lists[list] {
                lists[list] = .nouns(before + tokens)
            } else {
                lists[list] = .nouns(tokens)
            }
        case ("words", 3):
            if case .words(let before, let tag)? = lists[list] {
                lists[list] = .words(before + tokens, tag: tag)
            } else {
                lists[list] = .words(tokens, tag: String(header[2]))
            }
        case ("phrases", 2): try addPhrase(tokens, to: list, line: line)
        default: throw failure(line, "a line under no heading that is known")
        }
    }

    private mutating func addPhrase(_ tokens: [Substring], to list: String, line: Int) throws {
        var rest = tokens[...]
        var times = 1
        if let first = rest.first, first.hasSuffix("x"), let number = Int(first.dropLast()) {
            times = number
            rest.removeFirst()
        }
        var relation: String?
        if let first = rest.first, first.hasPrefix(":"), first.count > 1 {
            relation = String(first.dropFirst())
            rest.removeFirst()
        }
        let items = try self.items(&rest, line: line)
        guard rest.isEmpty else { throw failure(line, "a ] too many") }
        let alternative = Alternative(relation: relation, items: items, line: line)
        phrases[list, default: []] += Array(repeating: alternative, count: times)
    }

    /// Items up to the end or the bracket that closes them, which is left.
    private func items(_ tokens: inout ArraySlice<Substring>, line: Int) throws -> [TemplateItem] {
        var items: [TemplateItem] = []
        while let token = tokens.first, !(token.hasPrefix("]")) {
            tokens.removeFirst()
            if token == "[" || token.hasSuffix("+[") {
                let inner = try self.items(&tokens, line: line)
                guard let end = tokens.popFirst() else { throw failure(line, "a [ without its ]") }
                var item = TemplateItem(content: .phrase(inner))
                if token.count > 1 { item.preposition = String(token.dropLast(2)) }
                finish(&item, end.dropFirst())
                items.append(item)
            } else {
                items.append(try item(token, line: line))
            }
        }
        guard items.count(where: \.isHead) == 1 else {
            throw failure(line, "one item without a relation is needed, found \(items.count(where: \.isHead))")
        }
        return items
    }

    /// Reads `:relation` and `?`.
    private func finish(_ item: inout TemplateItem, _ rest: Substring) {
        item.isOptional = rest.hasSuffix("?")
        let relation = item.isOptional ? rest.dropLast() : rest
        if relation.hasPrefix(":") { item.relation = String(relation.dropFirst()) }
    }

    private func item(_ token: Substring, line: Int) throws -> TemplateItem {
        if [".", ",", ":", "\""].contains(token) {
            let tag = token == "\"" ? "``" : String(token)
            return TemplateItem(content: .word(form: String(token), tag: tag, lemma: String(token)), relation: "punct")
        }
        let isOptional = token.hasSuffix("?")
        if var item = closed[String(isOptional ? token.dropLast() : token)] {
            item.isOptional = isOptional
            return item
        }
        if token.hasPrefix("+") {
            let name = token.dropFirst().filter { $0 != "?" }
            return TemplateItem(
                content: .reference(name: name, tag: nil),
                isOptional: isOptional,
                bringsRelation: true
            )
        }
        if let slash = token.firstIndex(of: "/") {
            let rest = token[token.index(after: slash)...]
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            let parts = rest[..<end].split(separator: "~")
            let form = String(token[..<slash])
            guard let tag = parts.first else { throw failure(line, "\(token) has no tag") }
            var item = TemplateItem(
                content: .word(form: form, tag: String(tag), lemma: parts.count > 1 ? String(parts[1]) : form)
            )
            finish(&item, rest[end...])
            return item
        }
        var body = token
        var preposition: String?
        if let plus = token.firstIndex(of: "+") {
            preposition = String(token[..<plus])
            body = token[token.index(after: plus)...]
        }
        let end = body.firstIndex { $0 == ":" || $0 == "?" } ?? body.endIndex
        let parts = body[..<end].split(separator: ".")
        guard let name = parts.first else { throw failure(line, "\(token) names nothing") }
        var item = TemplateItem(
            content: .reference(name: String(name), tag: parts.count > 1 ? String(parts[1]) : nil),
            preposition: preposition
        )
        finish(&item, body[end...])
        return item
    }

    private func check(_ items: [TemplateItem], line: Int) throws {
        for item in items {
            switch item.content {
            case .word: break
            case .phrase(let inner): try check(inner, line: line)
            case .reference(let name, let tag):
                guard lists[name] != nil || phrases[name] != nil || tag != nil && verbs[name] != nil else {
                    throw failure(line, "nothing is called \(name)")
                }
                if item.bringsRelation, !(phrases[name] ?? []).allSatisfy({ $0.relation != nil }) {
                    throw failure(line, "an alternative of \(name) does not tell its relation")
                }
            }
        }
    }
}
