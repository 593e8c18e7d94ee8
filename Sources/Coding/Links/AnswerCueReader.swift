// What the words of an answer tie together, read from the order of the text with the tree as a help.
import EventModel
import Language

/// Finds the acts on both sides of a cue.
///
/// Parsers differ most in what a clause hangs on, so the side that a cue opens is the first act behind it, and the other
/// side the act that stands above it in the tree, or else the one before it.
struct AnswerCueReader: Sendable {
    let text: CodedText
    let acts: ActList

    /// Words between a cue and the act that it opens.
    private static let reach = 16
    /// Sentences in which what "they" did is looked for.
    private static let back = 2

    private var tokens: [Token] { text.tokens }

    /// The answer that a cue tells of, nil where it ties no two acts.
    func answer(_ cue: AnswerCue, sentence: Int) -> Answer? {
        let end = text.document.sentences[sentence].tokens.upperBound
        switch cue.kind {
        case .prompting:
            guard let act = opened(cue.words.upperBound..<end, sentence, isFact: true),
                let cause = cause(before: cue, sentence), cause != act
            else { return nil }
            return Answer(act: act, answered: cause, isNamed: true, isFact: true)
        case .move:
            guard let act = move(cue, end, sentence) else { return nil }
            return Answer(act: act, answered: nil, isNamed: true, verb: cue.head)
        case .follow:
            guard let act = subject(of: cue.head, sentence),
                let cause = opened(cue.words.upperBound..<end, sentence), cause != act, !isSetting(cause)
            else { return nil }
            return Answer(act: act, answered: cause)
        case .sequence, .answer:
            return cue.isFronted ? fronted(cue, sentence, end) : inside(cue, sentence, end)
        }
    }

    // MARK: What a cue opens

    /// "Following X, Y": X up to the comma behind it, Y what the sentence tells.
    private func fronted(_ cue: AnswerCue, _ sentence: Int, _ end: Int) -> Answer? {
        let isNamed = cue.kind == .answer
        let from = cue.words.upperBound
        let cause = cue.hasObject ? opened(from..<end, sentence, isFact: isNamed) : nil
        if let cause, !isNamed, isSetting(cause) { return nil }
        let start = cause.map { last($0) + 1 } ?? from
        // What stands before the first comma is what the cue speaks of.
        guard
            let comma = (start..<max(end, start)).first(where: { tokens[$0].lemma == "," }) ?? (isNamed ? start : nil),
            cause.map({ acts[$0].noun != nil || !isMain($0) }) ?? isNamed,
            let act = main(in: comma..<end, sentence, except: cause)
        else { return nil }
        return Answer(act: act, answered: cause, isNamed: isNamed, isFact: isNamed)
    }

    private func inside(_ cue: AnswerCue, _ sentence: Int, _ end: Int) -> Answer? {
        let isNamed = cue.kind == .answer
        let cause = cue.hasObject ? opened(cue.words.upperBound..<end, sentence, isFact: isNamed) : nil
        guard cause != nil || isNamed else { return nil }
        if let cause, !isNamed, isSetting(cause) { return nil }
        guard let act = above(cue, sentence, except: cause) ?? elsewhere(cue, sentence, cause) else { return nil }
        return Answer(act: act, answered: cause, isNamed: isNamed, isFact: isNamed)
    }

    /// The answer where no act stands before its cue: "responded to the raid by shelling", "They were avenging a raid".
    private func elsewhere(_ cue: AnswerCue, _ sentence: Int, _ cause: Int?) -> Int? {
        guard cue.kind == .answer else { return nil }
        if let cause, text.grammar.isVerbal(cue.head) {
            let end = text.document.sentences[sentence].tokens.upperBound
            let start = last(cause) + 1
            if start < end, let act = opened(start..<end, sentence), isAnswering(acts[act]), isMeans(acts[act], start) {
                return act
            }
        }
        return blow(by: actor(before: cue.words.lowerBound, sentence), before: sentence)
    }

