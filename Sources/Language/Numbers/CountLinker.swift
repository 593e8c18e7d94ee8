// Says which counted phrases of a sentence a word such as "killed" or "dead" is about.

/// The words that say what befell people, tied to the phrases that count them.
struct CountLinker {
    let words: AtomCursor
    let document: Document
    let phrases: [CountPhrase]

    /// The counts that the word at an index gives.
    func counts(at index: Int) -> [(CasualtyCount.Kind, CountPhrase)] {
        let word = words.items[index].word
        guard word != 0, words.vocabulary.isCue(word) else { return [] }
        if words.is(index, .casualties) {
            // "casualties" may be either; that there were none says both.
            return words.is(index - 1, .no) ? tie(.killed, [zero(index - 1)]) + tie(.wounded, [zero(index - 1)]) : []
        }
        if let kind = kind(index, .harm), !words.isAny(index - 1, .the, .a, .this, .that) {
            return tie(kind, chainRight(index + 1))
        }
        if let kind = kind(index, .harming) {
            let next = words.is(index + 1, .of) ? index + 2 : index + 1
            return tie(kind, chainRight(next))
        }
        if let kind = kind(index, .harmed) { return tie(kind, harmed(index, kind)) }
        if let kind = kind(index, .suffer) { return tie(kind, sufferers(index)) }
        if let kind = kind(index, .state) { return tie(kind, state(index, kind)) }
        if let kind = kind(index, .toll) { return tie(kind, toll(index, kind)) }
        return []
    }

    private func kind(_ index: Int, _ role: WordRole) -> CasualtyCount.Kind? {
        words.text(index, role).flatMap(CasualtyCount.Kind.init)
    }

    private func tie(_ kind: CasualtyCount.Kind, _ phrases: [CountPhrase]) -> [(CasualtyCount.Kind, CountPhrase)] {
        phrases.map { (kind, $0) }
    }

    // MARK: By kind of word

    private func harmed(_ index: Int, _ kind: CasualtyCount.Kind) -> [CountPhrase] {
        let passive = isPassive(index)
        if !passive {
            var next = index + 1
            // "killed and wounded 12", "shot and killed three".
            if words.isAny(next, .and, .or), words.has(next + 1, .harmed) { next += 2 }
            let object = chainRight(next)
            if !object.isEmpty { return object }
            if words.isAny(next, .him), !words.isAny(index - 1, .have, .has, .had) { return [] }
        }
        var victims = before(index, isFinite: passive)
        if victims.isEmpty, passive, let named = named(index) { victims = [named] }
        if words.is(skipHelps(index), .none) { return [] }
        return withAddition(victims, index)
    }

    private func sufferers(_ index: Int) -> [CountPhrase] {
        let victims = before(index, isFinite: true)
        return withAddition(victims.filter { !($0.isSingle && $0.isDefinite) }, index)
    }

    private func state(_ index: Int, _ kind: CasualtyCount.Kind) -> [CountPhrase] {
        if words.isAny(index - 1, .the) { return [] }
        // "shot dead three people"
        if words.is(index - 1, .shot) {
            let object = chainRight(index + 1)
            if !object.isEmpty { return object }
        }
        let at = skipHelps(index)
        if kind == .killed, words.isAny(at, .him, .her, .them), !words.is(at, .them) { return [one(at)] }
        let isFinite = words.isAny(index - 1, .was, .were, .is, .are, .been, .be) || at < index - 1
        let victims = before(index, isFinite: isFinite)
        // One is taken hostage once and held captive ever after.
        if kind == .captured, let first = victims.first,
            !(at..<index).contains(where: { words.isAny($0, .taken) }),
            !words.isAny(first.range.lowerBound - 1, .take, .took, .taking)
        {
            return []
        }
        return withAddition(victims, index).filter { kind != .missing || !($0.isSingle && $0.isDefinite) }
    }

    private func toll(_ index: Int, _ kind: CasualtyCount.Kind) -> [CountPhrase] {
        if words.is(index, .toll) { return tollFigure(index) }
        if words.is(index + 1, .toll) { return [] }
        if words.is(index + 1, .of) {
            let victims = chainRight(index + 2)
            if !victims.isEmpty { return victims }
        }
        if words.isAny(index - 1, .no) { return [zero(index - 1)] }
        if let own = phrases.last(where: { $0.range.upperBound == index && !$0.isSingle }) { return [own] }
        var at = index - 1
        while at > index - 4, words.range.contains(at), !hasSufferer(at) { at -= 1 }
        return hasSufferer(at) ? before(at, isFinite: true) : []
    }

    /// "suffered minor injuries", "were diagnosed with brain injuries": whose they are stands before.
    private func hasSufferer(_ index: Int) -> Bool {
        words.isAny(index, .sustained, .suffered, .suffering)
            || words.isAny(index, .diagnosed, .treated) && words.isAny(index + 1, .with, .for)
    }

