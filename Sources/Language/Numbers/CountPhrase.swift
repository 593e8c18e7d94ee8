// A noun phrase that says how many people it is about.

/// A counted noun phrase of a sentence, by atoms.
struct CountPhrase {
    /// The atoms from its qualifier to its last noun.
    var range: Range<Int>
    /// The atom at which the number, or the article that stands for one, begins.
    var number: Int
    var low: Double
    var high: Double
    var qualifier: Quantity.Qualifier
    /// The atom of the word that stands in for a number.
    var vague: Int?
    /// Whether it only singles out a part of others ("including five children").
    var isPart = false
    /// Whether it is one person by an article or a name and not by a number.
    var isSingle = false
    /// Whether it is a definite one ("the gunman").
    var isDefinite = false
}