    /// The last actor named before a word in its sentence: "they" of "they say they are taking revenge".
    private func actor(before token: Int, _ sentence: Int) -> Actor? {
        let first = text.document.sentences[sentence].tokens.lowerBound
        return (first..<token).reversed().lazy.compactMap { text.actor(at: $0) }.first { $0.use == .phrase }?.actor
    }

    /// "by shelling", "with air strikes", ", shelling": how something was answered.
    private func isMeans(_ act: Act, _ start: Int) -> Bool {
        let place = heads(act).min() ?? act.trigger
        return (max(place - 4, start)..<max(place, start)).contains { token in
            switch tokens[token].lemma {
            case "by", "with": true
            case ",": tokens[place].tag == "VBG"
            default: false
            }
        }
    }

    /// What was done in answer: "responded by expelling", "hit back on Monday, shelling", "reacted and imposed"; what
    /// another side does is no answer.
    private func move(_ cue: AnswerCue, _ end: Int, _ sentence: Int) -> Int? {
        let told = acts.indices(ofSentence: sentence).filter { index in
            isTold(acts[index])
                && heads(acts[index]).contains {
                    $0 >= cue.words.upperBound && $0 < min(end, cue.words.upperBound + Self.reach)
                }
        }
        guard let act = told.min(by: { acts[$0].trigger < acts[$1].trigger }),
            !(cue.words.upperBound..<acts[act].trigger).contains(where: { [";", ":"].contains(tokens[$0].lemma) })
        else { return nil }
        if let doer = text.actor(before: cue.head)?.actor, !acts[act].source.isEmpty,
            !acts[act].source.contains(where: { $0.isInferred || Sides.compare($0.actor, doer) >= .related })
        {
            return nil
        }
        return act
    }

    /// The last blow that an actor deals in the sentences before.
    private func blow(by actor: Actor?, before sentence: Int) -> Int? {
        guard let actor else { return nil }
        for number in (max(sentence - Self.back, 0)..<sentence).reversed() {
            let found = acts.indices(ofSentence: number).last { index in
                acts[index].meaning.type.quad == .materialConflict && isAnswering(acts[index])
                    && acts[index].source.contains { Sides.compare($0.actor, actor) >= .related }
            }
            if let found { return found }
        }
        return nil
    }

    /// The first act told behind a cue, in its own clause as far as the words show.
    private func opened(_ range: Range<Int>, _ sentence: Int, isFact: Bool = false) -> Int? {
        var best: (act: Int, place: Int)?
        for index in acts.indices(ofSentence: sentence)
        where isTold(acts[index]) || isFact && mayBeFact(acts[index]) {
            let heads = self.heads(acts[index])
            guard let place = heads.min(), place >= range.lowerBound, place < range.upperBound,
                best.map({ place < $0.place || place == $0.place && !acts[index].isReference }) ?? true
            else { continue }
            best = (index, place)
        }
        guard let best, best.place - range.lowerBound < Self.reach,
            !isBroken(range.lowerBound, best.place, acts[best.act])
        else { return nil }
        return sourced(best.act, in: best.place..<range.upperBound) ?? best.act
    }

    /// Whether an act is told as possible only since it stands in an infinitive: "to avenge the killing of".
    private func mayBeFact(_ act: Act) -> Bool {
        guard act.modality == .hypothetical else { return false }
        return !(tokens[act.trigger].head.map { [$0] } ?? []).contains { text.cues($0).contains(.doubtNoun) }
            && !text.tree.children(of: act.trigger).contains { child in
                text.cues(child).contains(.doubtAdjective) || tokens[child].lemma == "any"
                    || tokens[child].relation == .aux && text.cues(child).contains(.doubt)
            }
    }

