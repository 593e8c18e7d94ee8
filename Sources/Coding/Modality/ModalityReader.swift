// Reads whether an act has happened: negation, tense, doubt, conditions, purposes, what others only say.
import EventModel
import Language

/// Reads the mood of clauses.
struct ModalityReader: Sendable {
    let text: CodedText

    private var tree: ParseTree { text.tree }
    private var tokens: [Token] { text.tokens }

    /// The mood of the clause whose predicate is this token, from its own words only.
    func mood(of clause: Int) -> Mood {
        var mood = Mood()
        for child in tree.children(of: clause) {
            let lemma = tokens[child].lemma
            switch tokens[child].relation {
            case .advmod, .det, .cc:
                if lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "neither" || lemma == "nor"
                    || lemma == "no"
                {
                    if child < clause || lemma == "not" { mood.isNegated = true }
                }
                let cues = text.cues(child)
                if cues.contains(.doubtAdverb) { mood.isDoubtful = true }
                if cues.contains(.claimingAdverb) { mood.isClaimed = true }
            case .aux:
                if lemma == "will" || lemma == "shall" || lemma == "'ll" || lemma == "wo" { mood.isFuture = true }
                let isWould = text.document.form(child).lowercased() == "would"
                if tokens[child].tag == "MD", text.cues(child).contains(.doubt), !isWould { mood.isDoubtful = true }
                if lemma == "would" || text.document.form(child).lowercased() == "would" {
                    // "said it would withdraw": the future as it was told in the past.
                    if isToldInPast(clause) { mood.isFuture = true } else { mood.isDoubtful = true }
                }
            case .mark:
                let cues = text.cues(child)
                if cues.contains(.condition) { mood.isDoubtful = true }
                if tokens[clause].tag == "VBG" {
                    // "comments about attacking", "barred from marching", "warned against striking": not told as done.
                    switch lemma {
                    case "about", "from", "against": mood.isDoubtful = true
                    case "without": mood.isNegated = true
                    default: break
                    }
                }
                if lemma == "to", tokens[clause].relation == .advcl || tokens[clause].relation == .acl {
                    mood.isPurpose = true
                }
            default: continue
            }
        }
        if isInvertedCondition(clause) { mood.isDoubtful = true }
        inheritAuxiliaries(of: clause, into: &mood)
        return mood
    }

    /// "Had Israel attacked, …": an auxiliary at the head of a sentence that is no question opens a condition.
    private func isInvertedCondition(_ clause: Int) -> Bool {
        let sentence = text.document.sentences[Int(text.sentences[clause])].tokens
        guard let first = sentence.first, ["Had", "Were", "Should"].contains(text.document.form(first)) else {
            return false
        }
        let comma = sentence.first { tokens[$0].lemma == "," }
        return comma.map { clause < $0 } ?? false
    }

    private func isToldInPast(_ clause: Int) -> Bool {
        guard let head = tokens[clause].head, tokens[head].tag != "VBZ", tokens[head].tag != "VBP" else { return false }
        switch tokens[clause].relation {
        case .ccomp, .parataxis: return text.cues(head).contains(.reporting)
        default: return false
        }
    }

    /// "will attack and destroy": the second verb shares the first one's auxiliaries.
    private func inheritAuxiliaries(of clause: Int, into mood: inout Mood) {
        guard tokens[clause].relation == .conj, let head = tokens[clause].head, text.grammar.isVerbal(head),
            tree.child(of: clause, .aux, .nsubj, .nsubjPassive) == nil, tokens[clause].tag != "VBD"
        else { return }
        let above = self.mood(of: head)
        if above.isFuture { mood.isFuture = true }
        if above.isDoubtful { mood.isDoubtful = true }
        if above.isPurpose { mood.isPurpose = true }
    }

