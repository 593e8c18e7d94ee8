// Finds the words that tie answers to what they answer, from the words alone and not from the tree.
import EventModel
import Language

/// Finds cues of answers in sentences.
struct AnswerCueFinder: Sendable {
    /// What is looked for: "since" tells when something was done, and not why.
    enum Purpose: Sendable {
        case answers, times
    }

    let text: CodedText
    var kind = Purpose.answers

    private var tokens: [Token] { text.tokens }

    /// The cues of a sentence, from left to right.
    func cues(in sentence: Range<Int>) -> [AnswerCue] {
        var found: [AnswerCue] = []
        for token in sentence {
            guard let cue = cue(at: token, sentence), found.last?.words.overlaps(cue.words) != true else { continue }
            found.append(cue)
        }
        return found
    }

    private func cue(at token: Int, _ sentence: Range<Int>) -> AnswerCue? {
        let lemma = tokens[token].lemma
        switch lemma {
        case "after": return isPreposition(token) ? sequence(token, token..<(token + 1), sentence) : nil
        case "since":
            guard kind == .times, isPreposition(token) else { return nil }
            return sequence(token, token..<(token + 1), sentence)
        case "follow", "following": return follow(token, sentence)
        case "wake", "aftermath":
            guard token + 1 < sentence.upperBound, token > sentence.lowerBound, tokens[token + 1].lemma == "of",
                tokens[token - 1].lemma == "the"
            else { return nil }
            return sequence(token, max(token - 2, sentence.lowerBound)..<(token + 2), sentence)
        case "heel":
            guard token + 1 < sentence.upperBound, token >= sentence.lowerBound + 2, tokens[token + 1].lemma == "of",
                tokens[token - 2].lemma == "on"
            else { return nil }
            return sequence(token, (token - 2)..<(token + 2), sentence)
        default: break
        }
        let cues = text.cues(token)
        if cues.contains(.answerNoun), tokens[token].upos == .noun { return noun(token, sentence) }
        guard text.grammar.isVerbal(token) else { return nil }
        if cues.contains(.answerVerb) { return verb(token, token, sentence) }
        if isBlowBack(token) { return verb(token, token + 1, sentence) }
        if cues.contains(.following), lemma != "succeed" { return prompting(token, sentence) }
        return nil
    }

    /// "hit back", "struck back": a blow that answers one.
    private func isBlowBack(_ token: Int) -> Bool {
        guard token + 1 < tokens.count, tokens[token + 1].lemma == "back" else { return false }
        switch tokens[token].lemma {
        case "hit", "strike", "fire", "fight", "shoot", "lash": return true
        default: return false
        }
    }

    /// "prompted", and turned round "was prompted by".
    private func prompting(_ token: Int, _ sentence: Range<Int>) -> AnswerCue {
        if token + 1 < sentence.upperBound, tokens[token + 1].lemma == "by" {
            return AnswerCue(kind: .answer, words: token..<(token + 2), head: token, isFronted: false)
        }
        return AnswerCue(kind: .prompting, words: token..<(token + 1), head: token, isFronted: false)
    }

    /// "after", where it is no part of a verb ("look after", "named after") and no adverb ("soon after").
    private func isPreposition(_ token: Int) -> Bool {
        guard tokens[token].upos != .adv, token + 1 < tokens.count, tokens[token + 1].upos != .punct else {
            return false
        }
        guard token > 0 else { return true }
        switch tokens[token - 1].lemma {
        case "look", "name", "seek", "chase", "go", "model", "take", "run": return false
        default: return true
        }
    }

    private func sequence(_ head: Int, _ words: Range<Int>, _ sentence: Range<Int>) -> AnswerCue {
        AnswerCue(kind: .sequence, words: words, head: head, isFronted: isFronted(words.lowerBound, sentence))
    }

    private func follow(_ token: Int, _ sentence: Range<Int>) -> AnswerCue? {
        let form = text.document.form(token).lowercased()
        let words = token..<(token + 1)
        let isBound = text.tree.child(of: token, .aux, .auxPassive, .cop) != nil
        if form == "following" {
            let isPlain = token == sentence.lowerBound || tokens[token - 1].upos != .det
            return isPlain && !isBound && tokens[token].relation != .amod ? sequence(token, words, sentence) : nil
        }
        // "was followed by" turns it round.
        guard text.grammar.isVerbal(token), !text.grammar.isPassive(token) else { return nil }
        return AnswerCue(kind: .follow, words: words, head: token, isFronted: false)
    }

