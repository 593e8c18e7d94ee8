// How an example of a rule came out.
import EventModel

/// How an example came out.
public struct ExampleResult: Sendable {
    /// The rule's id.
    public var rule: String
    /// Whether the rule had to fire.
    public var mustFire: Bool
    /// The example's place in its list, from 1.
    public var number: Int
    /// What the example shows, as far as it says.
    public var note: String?
    /// Whether it came out as it should.
    public var passed: Bool
    /// What was asked for, in words.
    public var expected: String
    /// What came out, in words.
    public var got: String
    /// What came out otherwise than expected, a thing each; empty where there was no alert to compare.
    public var differences: [ExampleDifference] = []
    /// Why the rule did not fire where it had to: how far it got; nil where that does not apply.
    public var nearMiss: NearMiss?
    /// The near miss in words, with the example's events by their places and articles' by their sentences.
    public var nearMissText: String?
    /// What the rule found, as snapshots keep it.
    public var found = ""
    /// How long it took, in seconds.
    public var seconds = 0.0
    /// Where the rule stands.
    public var location: SourceLocation

    /// The list and the place in it: `fires[1]`.
    public var place: String { "\(mustFire ? "fires" : "silent")[\(number)]" }
}
