// What the auxiliaries and adverbs of a clause say of it.

/// How a clause is told.
struct Mood: Sendable {
    /// "not", "never", "no".
    var isNegated = false
    /// "will", "going to".
    var isFuture = false
    /// "may", "would", "if", a question, a wish.
    var isDoubtful = false
    /// "reportedly", "claims that".
    var isClaimed = false
    /// An order ("Stop the war!") or a bare infinitive of purpose.
    var isPurpose = false
}