    /// The figure of "the death toll … has risen to 18".
    private func tollFigure(_ index: Int) -> [CountPhrase] {
        guard let next = phrases.first(where: { $0.range.lowerBound > index && !$0.isSingle && !$0.isPart }) else {
            return []
        }
        let gap = (index + 1)..<next.range.lowerBound
        guard gap.count < 25, !gap.contains(where: { words.isMark($0, ";") || words.isMark($0, "\"") }) else {
            return []
        }
        guard
            words.isAny(next.range.lowerBound - 1, .of, .to, .at, .was, .is, .over, .than) || gap.count <= 3
                || isFigure(next)
        else { return [] }
        return [next]
    }

    private func isFigure(_ phrase: CountPhrase) -> Bool { words.number(phrase.number) != nil }

    // MARK: Victims behind

    /// The phrase that begins at an index and those joined to it by commas and "and".
    private func chainRight(_ start: Int) -> [CountPhrase] {
        var index = start
        // "killed instantly three people", "killed at the scene" has none.
        if isAdverb(index) { index += 1 }
        guard var at = phrases.firstIndex(where: { $0.range.lowerBound == index }) else { return [] }
        var chain = [phrases[at]]
        while at + 1 < phrases.count, isJoined(phrases[at], phrases[at + 1]), !hasOwnCue(phrases[at + 1]) {
            at += 1
            chain.append(phrases[at])
        }
        return chain
    }

    /// Whether nothing but a comma and "and" stands between two phrases.
    private func isJoined(_ first: CountPhrase, _ second: CountPhrase) -> Bool {
        guard !second.isPart, !isOfThem(second) else { return false }
        let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
        guard !gap.isEmpty, gap.count <= 4 else { return false }
        return gap.allSatisfy {
            words.isMark($0, ",") || words.isAny($0, .and, .or, .as, .well, .along, .with)
        }
    }

    /// "12 people, three of them children": a part of those already counted.
    private func isOfThem(_ phrase: CountPhrase) -> Bool {
        let end = phrase.range.upperBound
        if words.is(end, .of), words.isAny(end + 1, .them, .whom) { return true }
        return words.is(end - 1, .of) && words.isAny(end, .them, .whom)
            || (phrase.range.lowerBound..<end).contains { words.isAny($0, .them, .whom) }
    }

    /// Whether a phrase is the subject of a word of its own: "and two wounded", "and two were wounded".
    private func hasOwnCue(_ phrase: CountPhrase) -> Bool {
        var index = phrase.range.upperBound
        while words.range.contains(index), words.has(index, .helps), index - phrase.range.upperBound < 6 { index += 1 }
        return words.has(index, .harmed) || words.has(index, .state) || words.has(index, .suffer)
            || words.has(index, .toll)
    }

    // MARK: Victims before

    /// The phrases before a participle, an adjective or a verb whose subject is the victim.
    private func before(_ cue: Int, isFinite: Bool) -> [CountPhrase] {
        // "thousands of displaced people"
        if words.is(cue - 1, .of) { return phrases.last { $0.range.upperBound == cue }.map { [$0] } ?? [] }
        var index = skipHelps(cue)
        while words.isMark(index, "'") || words.isMark(index, "\"") { index -= 1 }
        if words.isAny(index, .who, .that, .which) { index -= 1 }
        if words.isMark(index, ",") || words.isMark(index, "-") && !words.isGlued(index) || words.isMark(index, ")"),
            let open = opening(index)
        {
            if let victims = ending(at: open - 1), !victims.isEmpty { return victims }
        }
        if let victims = ending(at: index), !victims.isEmpty { return victims }
        guard isFinite else { return [] }
        return subject(cue)
    }

    /// The phrases that end with the atom at an index.
    private func ending(at index: Int) -> [CountPhrase]? {
        guard var at = phrases.lastIndex(where: { $0.range.contains(index) && index - $0.range.upperBound < 1 }) else {
            return nil
        }
        guard phrases[at].range.upperBound == index + 1 else { return nil }
        var chain = [phrases[at]]
        while at > 0, !phrases[at].isPart, isJoined(phrases[at - 1], phrases[at]), !isTakenBefore(phrases[at - 1]) {
            at -= 1
            chain.insert(phrases[at], at: 0)
        }
        return chain
    }

    /// Whether a phrase is the object of a word before it.
    private func isTakenBefore(_ phrase: CountPhrase) -> Bool {
        let index = phrase.range.lowerBound - 1
        return words.has(index, .harming) || words.has(index, .harm) || (words.has(index, .harmed) && !isPassive(index))
    }

    /// The opening comma, dash or bracket of what stands between the subject and its verb.
    private func opening(_ close: Int) -> Int? {
        let mark = words.items[close].mark
        var index = close - 1
        while index > max(words.range.lowerBound, close - 16) {
            if words.isMark(index, mark == UInt8(ascii: ")") ? "(" : Character(UnicodeScalar(mark))),
                mark != UInt8(ascii: "-") || !words.isGlued(index)
            {
                return index
            }
            index -= 1
        }
        return nil
    }

    /// The index of the last atom before auxiliaries and adverbs.
    private func skipHelps(_ cue: Int) -> Int {
        var index = cue - 1
        while words.range.contains(index) {
            let joins = words.isAny(index, .and, .or) && words.has(index - 1, .helps)
            guard
                words.has(index, .helps) && !words.isAny(index, .and) || joins || isAdverb(index) || isPairedCue(index)
            else { break }
            index -= 1
        }
        return index
    }

