// The words by which a text ties an act to one before it.

/// A word or two that stand between an answer and what it answers.
struct AnswerCue: Sendable, Equatable {
    /// What the words say.
    enum Kind: Sendable {
        /// "after", "following", "in the wake of": what stands behind them came before.
        case sequence
        /// "in response to", "as revenge for", "to avenge", "responding to": what stands behind them is answered.
        case answer
        /// "responded by", "answered with": what stands behind them is the answer.
        case move
        /// "prompted", "triggering": what stands before them is answered by what stands behind them.
        case prompting
        /// "The raid followed …": the subject answers what stands behind it.
        case follow
    }

    var kind: Kind
    /// The words of the cue; what it opens begins where they end.
    var words: Range<Int>
    /// The word whose place in the tree counts.
    var head: Int
    /// Whether nothing but a measure of time stands before it in its sentence.
    var isFronted: Bool
    /// Whether it is followed by what it speaks of ("in response" alone is not).
    var hasObject = true
}
