// Who does what in a clause, seen through passives, relative clauses, participles, control and coordination.
import Language

/// Grammatical roles of verbs and nouns in a parsed document; heads of phrases are token indexes.
struct Grammar: Sendable {
    let tree: ParseTree

    /// How far coordination, control and relatives are followed; parses of broken text can loop through many.
    private static let depthLimit = 6

    private var tokens: [Token] { tree.tokens }

    /// Whether the verb stands in the passive, or as a participle after its noun.
    func isPassive(_ verb: Int) -> Bool {
        var hasAuxiliary = false
        var hasObject = false
        var hasSubject = false
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case .auxPassive: return true
            case .aux, .cop: hasAuxiliary = true
            case .nsubj, .nsubjPassive, .csubjPassive: hasSubject = true
            case .obj: hasObject = true
            default: continue
            }
        }
        // Parsers call many a simple past a passive; without an auxiliary only a participle can be one.
        guard !hasAuxiliary, !hasObject, tokens[verb].tag == "VBN" else { return false }
        if isParticiple(verb) { return true }
        if misreadSubject(of: verb) != nil { return false }
        if hasSubject { return tree.child(of: verb, .nsubjPassive, .csubjPassive) != nil }
        switch tokens[verb].relation {
        case .acl, .advcl: return true
        case .conj:
            guard let head = tokens[verb].head else { return false }
            return isVerbal(head) && isPassive(head)
        default: return false
        }
    }

    /// "The army, backed by militias, took the town": parsers hang the subject on the participle.
    private func isParticiple(_ verb: Int) -> Bool {
        guard tokens[verb].relation == .advcl, let head = tokens[verb].head, head > verb else { return false }
        return tree.child(of: verb, .oblAgent) != nil && tree.child(of: verb, .nsubj, .nsubjPassive) != nil
    }

    /// The subject of a past tense that the parser took for a participle: "Rebels surrendered to the police." has no
    /// other verb, and what stands before the preposition heads the sentence.
    private func misreadSubject(of verb: Int) -> Int? {
        guard tokens[verb].tag == "VBN", tokens[verb].relation == .acl, let noun = tokens[verb].head, noun < verb,
            tree.child(of: verb, .aux, .auxPassive, .cop, .mark) == nil
        else { return nil }
        let isActive = tree.child(of: verb, .obj) != nil || isFollowedByActivePreposition(verb)
        guard isActive, tree.child(of: verb, .oblAgent) == nil else { return nil }
        var top = noun
        var steps = 0
        while steps < 4, tokens[top].relation.isBelowNoun, let head = tokens[top].head {
            top = head
            steps += 1
        }
        guard tokens[top].relation == .root, !isVerbal(top), tree.child(of: top, .cop, .nsubj, .nsubjPassive) == nil
        else { return nil }
        return top
    }

    /// Prepositions that follow verbs in the active: "called for", "surrendered to", "met with".
    private func isFollowedByActivePreposition(_ verb: Int) -> Bool {
        guard verb + 1 < tokens.count else { return false }
        switch tokens[verb + 1].lemma {
        case "for", "to", "with", "against", "on": return true
        default: return false
        }
    }

    /// Whether the token is a verb or stands where one does.
    func isVerbal(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .verb, .aux: true
        default: false
        }
    }

    /// Those who do it: the subject, the `by` of a passive, or whom the clause above lends.
    func agents(of verb: Int, depth: Int = 0) -> [Int] {
        if isPassive(verb) { return passiveAgents(of: verb) }
        return surfaceSubjects(of: verb, depth: depth)
    }

    private func passiveAgents(of verb: Int) -> [Int] {
        for child in tree.children(of: verb) {
            if tokens[child].relation == .oblAgent { return [child] }
        }
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case .obl, .nmod: if preposition(of: child) == "by" { return [child] }
            default: continue
            }
        }
        return []
    }

    /// The subject that the verb shows or inherits, of the active or the passive.
    func surfaceSubjects(of verb: Int, depth: Int = 0) -> [Int] {
        guard depth < Self.depthLimit else { return [] }
        // Of several, the one next to the verb: the others are datelines and times that the parser took for subjects.
        var shown: Int?
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case .nsubj, .nsubjPassive, .nsubjOuter: if shown == nil || child < verb { shown = child }
            default: continue
            }
        }
        if let shown { return antecedents(of: shown, depth: depth) }
        for child in tree.children(of: verb) where child < verb && isParticiple(child) {
            return surfaceSubjects(of: child, depth: depth + 1)
        }
        guard let head = tokens[verb].head else { return [] }
        switch tokens[verb].relation {
        case .conj:
            if isVerbal(head) || tree.child(of: head, .cop) != nil {
                return surfaceSubjects(of: head, depth: depth + 1)
            }
            return []
        case .xcomp:
            let objects = isVerbal(head) ? self.objects(of: head, depth: depth + 1) : []
            if !objects.isEmpty, !isPassive(head), tokens[head].lemma != "promise" { return objects }
            return surfaceSubjects(of: head, depth: depth + 1)
        case .advcl:
            if let told = reported(above: verb) { return surfaceSubjects(of: told, depth: depth + 1) }
            if isVerbal(head) && isPassive(head) && tokens[verb].tag == "VBG" {
                let agents = passiveAgents(of: head)
                if !agents.isEmpty { return agents }
            }
            return isVerbal(head) || tree.child(of: head, .cop) != nil
                ? surfaceSubjects(of: head, depth: depth + 1) : []
        case .acl:
            if let subject = misreadSubject(of: verb) { return [subject] }
            // "X is the largest donor, contributing …": what is said of the predicate is said of its subject.
            if tokens[verb].tag == "VBG", tree.child(of: head, .cop) != nil {
                return surfaceSubjects(of: head, depth: depth + 1)
            }
            if tokens[verb].tag == "VBG" || tree.child(of: verb, .obj) != nil && tokens[verb].tag != "VB" {
                return [head]
            }
            return infinitiveSubjects(noun: head, depth: depth)
        case .aclRelative: return [head]
        case .ccomp, .parataxis, .root, .dep: return []
        default: return []
        }
    }

    /// "Rebels attacked a base, killing nine, the army said": the clause to which a participle belongs that the parser
    /// hung on the verb of the report.
    func reported(above participle: Int) -> Int? {
        guard tokens[participle].relation == .advcl, tokens[participle].tag == "VBG",
            let head = tokens[participle].head, head > participle,
            let subject = tree.child(of: head, .nsubj), subject > participle
        else { return nil }
        return tree.children(of: head).last { child in
            guard child < participle, isVerbal(child) else { return false }
            switch tokens[child].relation {
            case .ccomp, .parataxis: return true
            default: return false
            }
        }
    }

    /// The subject of "to attack" in "their plan to attack": whose plan it is.
    private func infinitiveSubjects(noun: Int, depth: Int) -> [Int] {
        if let owner = tree.child(of: noun, .nmodPossessive) { return [owner] }
        guard let verb = tokens[noun].head, isVerbal(verb) else { return [] }
        switch tokens[noun].relation {
        case .obj, .obl, .xcomp: return agents(of: verb, depth: depth + 1)
        default: return []
        }
    }

    /// Those to whom it is done: the object, the subject of a passive, the noun before a participle or relative clause.
    func objects(of verb: Int, depth: Int = 0) -> [Int] {
        guard depth < Self.depthLimit else { return [] }
        var found: [Int] = []
        for child in tree.children(of: verb) where tokens[child].relation == .obj {
            found += antecedents(of: core(of: child), depth: depth)
        }
        if found.isEmpty, let adjective = compoundParticiple(after: verb) {
            found = tree.children(of: adjective).filter { tokens[$0].relation == .obj }
        }
        if isPassive(verb) {
            let shown = tree.child(of: verb, .nsubjPassive, .nsubj)
            if let shown { return antecedents(of: shown, depth: depth) }
            if !found.isEmpty { return found }
            if tokens[verb].relation == .acl, let head = tokens[verb].head { return [head] }
            return surfaceSubjects(of: verb, depth: depth + 1)
        }
        if !found.isEmpty { return found }
        if tokens[verb].relation == .aclRelative, let head = tokens[verb].head, hasOwnSubject(verb) { return [head] }
        // "attacked and burned the village": the object stands with the last of the verbs.
        for child in tree.children(of: verb) where tokens[child].relation == .conj && isVerbal(child) && child > verb {
            guard tree.child(of: verb, .obl, .xcomp, .ccomp) == nil, !isPassive(child) else { break }
            return tree.children(of: child).filter { tokens[$0].relation == .obj }
        }
        return []
    }

    /// "two short-range ballistic missiles": behind a hyphen parsers take "range" for the head of what follows it.
    private func core(of noun: Int) -> Int {
        guard noun > 0, tokens[noun - 1].tag == "HYPH" else { return noun }
        return tree.children(of: noun).last { child in
            guard child > noun, tokens[child].upos == .noun || tokens[child].upos == .propn else { return false }
            return (noun + 1..<child).allSatisfy { tokens[$0].upos == .adj || tokens[$0].upos == .noun }
        } ?? noun
    }

    /// "lifted long-standing sanctions": parsers make a clause of the adjective.
    private func compoundParticiple(after verb: Int) -> Int? {
        tree.children(of: verb).first { child in
            child > verb && child - verb <= 5 && tokens[child].relation == .advcl && tokens[child].tag == "VBG"
                && tokens[child - 1].lemma == "-"
        }
    }

    private func hasOwnSubject(_ verb: Int) -> Bool {
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case .nsubj, .nsubjPassive: return !isRelative(child)
            default: continue
            }
        }
        return false
    }

    /// Whether the word is "who", "which" or "that" of a relative clause.
    func isRelative(_ token: Int) -> Bool {
        let tag = tokens[token].tag
        return tag == "WDT" || tag == "WP" || (tag.isEmpty && tokens[token].lemma == "which")
    }

    /// The word itself, or for "who" and "which" the noun that the relative clause belongs to.
    private func antecedents(of token: Int, depth: Int) -> [Int] {
        guard isRelative(token) else { return [token] }
        var current = tokens[token].head
        var steps = 0
        while let here = current, steps < 8 {
            if tokens[here].relation == .aclRelative, let noun = tokens[here].head { return [noun] }
            current = tokens[here].head
            steps += 1
        }
        return []
    }

    /// The objects of a preposition beside a verb or a noun.
    func objects(of preposition: String, beside token: Int) -> [Int] {
        var found: [Int] = []
        for child in tree.children(of: token) where mayFollowPreposition(tokens[child].relation) {
            if Self.isSame(self.preposition(of: child), preposition) { found += antecedents(of: child, depth: 0) }
        }
        return found
    }

    /// The objects of all prepositions beside some words, in the order of the words.
    func prepositionalObjects(beside heads: [Int]) -> [(preposition: String, object: Int, beside: Int)] {
        var found: [(preposition: String, object: Int, beside: Int)] = []
        for head in heads {
            for child in tree.children(of: head) where mayFollowPreposition(tokens[child].relation) {
                guard let preposition = preposition(of: child) else { continue }
                for object in antecedents(of: child, depth: 0) { found.append((preposition, object, head)) }
            }
        }
        return found
    }

    private func mayFollowPreposition(_ relation: Relation) -> Bool {
        switch relation {
        case .obl, .nmod, .oblAgent, .advmod, .dep, .nmodDescriptive, .oblUnmarked, .advcl, .acl, .xcomp, .iobj: true
        default: false
        }
    }

    /// "upon" is "on" and "towards" is "toward".
    static func isSame(_ found: String?, _ wanted: String) -> Bool {
        switch (found, wanted) {
        case ("upon", "on"), ("on", "upon"), ("towards", "toward"), ("toward", "towards"): true
        default: found == wanted
        }
    }

    /// The preposition before a noun, nil where it has none; parsers hang some on the first word of the phrase.
    func preposition(of noun: Int) -> String? {
        for child in tree.children(of: noun) where child < noun {
            switch tokens[child].relation {
            case .case_: return tokens[child].lemma
            case .mark where tokens[noun].tag == "VBG": return tokens[child].lemma
            case .compound, .amod, .nummod, .nmodPossessive, .nmod, .nmodDescriptive:
                for inner in tree.children(of: child) where inner < child && tokens[inner].relation == .case_ {
                    if tokens[inner].lemma != "'s" && tokens[inner].lemma != "'" { return tokens[inner].lemma }
                }
            default: continue
            }
        }
        return nil
    }

    /// The noun and those joined to it by "and".
    func coordinated(_ token: Int) -> [Int] {
        var all = [token]
        for child in tree.children(of: token) where tokens[child].relation == .conj && child > token {
            switch tokens[child].upos {
            case .noun, .propn, .pron, .num, .adj, .x: all.append(child)
            default: continue
            }
        }
        return all
    }

    /// The verb, its auxiliaries' and its copula's clause: where tense and negation are to be read.
    func clause(of token: Int) -> Int {
        var current = token
        var steps = 0
        while !isVerbal(current), tree.child(of: current, .cop) == nil, let head = tokens[current].head, steps < 16 {
            current = head
            steps += 1
        }
        return current
    }
}