    /// "the death of its commander, who was killed by": of two tellings of what befell the same the one with its doer.
    private func sourced(_ index: Int, in range: Range<Int>) -> Int? {
        guard acts[index].source.isEmpty, let victim = acts[index].target.first?.head else { return nil }
        return acts.indices(ofSentence: acts[index].sentence).first { other in
            acts[other].meaning.type == acts[index].meaning.type && !acts[other].source.isEmpty
                && range.contains(acts[other].trigger) && acts[other].target.first?.head == victim
        }
    }

    /// What stands behind a cue that is told with it, nil where the cue opens no act.
    func opened(by cue: AnswerCue, sentence: Int) -> Int? {
        opened(cue.words.upperBound..<text.document.sentences[sentence].tokens.upperBound, sentence)
    }

    /// Whether another clause begins between a cue and an act.
    private func isBroken(_ from: Int, _ place: Int, _ act: Act) -> Bool {
        let isBelow = text.tree.isWithin(place, from)
        for token in from..<place {
            switch tokens[token].lemma {
            case ";", ":", "\"", "”", "“": return true
            case ",":
                // "after months of calm, troops shelled": nothing is told before the comma.
                let isVerbBefore = (from..<token).contains { text.grammar.isVerbal($0) }
                if !isVerbBefore, !isBelow, !isWithinCue(place, from) { return true }
            case "and", "but":
                // "after midnight and killed": the verb belongs to what stands before the cue.
                if let head = tokens[act.clause].head, tokens[act.clause].relation == .conj, head < from { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether what a cue opens stands above a word in the tree.
    private func isWithinCue(_ place: Int, _ from: Int) -> Bool {
        guard from > 0, let head = tokens[from - 1].head, head >= from else { return false }
        return text.tree.isWithin(place, head)
    }

    /// Talks and agreements are when something happened, and seldom why; what a clause tells may be.
    private func isSetting(_ index: Int) -> Bool {
        acts[index].noun != nil && acts[index].meaning.type.quad == .verbalCooperation
    }

    // MARK: The other side

    /// The act that the words of a cue belong to: the nearest above it, else before it.
    private func above(_ cue: AnswerCue, _ sentence: Int, except cause: Int?) -> Int? {
        var current = tokens[cue.head].head
        if cue.kind == .sequence, let head = current, head >= cue.words.lowerBound { current = tokens[head].head }
        var steps = 0
        while let here = current, steps < 5 {
            if tokens[here].lemma == "come" || tokens[here].lemma == "happen" || tokens[here].lemma == "occur" {
                if let subject = subject(of: here, sentence), subject != cause { return subject }
            }
            let found = acts.indices(ofSentence: sentence).filter { index in
                index != cause && isAnswering(acts[index])
                    && (heads(acts[index]).contains(here) || acts[index].clause == here)
                    && heads(acts[index]).contains { $0 < cue.words.lowerBound }
            }
            if let sourced = found.first(where: { !acts[$0].source.isEmpty }) { return sourced }
            if let nameless = found.first { return whole(of: nameless, at: here) ?? nameless }
            current = tokens[here].head
            steps += 1
        }
        return before(cue.words.lowerBound, sentence, except: cause) ?? copula(cue, sentence)
    }

    /// Of "entered into an agreement after" the noun alone has no doer.
    private func whole(of index: Int, at token: Int) -> Int? {
        acts.indices(ofSentence: acts[index].sentence).first { other in
            other != index && acts[other].words.contains(token) && !acts[other].source.isEmpty
                && isAnswering(acts[other])
        }
    }

    /// "The attack was a response to": an act of the subject that is only spoken of here.
    private func copula(_ cue: AnswerCue, _ sentence: Int) -> Int? { subject(of: cue.head, sentence) }

    /// The last act told before a word, unless a report stands between ("the president said after").
    private func before(_ token: Int, _ sentence: Int, except cause: Int?) -> Int? {
        var last = token - 1
        while last > 0,
            !text.cues(last).isDisjoint(with: [.time, .quantity]) || tokens[last].upos == .num
                || tokens[last].upos == .det
        {
            last -= 1
        }
        if last >= 0, text.grammar.isVerbal(last), text.cues(last).contains(.reporting) { return nil }
        let first = text.document.sentences[sentence].tokens.lowerBound
        // Behind a semicolon another thing is told.
        let start = (first..<token).last { tokens[$0].lemma == ";" } ?? first
        var best: (act: Int, place: Int)?
        for index in acts.indices(ofSentence: sentence) where index != cause && isAnswering(acts[index]) {
            guard let place = heads(acts[index]).filter({ (start..<token).contains($0) }).max(),
                best.map({ place > $0.place }) ?? true
            else { continue }
            best = (index, place)
        }
        return best?.act
    }

    /// What prompts something: the subject, or what the clause before a participle tells.
    private func cause(before cue: AnswerCue, _ sentence: Int) -> Int? {
        if tokens[cue.head].tag == "VBG", tokens[cue.head].relation != .root {
            return before(cue.head, sentence, except: nil)
        }
        return subject(of: cue.head, sentence) ?? before(cue.head, sentence, except: nil)
    }

    /// The act that the subject of a verb names or points back to.
    private func subject(of verb: Int, _ sentence: Int) -> Int? {
        var subjects = text.grammar.surfaceSubjects(of: verb)
        if subjects.isEmpty, let child = text.tree.child(of: verb, .nsubj, .nsubjPassive) { subjects = [child] }
        for subject in subjects where subject < verb {
            // "The attacks, which came after": what stands before the pronoun.
            if text.grammar.isRelative(subject) {
                if let act = before(subject, sentence, except: nil) { return act }
                continue
            }
            if let act = acts.indices(ofSentence: sentence).first(where: { heads(acts[$0]).contains(subject) }) {
                return act
            }
            if text.cues(subject).contains(.pointing) || isPointer(subject) {
                return main(ofSentence: sentence - 1)
            }
        }
        return nil
    }

    private func isPointer(_ token: Int) -> Bool {
        switch tokens[token].lemma {
        case "it", "this", "that": true
        default: false
        }
    }

    // MARK: The main act of a sentence

    /// The act that a sentence is there to tell, which "the decision" and "the move" of the next one point to.
    private func main(ofSentence sentence: Int) -> Int? {
        guard sentence >= 0 else { return nil }
        return main(in: text.document.sentences[sentence].tokens, sentence, except: nil)
    }

    private func main(in range: Range<Int>, _ sentence: Int, except other: Int?) -> Int? {
        let told = acts.indices(ofSentence: sentence).filter { index in
            index != other && isAnswering(acts[index]) && heads(acts[index]).contains { range.contains($0) }
        }
        return told.first { isMain($0) } ?? told.first
    }

    /// Whether an act stands at the root of its sentence or in what the root reports.
    private func isMain(_ index: Int) -> Bool {
        var current = acts[index].clause
        for _ in 0..<4 {
            switch tokens[current].relation {
            case .root: return true
            case .ccomp, .parataxis, .xcomp, .conj:
                guard let head = tokens[current].head else { return true }
                current = head
            default: return false
            }
        }
        return false
    }

    private func heads(_ act: Act) -> [Int] { [act.trigger] + act.others + (act.noun.map { [$0] } ?? []) }

    private func last(_ index: Int) -> Int { heads(acts[index]).max() ?? acts[index].trigger }

    private func isTold(_ act: Act) -> Bool {
        act.modality == .actual || act.modality == .claimed || act.isReference || act.isBefore(in: text)
    }

    private func isAnswering(_ act: Act) -> Bool {
        !act.isReference && act.modality != .negated && act.modality != .hypothetical
    }
}

extension Act {
    /// "threatened to strike after a raid": what came before is a fact, whatever its clause is.
    func isBefore(in text: CodedText) -> Bool {
        guard modality == .hypothetical, let noun else { return false }
        switch text.grammar.preposition(of: noun) {
        case "after", "following":
            return !text.tree.children(of: noun).contains { text.cues($0).contains(.doubtAdjective) }
        default: return false
        }
    }
}
