// Which line of the action lexicon fits a trigger in its company.
import EventModel
import Language

/// Chooses among the lines for a trigger: all terms must hold, and the line with the most of them wins.
struct PatternMatcher: Sendable {
    /// A line that fits, with the tokens that its terms asked for.
    struct Match {
        /// The line's number among all.
        var number: Int
        var matched: [Int]
        var score: Int
        /// Other lines that fit less well, for traces.
        var rejected: [Int] = []
    }

    let text: CodedText

    private var tree: ParseTree { text.tree }
    private var tokens: [Token] { text.tokens }

    /// The best line for a verb, nil where none fits.
    func verb(_ verb: Int, entry: ActionLexicon.Entry, mood: Mood) -> Match? {
        guard !entry.verbs.isEmpty else { return nil }
        let objects = unwrapped(text.grammar.objects(of: verb))
        let company = Company(
            trigger: verb,
            objects: objects,
            prepositional: text.grammar.prepositionalObjects(beside: [verb] + objects)
        )
        let particles = self.particles(of: verb)
        var best: Match?
        for index in entry.verbs.indices {
            let flags = entry.verbs[index].flags
            if flags.contains(.not), !mood.isNegated { continue }
            if flags.contains(.future), !mood.isFuture { continue }
            let wanted = entry.verbs[index].particle
            guard wanted.map({ particles.possible.contains($0) }) ?? (particles.sure == nil) else { continue }
            let fitting = match(entry.verbs[index]) { findBesideVerb($0, company, matched: $1) }
            guard var match = fitting else { continue }
            if wanted != nil { match.score += 5 }
            take(match, into: &best)
        }
        return best
    }

    /// The best line for a noun, nil where none fits.
    func noun(_ noun: Int, entry: ActionLexicon.Entry) -> Match? {
        guard !entry.nouns.isEmpty else { return nil }
        let site = self.site(of: noun)
        let company = Company(
            trigger: noun,
            objects: Array(site.dropFirst()),
            prepositional: text.grammar.prepositionalObjects(beside: site)
        )
        var best: Match?
        for candidate in entry.nouns {
            let fitting = match(candidate) { findBesideNoun($0, company, matched: $1) }
            if let match = fitting { take(match, into: &best) }
        }
        return best
    }

    /// What stands beside a trigger, looked up once for all its lines.
    private struct Company {
        let trigger: Int
        /// Of a verb its objects; of a noun the verb whose object it is.
        let objects: [Int]
        /// The objects of prepositions beside the trigger, then beside each of the objects.
        let prepositional: [(preposition: String, object: Int, beside: Int)]

        var all: [Int] { [trigger] + objects }
    }

    private func take(_ match: Match, into best: inout Match?) {
        guard let old = best else {
            best = match
            return
        }
        if match.score > old.score {
            best = match
            best?.rejected = old.rejected + [old.number]
        } else {
            best?.rejected.append(match.number)
        }
    }

    private func match(
        _ candidate: ActionLexicon.Candidate,
        _ find: (ActionTerm, [Int]) -> (token: Int, score: Int)?
    ) -> Match? {
        var matched: [Int] = []
        var score = 0
        for term in candidate.terms {
            guard let hit = find(term, matched) else { return nil }
            matched.append(hit.token)
            score += hit.score
        }
        return Match(number: candidate.number, matched: matched, score: score)
    }

    // MARK: Terms

    /// What a term asks for beside a verb, its objects, and what the terms before it have matched ("for the lifting of").
    private func findBesideVerb(
        _ term: ActionTerm,
        _ company: Company,
        matched: [Int]
    ) -> (token: Int, score: Int)? {
        let verb = company.trigger
        let objects = company.objects
        if let preposition = term.preposition {
            switch preposition {
            case "subj":
                let subjects = unwrapped(text.grammar.surfaceSubjects(of: verb))
                let found =
                    subjects.first { fits(term, $0) } ?? subjects.lazy.compactMap { modifier(term, of: $0) }.first
                return found.map { ($0, 12) }
            case "demanding": return demanded(term, beside: company.all)
            default: return find(term, preposition, company, matched.filter { !objects.contains($0) })
            }
        }
        for object in objects where fits(term, object) { return (object, 10) }
        for child in tree.children(of: verb) {
            switch tokens[child].relation {
            case .xcomp, .advmod, .compoundParticle, .iobj, .oblUnmarked, .oblTemporal, .dep, .ccomp:
                if fits(term, child), child > verb { return (child, 9) }
                // "violated the ceasefire 14 times": some parses make one phrase of what was broken and how often.
                if tokens[child].lemma == "time", let modifier = modifier(term, of: child) { return (modifier, 9) }
            default: continue
            }
        }
        for object in objects where !isPeople(object) {
            if let modifier = modifier(term, of: object) { return (modifier, 7) }
        }
        // "accused them of violating a ceasefire": the object of what was matched before.
        for inner in matched where text.grammar.isVerbal(inner) {
            for object in text.grammar.objects(of: inner) {
                if fits(term, object) { return (object, 10) }
                if let modifier = modifier(term, of: object), !isPeople(object) { return (modifier, 7) }
            }
        }
        return nil
    }

