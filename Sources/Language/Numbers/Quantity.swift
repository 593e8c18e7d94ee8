// A number of things as the text gives it: exact, rounded, bounded, or a word such as "dozens".

/// A number of things.
public struct Quantity: Sendable, Equatable {
    /// What the words before a number say of it.
    public enum Qualifier: String, Sendable {
        /// Nothing: the number is meant as it stands.
        case exact = ""
        /// "some 80", "about 80", "nearly 80".
        case about = "~"
        /// "at least 34".
        case atLeast = ">="
        /// "more than 200".
        case moreThan = ">"
        /// "up to 100", "as many as 100".
        case atMost = "<="
        /// "fewer than 10".
        case lessThan = "<"
    }

    /// The least number that it can stand for.
    public var low: Double
    /// The greatest number that it can stand for.
    public var high: Double
    /// What the words before the number say of it.
    public var qualifier: Qualifier
    /// The word that stands in for a number ("dozens", "several"), or nil.
    public var word: String?

    /// The figure that the text asserts, or nil for "dozens" and the like.
    public var figure: Int? { word == nil && low.magnitude < 1e15 ? Int(low) : nil }

    /// The qualifier as a sign, or the word that stands in for the number.
    public var mark: String { word ?? qualifier.rawValue }
}
