// The tree of one sentence with the stretch of atoms that every token governs.

/// The dependency trees of a document asked by token for one sentence, answering in atoms.
struct ClauseTree {
    private let words: AtomCursor
    private let document: Document
    private let links: DependencyTree
    private let firstAtom: [Int32]
    private let tokens: Range<Int>

    /// The tree of the sentence of a cursor; `links` are those of the whole document.
    init(words: AtomCursor, discourse: Discourse, links: DependencyTree) {
        self.words = words
        self.links = links
        document = discourse.document
        firstAtom = discourse.atoms.firstOfToken
        let first = words.range.isEmpty ? 0 : Int(words.items[words.range.lowerBound].token)
        let last = words.range.isEmpty ? 0 : Int(words.items[words.range.upperBound - 1].token) + 1
        tokens = first..<last
    }

    /// Whether the sentence has a tree.
    var isParsed: Bool { tokens.contains { document.tokens[$0].head != nil } }

    /// How a token depends on its head.
    func relation(_ token: Int) -> Relation { document.tokens[token].relation }

    /// The token that a token depends on, or nil for a root.
    func head(of token: Int) -> Int? { document.tokens[token].head }

    /// The first child with this relation or a kind of it.
    func child(of token: Int, _ relation: Relation) -> Int? {
        links.children(of: token).first { document.tokens[$0].relation == relation }
    }

    /// The first child with this relation that stands behind a token.
    func child(of token: Int, _ relation: Relation, behind other: Int) -> Int? {
        links.children(of: token).first { $0 > other && document.tokens[$0].relation == relation }
    }

    /// The end of what follows a verb, up to another predicate beside it or above it; never before the end of a part of it.
    ///
    /// The parser hangs the later parts of long complements too high now and then, so all but new clauses belong to it.
    func endOfClause(_ verb: Int, _ part: Range<Int>) -> Int {
        guard let all = atoms(under: verb) else { return part.upperBound }
        var above: [Int] = []
        var at = head(of: verb)
        while let node = at, tokens.contains(node), above.count < 8 {
            above.append(node)
            at = head(of: node)
        }
        var end = words.range.upperBound
        if above.contains(where: { $0 > verb }) || document.tokens[verb].upos != .verb { end = all.upperBound }
        for node in [verb] + above {
            for child in links.children(of: node) where child > verb && !above.contains(child) {
                guard node == verb ? isNewPredicate(child, after: verb) : isClause(child),
                    let range = atoms(under: child),
                    range.lowerBound >= part.upperBound
                else { continue }
                end = min(end, range.lowerBound)
            }
        }
        while end > part.upperBound,
            words.items[end - 1].kind == .mark && !words.isMark(end - 1, "\"") || words.isAny(end - 1, .and, .but, .or)
        {
            end -= 1
        }
        return max(end, part.upperBound)
    }

    /// Whether a token heads a clause of its own.
    private func isClause(_ token: Int) -> Bool {
        switch document.tokens[token].upos {
        case .verb, .aux: true
        default: child(of: token, .cop) != nil || child(of: token, .nsubj) != nil
        }
    }

    /// Whether what is joined to a verb is one more thing that its subject does, and no part of what the verb governs: "wants
    /// to stay and left" has two, "wants to stay and fight" and "defends himself and his record" have one.
    private func isNewPredicate(_ joined: Int, after verb: Int) -> Bool {
        guard document.tokens[joined].relation == .conj,
            document.tokens[joined].upos == .verb || child(of: joined, .cop) != nil
        else { return false }
        return document.tokens[joined].tag != "VB" || document.tokens[verb].tag == "VB"
    }

    /// The atoms that a token governs, itself among them, without a mark at the end.
    func atoms(under token: Int) -> Range<Int>? {
        guard tokens.contains(token) else { return nil }
        let extent = links.extent(of: token)
        let start = max(Int(firstAtom[extent.lowerBound]), words.range.lowerBound)
        var end = min(Int(firstAtom[extent.upperBound]), words.range.upperBound)
        while end > start + 1, words.isMark(end - 1, ".") || words.isMark(end - 1, ",") { end -= 1 }
        return start < end ? start..<end : nil
    }

    /// The subject of a verb or predicate, its own or the one that it shares with the verb above.
    func subject(of token: Int) -> Range<Int>? {
        var at = token
        var steps = 0
        while steps < 4 {
            if let own = nearestSubject(of: at) ?? child(of: at, .nsubjOuter) { return subjectAtoms(own) }
            if at != token, let own = child(of: at, .nsubjPassive) { return subjectAtoms(own) }
            let kind = document.tokens[at].relation
            guard let head = document.tokens[at].head, tokens.contains(head) else { return nil }
            switch kind {
            case .conj, .xcomp, .advcl, .parataxis, .ccomp: at = head
            case .acl: return subjectAtoms(head)
            default: return nil
            }
            if kind == .ccomp { return nil }
            steps += 1
        }
        return nil
    }

    /// The last of the subjects before a verb; the parser now and then takes a noun of an adverbial for a second one.
    private func nearestSubject(of verb: Int) -> Int? {
        let all = links.children(of: verb).filter { document.tokens[$0].relation == .nsubj && !isTime($0) }
        return all.last { $0 < verb } ?? all.first
    }

    /// Whether a noun is a time such as "month", which a parser takes for a subject in "the court this month ruled".
    private func isTime(_ token: Int) -> Bool {
        let atom = Int(firstAtom[token])
        return words.unit(atom) != nil || words.has(atom, .weekday)
    }

    /// The words of a noun phrase without relative clauses and appositions behind it.
    func nounPhrase(_ token: Int) -> Range<Int>? { subjectAtoms(token) }

    /// The words of a subject without relative clauses and appositions behind it.
    private func subjectAtoms(_ token: Int) -> Range<Int>? {
        guard let all = atoms(under: token) else { return nil }
        var end = all.upperBound
        for child in links.children(of: token) where child > token {
            let kind = document.tokens[child].relation
            let isLoose = kind == .acl || kind == .aclRelative || kind == .parataxis
            if isLoose, let range = atoms(under: child) { end = min(end, range.lowerBound) }
        }
        while end > all.lowerBound + 1, words.isMark(end - 1, ",") { end -= 1 }
        var start = all.lowerBound
        while start < end - 1, words.items[start].kind == .mark { start += 1 }
        return start < end ? start..<end : nil
    }

    /// The sentence without the verb and its speaker: "…, he said", where the verb hangs beside what is said.
    func around(_ verb: Int, _ source: Range<Int>) -> Range<Int>? {
        let from = Int(firstAtom[verb])
        let start = min(from, source.lowerBound)
        var end = start
        while end > words.range.lowerBound, words.items[end - 1].kind == .mark { end -= 1 }
        guard end - words.range.lowerBound > 3, words.isMark(start - 1, ",") || words.isMark(start - 1, "\"") else {
            return nil
        }
        return words.range.lowerBound..<end
    }
}