    private func findBesideNoun(
        _ term: ActionTerm,
        _ company: Company,
        matched: [Int]
    ) -> (token: Int, score: Int)? {
        let noun = company.trigger
        if let preposition = term.preposition {
            if preposition == "demanding" { return demanded(term, beside: company.all) }
            return find(term, preposition, company, matched)
        }
        if let modifier = modifier(term, of: noun) { return (modifier, 10) }
        for preposition in ["of", "to"] {
            for (other, object, beside) in company.prepositional where beside == noun && other == preposition {
                if fits(term, object) { return (object, 9) }
            }
        }
        return nil
    }

    /// An object of a preposition that fits, beside what the trigger stands with and then beside what is matched.
    private func find(
        _ term: ActionTerm,
        _ preposition: String,
        _ company: Company,
        _ matched: [Int]
    ) -> (token: Int, score: Int)? {
        for (other, object, _) in company.prepositional where Grammar.isSame(other, preposition) {
            if let hit = hit(term, object) { return hit }
        }
        for head in matched {
            for object in text.grammar.objects(of: preposition, beside: head) {
                if let hit = hit(term, object) { return hit }
            }
        }
        return nil
    }

    private func hit(_ term: ActionTerm, _ object: Int) -> (token: Int, score: Int)? {
        if term.isAny { return (object, 4) }
        for joined in text.grammar.coordinated(object) where fits(term, joined) { return (joined, 11) }
        if let modifier = modifier(term, of: object), !isPeople(object) { return (modifier, 8) }
        // "asked for the delivery of aid"
        guard text.cues(object).contains(.carrierNoun) else { return nil }
        return text.grammar.objects(of: "of", beside: object).first { fits(term, $0) }.map { ($0, 9) }
    }

    /// A noun and the verb whose object it is, to which parsers often attach what belongs to the noun.
    private func site(of noun: Int) -> [Int] {
        guard let verb = tokens[noun].head, text.grammar.isVerbal(verb) else { return [noun] }
        switch tokens[noun].relation {
        case .obj, .nsubjPassive: return [noun, verb]
        default: return [noun]
        }
    }

    /// What those who act want by it: "rallied to demand the release of", "a sit-in calling for reforms".
    private func demanded(_ term: ActionTerm, beside heads: [Int]) -> (token: Int, score: Int)? {
        for head in heads {
            for child in tree.children(of: head) where asks(child) {
                for object in text.grammar.objects(of: child) + text.grammar.objects(of: "for", beside: child)
                where fits(term, object) {
                    return (object, 13)
                }
                for inner in tree.children(of: child) where fits(term, inner) {
                    switch tokens[inner].relation {
                    case .xcomp, .ccomp: return (inner, 13)
                    default: continue
                    }
                }
            }
        }
        return nil
    }

    /// Whether a clause below the trigger is one of asking or demanding.
    private func asks(_ token: Int) -> Bool {
        switch tokens[token].relation {
        case .advcl, .acl, .aclRelative, .xcomp, .conj, .dep: break
        default: return false
        }
        guard let entry = text.lexicon.entry(text.numbers[token]) else { return false }
        return entry.embeddingVerbs.contains { number in
            let group = text.lexicon.embeddings[number].group
            return group == .appeal || group == .demand
        }
    }

    private func fits(_ term: ActionTerm, _ token: Int) -> Bool {
        text.lexicon.fits(term, text.numbers[token])
    }

    private func modifier(_ term: ActionTerm, of noun: Int) -> Int? {
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .compound, .amod, .nmodDescriptive, .nmodUnmarked:
                if fits(term, child) { return child }
                for inner in tree.children(of: child) where fits(term, inner) {
                    switch tokens[inner].relation {
                    case .compound, .conj, .amod: return inner
                    default: continue
                    }
                }
            default: continue
            }
        }
        return nil
    }

    private func isPeople(_ token: Int) -> Bool {
        !text.cues(token).isDisjoint(with: [.people, .body]) && !text.cues(token).contains(.armed)
    }

    /// The heads themselves, all that is joined to them, and what stands in "dozens of …".
    private func unwrapped(_ heads: [Int]) -> [Int] {
        var all: [Int] = []
        for head in heads {
            for token in text.grammar.coordinated(head) {
                all.append(token)
                for child in tree.children(of: token) where tokens[child].relation == .appos { all.append(child) }
                // "dozens of", "a state of emergency"
                if text.cues(token).contains(.quantity) || text.tokens[token].lemma == "state" {
                    for inner in text.grammar.objects(of: "of", beside: token) {
                        all += text.grammar.coordinated(inner)
                    }
                }
            }
        }
        return all
    }

    // MARK: Particles

    /// The particle of a verb, nil where it has none.
    func particle(of verb: Int) -> String? {
        tree.child(of: verb, .compoundParticle).map { tokens[$0].lemma }
    }

    /// Whether a line's particle and the verb's agree; parsers take many particles for adverbs or prepositions.
    func fitsParticle(_ wanted: String?, _ found: String?, _ verb: Int) -> Bool {
        guard let wanted else { return found == nil }
        return found == wanted || particles(of: verb).possible.contains(wanted)
    }

    /// The particle of a verb, and all words that may be one.
    private func particles(of verb: Int) -> (sure: String?, possible: [String]) {
        let sure = particle(of: verb)
        var possible: [String] = sure.map { [$0] } ?? []
        for child in tree.children(of: verb) where child > verb {
            switch tokens[child].relation {
            case .advmod, .case_, .dep, .obl: possible.append(tokens[child].lemma)
            default: continue
            }
        }
        if verb + 1 < tokens.count { possible.append(tokens[verb + 1].lemma) }
        return (sure, possible)
    }
}
