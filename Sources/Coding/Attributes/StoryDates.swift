// Days that the other acts of a text give: what came before, and what goes on.
import Chronology
import EventModel
import Language

/// Dates acts whose own words give no day, and takes days back that are another act's.
struct StoryDates: Sendable {
    let text: CodedText
    let acts: ActList
    let times: [TimeExpression]
    /// By sentence, the indexes of its time expressions.
    let bySentence: [[Int]]

    /// Completes the days of the acts.
    func complete(_ dates: inout [Dating], _ answers: [Answer]) {
        let finder = AnswerCueFinder(text: text, kind: .times)
        let reader = AnswerCueReader(text: text, acts: acts)
        for (number, sentence) in text.document.sentences.enumerated()
        where !acts.indices(ofSentence: number).isEmpty {
            goOn(in: number, &dates)
            for cue in finder.cues(in: sentence.tokens) where cue.kind == .sequence {
                guard let act = reader.opened(by: cue, sentence: number) else { continue }
                background(act, cue, answers.first { $0.answered == act }?.act, &dates)
            }
        }
        for answer in answers {
            guard let answered = answer.answered else { continue }
            if acts[answered].sentence == acts[answer.act].sentence, acts[answered].noun != nil, answer.isNamed,
                dates[answered].isOpen
            {
                // "vowed revenge for an attack": the day of the vow is not the attack's.
                dates[answered] = Dating(rule: .background)
            }
            if isTimeOfAnswer(answered, answer.act, dates) { dates[answered] = Dating(rule: .background) }
            putBefore(answered, answer.act, &dates)
        }
    }

    // MARK: What came before

    /// "two days after rebels killed …": the day is counted back, and without a measure it is not known.
    private func background(_ index: Int, _ cue: AnswerCue, _ answer: Int?, _ dates: inout [Dating]) {
        guard !acts[index].isReference, !acts[index].isDefinite, !isOwn(dates[index], behind: cue) else { return }
        dates[index] = Dating(rule: .background)
        guard let measure = measure(before: cue), let answer, let days = dates[answer].days, days.isPoint,
            dates[answer].isTold
        else { return }
        dates[index] = Dating(days: DaySpan(days.start.advanced(by: -measure)), rule: .before, time: dates[answer].time)
    }

    /// Whether a day stands beside the act behind the cue.
    private func isOwn(_ dating: Dating, behind cue: AnswerCue) -> Bool {
        guard let time = dating.time, !dating.isOpen else { return false }
        let first = times[time].tokens.lowerBound
        // Behind a comma the clause of the cue is over.
        return first >= cue.words.upperBound
            && !(cue.words.upperBound..<first).contains { text.tokens[$0].lemma == "," }
    }

    /// "vowed revenge on Sunday for an attack": the day before what was answered is that of the answer alone.
    private func isTimeOfAnswer(_ cause: Int, _ answer: Int, _ dates: [Dating]) -> Bool {
        guard let time = dates[cause].time, time == dates[answer].time, dates[cause].rule != .before,
            dates[cause].rule != .story, acts[cause].sentence == acts[answer].sentence
        else { return false }
        let place = times[time].tokens
        return acts[answer].trigger < place.lowerBound && place.upperBound <= acts[cause].words.lowerBound
    }

    /// The days of "hours", "a day" or "two weeks" before a cue, nil where no number is told.
    private func measure(before cue: AnswerCue) -> Int? {
        let sentence = Int(text.sentences[cue.head])
        guard
            let time = bySentence[sentence].lazy.map({ times[$0] }).last(where: { time in
                time.tokens.upperBound <= cue.words.lowerBound && cue.words.lowerBound - time.tokens.upperBound <= 1
                    || time.tokens.contains(cue.words.lowerBound) && time.tokens.lowerBound < cue.words.lowerBound
            }), time.kind == .duration
        else { return nil }
        return Self.days(time.value)
    }

    /// The days of a TIMEX3 duration: hours are of the same day.
    private static func days(_ value: String) -> Int? {
        if value.hasPrefix("PT") { return 0 }
        guard value.hasPrefix("P"), let unit = value.last, let count = Int(value.dropFirst().dropLast()) else {
            return nil
        }
        switch unit {
        case "D": return count
        case "W": return count * 7
        default: return nil
        }
    }

    /// "Turkey bombed … on Wednesday after rebels killed … on Friday": the Friday before, though a later one has passed.
    private func putBefore(_ cause: Int, _ answer: Int, _ dates: inout [Dating]) {
        guard dates[cause].isTold, dates[answer].isTold, let before = dates[cause].days, let after = dates[answer].days,
            before.isPoint, after.isPoint, before.start > after.start, before.start - after.start < 7,
            let time = dates[cause].time, times[time].isRelative, acts[cause].sentence == acts[answer].sentence,
            times[time].text.lowercased().hasSuffix("day"), !times[time].text.lowercased().hasSuffix("today")
        else { return }
        dates[cause].days = DaySpan(before.start.advanced(by: -7))
    }

    // MARK: What goes on

    /// "They killed two soldiers", "Hours later …": the day of which the sentence before tells.
    private func goOn(in sentence: Int, _ dates: inout [Dating]) {
        guard sentence > 0 else { return }
        let isSameDay = bySentence[sentence].contains { index in
            let words = times[index].text.lowercased()
            return times[index].value.hasPrefix("PT") && (words.hasSuffix("later") || words.hasSuffix("earlier"))
        }
        for index in acts.indices(ofSentence: sentence)
        where dates[index].rule == .publication || isSameDay && dates[index].rule == .none {
            guard !acts[index].isAggregate, isSameDay || isContinued(acts[index]) else { continue }
            let known = acts.indices(ofSentence: sentence - 1).last { other in
                dates[other].isTold && dates[other].days?.isPoint == true
                    && acts[other].meaning.type.quad == .materialConflict
                    && (isSameDay || Sides.compare(acts[other].source, acts[index].source) == .same)
            }
            guard let known else { continue }
            dates[index] = Dating(days: dates[known].days, rule: .story, time: dates[known].time)
        }
    }

    /// Whether a past tense goes on with those of whom the sentence before spoke.
    private func isContinued(_ act: Act) -> Bool {
        guard act.meaning.type.quad == .materialConflict else { return false }
        switch text.tokens[act.clause].tag {
        case "VBD", "VBN", "VBG": break
        default: return false
        }
        return text.grammar.surfaceSubjects(of: act.clause).contains { subject in
            text.tokens[subject].upos == .pron && !text.cues(subject).contains(.firstPerson)
        }
    }
}
