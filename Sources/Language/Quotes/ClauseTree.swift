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

    /// The first child with this relation or a kind of it.
    func child(of token: Int, _ relation: Relation) -> Int? {
        links.children(of: token).first { document.tokens[$0].relation == relation }
    }

    /// The first child with this relation that stands behind a token.
    func child(of token: Int, _ relation: Relation, behind other: Int) -> Int? {
        links.children(of: token).first { $0 > other && document.tokens[$0].relation == relation }
    }

    /// The end of what a verb governs, up to another verb that is joined to it; never before the end of a part of it.
    func endOfClause(_ verb: Int, _ part: Range<Int>) -> Int {
        guard let all = atoms(under: verb) else { return part.upperBound }
        var end = all.upperBound
        for child in links.children(of: verb) where child > verb && document.tokens[child].relation == .conj {
            if let joined = atoms(under: child), joined.lowerBound >= part.upperBound {
                end = min(end, joined.lowerBound)
            }
        }
        while end > part.upperBound, words.items[end - 1].kind == .mark || words.isAny(end - 1, .and, .but, .or) {
            end -= 1
        }
        return max(end, part.upperBound)
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
        let all = links.children(of: verb).filter { document.tokens[$0].relation == .nsubj }
        return all.last { $0 < verb } ?? all.first
    }

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
