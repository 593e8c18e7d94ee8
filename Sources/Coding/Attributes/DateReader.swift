// When an act happened: the time expression that belongs to its clause.
import Chronology
import EventModel
import Language

/// Finds the time of an act among the time expressions of its sentence.
struct DateReader: Sendable {
    let text: CodedText
    let times: [TimeExpression]
    /// By sentence, the indexes of its time expressions.
    let bySentence: [[Int]]

    init(text: CodedText, times: [TimeExpression]) {
        self.text = text
        self.times = times
        var bySentence = [[Int]](repeating: [], count: text.document.sentences.count)
        for (index, time) in times.enumerated() where !time.tokens.isEmpty {
            bySentence[Int(text.sentences[time.tokens.lowerBound])].append(index)
        }
        self.bySentence = bySentence
    }

    /// The days of an act, nil where the text does not tell.
    func days(of act: Act, among acts: ArraySlice<Act>) -> Dating {
        let published = text.article.published
        if let own = act.ownTime, let days = usable(times[own], act) {
            return Dating(days: days, rule: .clause, time: own)
        }
        var best: (days: DaySpan, score: Int, time: Int)?
        for index in bySentence[act.sentence] {
            let time = times[index]
            guard let days = usable(time, act) else { continue }
            let score = self.score(time, act, among: acts)
            if score > 0, best.map({ score > $0.score }) ?? true { best = (days, score, index) }
        }
        if let best {
            let rule: Dating.Rule = best.score >= 3 ? .clause : best.score == 2 ? .sentence : .report
            return Dating(days: best.days, rule: rule, time: best.time)
        }
        guard let published, !act.isAggregate, !isPastPerfect(act.clause), act.modality != .hypothetical else {
            return Dating(rule: .none)
        }
        return Dating(days: DaySpan(published), rule: .publication)
    }

    /// The acts with one for each day on which they were done: "struck on 4 January and 23 January".
    func apart(_ acts: [Act]) -> [Act] {
        guard times.count > 1 else { return acts }
        var found: [Act] = []
        for act in acts {
            let own = days(of: act)
            guard own.count > 1 else {
                found.append(act)
                continue
            }
            for time in own {
                var one = act
                one.ownTime = time
                found.append(one)
            }
        }
        return found
    }

    /// Whether an act can be told of several days.
    static func mayHaveDays(_ act: Act) -> Bool {
        act.meaning.type.quad == .materialConflict && !act.isAggregate && !act.isReference
    }

    /// The times of an act that stand beside it joined by "and", none where there is but one.
    private func days(of act: Act) -> [Int] {
        guard Self.mayHaveDays(act) else { return [] }
        var found: [Int] = []
        for index in bySentence[act.sentence] {
            let time = times[index]
            guard time.kind == .date, let days = usable(time, act), days.isPoint else { continue }
            if let last = found.last {
                guard isJoined(times[last], time), let other = usable(times[last], act), days.start - other.end > 1
                else { continue }
            } else if score(time, act, among: [act][...]) < 4 {
                continue
            }
            found.append(index)
        }
        return found
    }

    /// Whether "and" stands between two times, and no verb.
    private func isJoined(_ first: TimeExpression, _ second: TimeExpression) -> Bool {
        let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        guard (1...6).contains(gap.count), first.link == .at, second.link == .at else { return false }
        return gap.contains { text.tokens[$0].lemma == "and" } && !gap.contains { text.grammar.isVerbal($0) }
    }

    private func usable(_ time: TimeExpression, _ act: Act) -> DaySpan? {
        switch time.kind {
        case .duration, .set: if time.days == nil { return nil }
        case .date, .time: break
        }
        switch time.link {
        case .before, .until, .after, .from: if !act.isAggregate { return nil }
        case .at, .since: break
        }
        guard let days = time.days(publication: text.article.published) else { return nil }
        if let published = text.article.published, days.start > published, act.modality == .actual { return nil }
        return days
    }

    /// 4 for a time that hangs on the act, 3 on its clause, 2 alone in the sentence, 1 on the verb of the report.
    private func score(_ time: TimeExpression, _ act: Act, among acts: ArraySlice<Act>) -> Int {
        guard let anchor = anchor(of: time) else { return 0 }
        var current: Int? = anchor
        var steps = 0
        while let here = current, steps < 12 {
            if here == act.trigger || act.others.contains(here) { return 5 }
            if here == act.clause { return 4 }
            if let other = acts.first(where: { $0.trigger != act.trigger && ($0.trigger == here || $0.clause == here) })
            {
                // "condemned Monday's attack": the day before a noun is the noun's alone.
                if other.noun == here, here == anchor, time.tokens.upperBound <= here { return 0 }
                return text.tree.isWithin(act.trigger, other.clause) && isSameClause(act, other) ? 3 : 0
            }
            if text.grammar.isVerbal(here) { break }
            current = text.tokens[here].head
            steps += 1
        }
        guard let verb = current else { return 0 }
        if text.cues(verb).contains(.reporting), text.tree.isWithin(act.clause, verb) { return 1 }
        if text.tree.isWithin(act.clause, verb) || text.tree.isWithin(verb, act.clause) {
            return 2
        }
        return bySentence[act.sentence].count == 1 ? 1 : 0
    }

    private func isSameClause(_ act: Act, _ other: Act) -> Bool {
        act.clause == other.clause
            || (text.tokens[act.clause].relation == .conj && text.tokens[act.clause].head == other.clause)
            || text.tokens[act.clause].relation == .xcomp || text.tokens[act.clause].relation == .advcl
            || text.tokens[act.clause].relation == .acl
    }

    /// What a time expression depends on.
    private func anchor(of time: TimeExpression) -> Int? {
        for token in time.tokens {
            guard let head = text.tokens[token].head else { continue }
            if !time.tokens.contains(head) { return head }
        }
        return nil
    }

    /// "had attacked": the act lies before what the article tells.
    private func isPastPerfect(_ clause: Int) -> Bool {
        text.tree.children(of: clause).contains { child in
            text.tokens[child].relation == .aux && text.tokens[child].lemma == "have" && text.tokens[child].tag == "VBD"
        }
    }
}