    /// The "killed or" of "killed or wounded".
    private func isPairedCue(_ index: Int) -> Bool {
        words.has(index, .harmed) && words.isAny(index + 1, .and, .or)
            || words.isAny(index, .and, .or) && words.has(index - 1, .harmed)
    }

    private func isAdverb(_ index: Int) -> Bool {
        guard words.range.contains(index), words.items[index].kind == .word, !words.isCapital(index) else {
            return false
        }
        let atom = words.items[index]
        guard atom.upper - atom.lower > 4 else { return false }
        return words.bytes[Int(atom.upper) - 1] == UInt8(ascii: "y")
            && words.bytes[Int(atom.upper) - 2] == UInt8(ascii: "l")
            && !words.has(index, .set)
    }

    private func isPassive(_ cue: Int) -> Bool {
        var index = cue - 1
        while words.range.contains(index), words.has(index, .helps) || isAdverb(index) || isPairedCue(index) {
            if words.isAny(index, .was, .were, .is, .are, .be, .been, .being, .got) { return true }
            index -= 1
        }
        return false
    }

    /// The subject of a finite verb that does not stand beside it: by the tree, else the first phrase of the clause.
    private func subject(_ cue: Int) -> [CountPhrase] {
        let token = Int(words.items[cue].token)
        if let subject = treeSubject(token), let phrase = phrases.first(where: { holds($0, subject) }) {
            return [phrase]
        }
        var start = cue
        while start > words.range.lowerBound, !isClauseStart(start - 1) { start -= 1 }
        let first = phrases.first {
            $0.range.lowerBound >= start && $0.range.upperBound <= cue && !$0.isPart && !$0.isSingle
        }
        return first.map { [$0] } ?? []
    }

    private func holds(_ phrase: CountPhrase, _ token: Int) -> Bool {
        let first = Int(words.items[phrase.range.lowerBound].token)
        let last = Int(words.items[phrase.range.upperBound - 1].token)
        return first <= token && token <= last && !phrase.isPart
    }

    private func treeSubject(_ verb: Int) -> Int? {
        var at: Int? = verb
        var steps = 0
        while let current = at, steps < 4 {
            for index in max(0, current - 40)..<current where document.tokens[index].head == current {
                let relation = document.tokens[index].relation
                if relation == .nsubj || relation == .nsubjPassive { return index }
            }
            guard [.conj, .xcomp, .advcl].contains(document.tokens[current].relation) else { return nil }
            at = document.tokens[current].head
            steps += 1
        }
        return nil
    }

    private func isClauseStart(_ index: Int) -> Bool {
        if words.isMark(index, ";") || words.isMark(index, ":") { return true }
        if words.is(index, .as) {
            return !words.isAny(index + 1, .many, .few, .much) && !words.isAny(index - 1, .many, .few, .much)
        }
        return words.isAny(index, .that, .after, .who, .which, .before, .but, .since)
    }

    // MARK: Single victims

    /// One person by name or pronoun before a passive: "Officer Jane Doe was killed", "he was wounded".
    private func named(_ cue: Int) -> CountPhrase? {
        guard words.isAny(cue - 1, .was, .been, .is, .being) || words.isAny(cue - 2, .was, .been, .is) else {
            return nil
        }
        var index = skipHelps(cue)
        let singular =
            (index + 1..<cue).contains { words.isAny($0, .was, .has, .is) }
            || (index + 1..<cue).contains { words.is($0, .had) }
        guard singular else { return nil }
        if words.isMark(index, ","), let open = opening(index) { index = open - 1 }
        if words.isAny(index, .he, .she) { return one(index) }
        guard words.isCapital(index), words.isCapital(index - 1), !isCommon(index),
            words.range.contains(index - 1)
        else { return nil }
        return one(index)
    }

    private func isCommon(_ index: Int) -> Bool {
        words.has(index, .breaks) || words.has(index, .weekday) || words.has(index, .group)
            || words.has(index, .organisation)
    }

    private func one(_ index: Int) -> CountPhrase {
        CountPhrase(
            range: index..<index + 1,
            number: index,
            low: 1,
            high: 1,
            qualifier: .exact,
            isSingle: true,
            isDefinite: true
        )
    }

    private func zero(_ index: Int) -> CountPhrase {
        CountPhrase(range: index..<index + 1, number: index, low: 0, high: 0, qualifier: .exact)
    }

    /// What stands behind the verb: "as well as the assailant", the figure in "dozens injured, including 26 officers".
    private func withAddition(_ victims: [CountPhrase], _ cue: Int) -> [CountPhrase] {
        guard let last = victims.last else { return victims }
        var index = cue + 1
        if words.isMark(index, ",") { index += 1 }
        if words.is(index, .as), words.is(index + 1, .well), words.is(index + 2, .as) {
            return victims + chainRight(index + 3)
        }
        if last.vague != nil, words.is(index, .including),
            let part = phrases.first(where: { $0.range.lowerBound == index + 1 })
        {
            return victims + [part]
        }
        return victims
    }
}
