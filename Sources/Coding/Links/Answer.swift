// That one act answers another.

/// An act that the text says answers another.
struct Answer: Sendable, Equatable {
    /// The act that answers.
    var act: Int
    /// What it answers, nil where the words only say that it is an answer ("retaliated").
    var answered: Int?
    /// Whether the words name an answer ("in response to") and not only what came before ("after").
    var isNamed = false
    /// Whether the words make facts of acts that stand in the infinitive: "prompted Ankara to send troops", "to avenge
    /// the killing of".
    var isFact = false
    /// The verb whose subject answers ("The coalition answered with strikes"), nil where the act's own words tell it.
    var verb: Int?
}