    /// How the clauses above bear on it: conditions, fears, purposes, and reports.
    func context(of clause: Int) -> Mood {
        var mood = self.mood(of: clause)
        var current = clause
        var steps = 0
        while let head = tokens[current].head, steps < 12 {
            let cues = text.cues(head)
            switch tokens[current].relation {
            case .ccomp, .xcomp, .csubj, .parataxis:
                if cues.contains(.doubtVerb), tokens[current].relation != .parataxis { mood.isDoubtful = true }
                if cues.contains(.claiming) { mood.isClaimed = true }
                let above = self.mood(of: head)
                if tokens[current].relation == .xcomp {
                    // "we have to stop": what must be done is not done yet, what one "had to" do is.
                    if tokens[head].lemma == "have", tokens[head].tag != "VBD", tokens[current].tag == "VB" {
                        mood.isDoubtful = true
                    }
                    mood.isDoubtful = mood.isDoubtful || above.isDoubtful
                    mood.isNegated = mood.isNegated || above.isNegated
                    mood.isFuture = mood.isFuture || above.isFuture
                    mood.isPurpose = mood.isPurpose || above.isPurpose
                } else if above.isNegated, cues.contains(.reporting), tokens[current].relation == .ccomp {
                    mood.isDoubtful = true
                }
            case .advcl:
                // "threatened to strike after a raid destroyed …": what came before is a fact, whatever stands above.
                if isToldAsPast(current) { return isQuestion(clause) ? doubtful(mood) : mood }
                let above = self.mood(of: current)
                if above.isDoubtful { mood.isDoubtful = true }
                if above.isPurpose { mood.isPurpose = true }
            case .acl:
                if cues.contains(.doubtNoun), tokens[current].tag != "VBN" { mood.isDoubtful = true }
            case .conj: break
            case .aclRelative: break
            default: break
            }
            current = head
            steps += 1
        }
        if isQuestion(clause) { mood.isDoubtful = true }
        return mood
    }

    /// Whether a clause is opened by "after", "because" or "since".
    private func isToldAsPast(_ clause: Int) -> Bool {
        guard let mark = tree.child(of: clause, .mark) else { return false }
        switch tokens[mark].lemma {
        case "after", "because", "since": return tokens[clause].tag == "VBD" || tokens[clause].tag == "VBN"
        default: return false
        }
    }

    private func doubtful(_ mood: Mood) -> Mood {
        var mood = mood
        mood.isDoubtful = true
        return mood
    }

    /// Whether a noun is only thought of: "prevent attacks", "fear of an attack", "any attack", "no attack".
    func isDoubtful(noun: Int) -> (doubtful: Bool, negated: Bool) {
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .det:
                if tokens[child].lemma == "no" { return (true, true) }
                if tokens[child].lemma == "any" { return (true, false) }
            case .amod:
                if text.cues(child).contains(.doubtAdjective) { return (true, false) }
            default: continue
            }
        }
        // "attacks launched by": what has been carried out is a fact, whatever stands above.
        for child in tree.children(of: noun) where tokens[child].relation == .acl && tokens[child].tag == "VBN" {
            if text.lexicon.entry(text.numbers[child])?.light.isEmpty == false { return (false, false) }
        }
        var current = noun
        var steps = 0
        while let head = tokens[current].head, steps < 4 {
            let cues = text.cues(head)
            switch tokens[current].relation {
            case .nmod, .compound, .appos:
                if cues.contains(.doubtNoun) { return (true, false) }
            case .obj, .obl, .nsubjPassive, .xcomp, .acl, .advcl:
                if cues.contains(.doubtVerb), text.grammar.isVerbal(head) { return (true, false) }
                if text.grammar.isVerbal(head) { return (false, false) }
            case .conj: break
            default: if text.grammar.isVerbal(head) { return (false, false) }
            }
            current = head
            steps += 1
        }
        return (false, false)
    }

    private func isQuestion(_ token: Int) -> Bool {
        let sentence = text.document.sentences[Int(text.sentences[token])]
        guard let last = sentence.tokens.last else { return false }
        return text.document.form(last) == "?"
    }
}
