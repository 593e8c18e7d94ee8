// Finds the time expressions of a document and resolves them against the article's date.

import Chronology

/// Finds time expressions and gives them values and days.
public struct TimeTagger: Sendable {
    private let vocabulary: Vocabulary
    private let publication: Day?

    /// A tagger for articles of this day; without one only absolute dates get days.
    public init(vocabulary: Vocabulary, publication: Day?) {
        self.vocabulary = vocabulary
        self.publication = publication
    }

    /// The time expressions of a document, in order.
    public func expressions(in document: Document) -> [TimeExpression] {
        expressions(in: document, Atoms(document, vocabulary: vocabulary))
    }

    func expressions(in document: Document, _ atoms: Atoms) -> [TimeExpression] {
        var found: [TimeExpression] = []
        // Values need some day to count from; where there is none, days of relative expressions are dropped again.
        let today = publication ?? Day(number: 0)
        var reference: Day?
        var quarter: CalendarPeriod?
        var period: CalendarPeriod?
        for sentence in atoms.sentences where isWorthReading(atoms, sentence) {
            let words = AtomCursor(
                bytes: document.text.utf8,
                items: atoms.items,
                vocabulary: vocabulary,
                range: sentence
            )
            let tense = Tense(words: words, document: document)
            var grammar = TimeGrammar(
                words: words,
                today: today,
                reference: reference,
                quarter: quarter,
                period: period,
                direction: { tense.direction(at: $0) }
            )
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard canBegin(atoms.items[index]), let match = grammar.match(at: index) else {
                    index += 1
                    continue
                }
                let next = expression(match, words, document)
                if let last = found.last, let joined = Self.dated(last, by: next, document) {
                    found[found.count - 1] = joined
                }
                found.append(next)
                index = max(match.end, index + 1)
                if let day = match.meaning.day { reference = day }
                if case .period(let named) = match.meaning, !match.isBackward {
                    switch named {
                    case .quarter: quarter = named
                    case .year, .decade: period = named
                    default: break
                    }
                }
                (grammar.reference, grammar.quarter, grammar.period) = (reference, quarter, period)
            }
        }
        return found
    }

    /// Whether a sentence holds anything that a time expression needs.
    private func isWorthReading(_ atoms: Atoms, _ sentence: Range<Int>) -> Bool {
        atoms.items[sentence].contains { $0.kind == .number || vocabulary.isTime($0.word) }
    }

    private func canBegin(_ atom: Atom) -> Bool {
        atom.word != 0 || atom.kind == .number || atom.mark == UInt8(ascii: "'")
    }

    private func expression(_ match: TimeMatch, _ words: AtomCursor, _ document: Document) -> TimeExpression {
        let first = words.items[match.start]
        let last = words.items[match.end - 1]
        let bytes = Int(first.lower)..<Int(last.upper)
        var found = TimeExpression(
            tokens: Int(first.token)..<Int(last.token) + 1,
            span: document.text.scalars(bytes),
            text: document.text.string(bytes),
            kind: match.meaning.kind,
            value: match.meaning.value
        )
        found.isRelative = match.isRelative
        found.isVague = match.isVague
        if !Self.isOfNoun(found.tokens, document) { found.link = link(words, match.start) }
        if let publication {
            found.days = match.meaning.days(publication: publication)
        } else if !match.isRelative {
            // "now" is relative too: what changes with the day of publication is not known without one.
            let days = match.meaning.days(publication: Day(number: 0))
            found.days = days == match.meaning.days(publication: Day(number: 20_000)) ? days : nil
        }
        return found
    }

    /// "the early morning of 24 February": a time of day is of the day that stands behind it.
    private static func dated(
        _ time: TimeExpression,
        by date: TimeExpression,
        _ document: Document
    ) -> TimeExpression? {
        guard time.kind == .time, date.kind == .date, let days = date.days, days.isPoint,
            time.tokens.upperBound + 1 == date.tokens.lowerBound,
            document.tokens[time.tokens.upperBound].lemma == "of", date.value.utf8.count == 10,
            time.value.utf8.count > 10
        else { return nil }
        var time = time
        time.value = date.value + time.value.dropFirst(10)
        time.days = days
        return time
    }

    /// "after Monday's attack": the preposition is the noun's, and the day is when it happened.
    private static func isOfNoun(_ tokens: Range<Int>, _ document: Document) -> Bool {
        guard tokens.upperBound < document.tokens.count, let last = tokens.last else { return false }
        switch document.form(tokens.upperBound) {
        case "'s", "’s", "'", "’": return true
        default: break
        }
        guard let head = document.tokens[last].head, head >= tokens.upperBound, head - last <= 4,
            document.tokens[head].upos == .noun
        else { return false }
        switch document.tokens[last].relation {
        case .compound, .nmodPossessive, .amod, .nmodDescriptive, .nummod: return true
        default: return false
        }
    }

    private func link(_ words: AtomCursor, _ start: Int) -> TimeExpression.Link {
        var index = start - 1
        if words.isAny(index, .the) { index -= 1 }
        if words.is(index, .since) { return .since }
        if words.is(index, .from) { return .from }
        if words.isAny(index, .until, .till, .by, .to) { return .until }
        if words.is(index, .before) { return .before }
        if words.is(index, .after) { return .after }
        return .at
    }
}
