// Finds names by gazetteers, by shape and by the words beside them.

/// Finds the names of persons, organisations, places and groups.
public struct NameFinder: Sendable {
    private let vocabulary: Vocabulary
    private let gazetteer: NameGazetteer

    /// A finder that knows the words of these data files and these names.
    public init(vocabulary: Vocabulary, gazetteer: NameGazetteer = NameGazetteer()) {
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
    }

    /// The names of a document, in order.
    public func names(in document: Document) -> [Name] {
        names(in: document, Atoms(document, vocabulary: vocabulary))
    }

    func names(in document: Document, _ atoms: Atoms) -> [Name] {
        var found: [Name] = []
        for sentence in document.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard isCapital(token, document) else {
                    token += 1
                    continue
                }
                let reader = NameReader(
                    document: document,
                    atoms: atoms,
                    vocabulary: vocabulary,
                    sentence: sentence.tokens
                )
                if let known = gazetteer.isEmpty
                    ? nil : gazetteer.longest(at: token, before: sentence.tokens.upperBound, in: document)
                {
                    found.append(reader.name(known.tokens, titled: known.tokens, kind: known.kind))
                    token = known.tokens.upperBound
                } else if let name = reader.name(at: token) {
                    found.append(name)
                    token = max(name.tokens.upperBound, token + 1)
                } else {
                    token += 1
                }
            }
        }
        return spread(asPersons(addingSurnames(found, document), document), document)
    }

    /// The names with surnames at the start of sentences, where a capital alone says little: "Tamm thanked her" is a name in
    /// a text that has named Juri Tamm before.
    private func addingSurnames(_ names: [Name], _ document: Document) -> [Name] {
        var surnames: Set<String> = []
        var all: [Name] = []
        var next = 0
        for sentence in document.sentences {
            let first = sentence.tokens.lowerBound
            if first < sentence.tokens.upperBound, isCapital(first, document),
                next >= names.count || names[next].titled.lowerBound > first, surnames.contains(document.form(first))
            {
                let word = first..<first + 1
                let span = document.span(word)
                all.append(Name(tokens: word, titled: word, span: span, text: document.form(first), kind: .unknown))
            }
            while next < names.count, names[next].tokens.lowerBound < sentence.tokens.upperBound {
                if let last = names[next].tokens.last, names[next].tokens.count > 1 || names[next].kind == .person,
                    names[next].kind == .person || names[next].kind == .unknown
                {
                    surnames.insert(document.form(last))
                }
                all.append(names[next])
                next += 1
            }
        }
        return all
    }

    /// Names of two or three words that the text shortens to the last one are of persons.
    private func asPersons(_ names: [Name], _ document: Document) -> [Name] {
        let single = Set(names.filter { $0.tokens.count == 1 && $0.kind != .place }.map(\.text))
        return names.map { name in
            guard name.kind == .unknown, (2...3).contains(name.tokens.count), let last = name.tokens.last,
                single.contains(document.form(last))
            else { return name }
            var name = name
            name.kind = .person
            return name
        }
    }

    private func isCapital(_ token: Int, _ document: Document) -> Bool {
        document.text.utf8[document.tokens[token].bytes.lowerBound].isUpper
    }

    /// What a name is in one place it is everywhere: "Austin" behind "Lloyd Austin" is a person.
    private func spread(_ names: [Name], _ document: Document) -> [Name] {
        var kinds: [String: (Name.Kind, Name.Gender?)] = [:]
        for name in names where name.kind != .unknown {
            if kinds[name.text] == nil { kinds[name.text] = (name.kind, name.gender) }
            if name.kind == .person, name.tokens.count > 1, let last = name.tokens.last {
                let surname = document.form(last)
                if kinds[surname] == nil { kinds[surname] = (.person, name.gender) }
            }
        }
        return names.map { name in
            guard let (kind, gender) = kinds[name.text], name.kind == .unknown || name.kind == kind else { return name }
            var name = name
            name.kind = kind
            name.gender = name.gender ?? gender
            return name
        }
    }
}