    /// "in response to", "in apparent retaliation for", "as a direct response to", "were revenge for".
    private func noun(_ token: Int, _ sentence: Range<Int>) -> AnswerCue? {
        var first = token
        while first > sentence.lowerBound, token - first < 4 {
            let before = tokens[first - 1]
            if before.upos == .adj || before.upos == .det || before.upos == .adv { first -= 1 } else { break }
        }
        guard first > sentence.lowerBound else { return nil }
        let opener = tokens[first - 1]
        let isTaken = ["take", "exact", "seek"].contains(opener.lemma)
        let isOpened = ["in", "as", "by"].contains(opener.lemma) || opener.lemma == "be" || isTaken
        let next = token + 1 < sentence.upperBound ? tokens[token + 1].lemma : ""
        var end = token + 1
        if ["to", "for", "against", "at", "over", "after"].contains(next) { end += 1 }
        // "in retaliation against Israel for the killing": whom the answer hits stands before what it answers.
        if ["against", "on", "at"].contains(next), let ground = ground(after: token + 2, sentence) { end = ground + 1 }
        let opens = end > token + 1
        guard isOpened else { return nil }
        switch tokens[token].lemma {
        case "return": if next == "for" { return nil }  // an exchange
        case "protest": if !opens { return nil }
        case "answer", "reply", "response", "reaction": if opener.lemma != "in", !opens { return nil }
        default: break
        }
        if opener.lemma == "be" || isTaken, !opens { return nil }
        return AnswerCue(
            kind: .answer,
            words: (first - 1)..<end,
            head: token,
            isFronted: isFronted(first - 1, sentence),
            hasObject: opens
        )
    }

    /// The "for" that opens what is answered behind whom the answer hits.
    private func ground(after token: Int, _ sentence: Range<Int>) -> Int? {
        for here in token..<max(min(token + 8, sentence.upperBound - 1), token) {
            if tokens[here].upos == .punct || text.grammar.isVerbal(here) { return nil }
            if tokens[here].lemma == "for" { return here }
        }
        return nil
    }

    /// "responding to", "retaliated for", "to avenge", "responded by", "answered with"; `last` is the last word of it.
    private func verb(_ token: Int, _ last: Int, _ sentence: Range<Int>) -> AnswerCue? {
        let next = last + 1 < sentence.upperBound ? tokens[last + 1].lemma : ""
        let isFronted =
            isFronted(token, sentence) || token == sentence.lowerBound + 1 && tokens[token - 1].lemma == "to"
        switch next {
        case "by", "with":
            return AnswerCue(kind: .move, words: token..<(last + 2), head: token, isFronted: false)
        case "to", "for", "against", "after":
            return AnswerCue(kind: .answer, words: token..<(last + 2), head: token, isFronted: isFronted)
        default:
            switch tokens[token].lemma {
            case "avenge":
                return AnswerCue(kind: .answer, words: token..<(token + 1), head: token, isFronted: isFronted)
            case "reply", "retort", "answer": return nil  // in words
            default:
                // "hit back on Monday, shelling": what is told behind is how.
                if next == "that" || next == ":" { return nil }
                return AnswerCue(kind: .move, words: token..<(last + 1), head: token, isFronted: false)
            }
        }
    }

    /// Whether nothing but a measure of time stands before a word: "Hours after", "Just two days after".
    private func isFronted(_ token: Int, _ sentence: Range<Int>) -> Bool {
        var first = sentence.lowerBound
        while first < token, text.isDateline(first) { first += 1 }
        return token - first <= 5
            && (first..<token).allSatisfy { before in
                switch tokens[before].upos {
                case .num, .det, .adv, .cconj: return true
                case .adj: return text.cues(before).contains(.quantity) || tokens[before].lemma == "less"
                default: return !text.cues(before).isDisjoint(with: [.time, .quantity])
                }
            }
    }
}
