// What an example asked for and did not get.

/// One thing that came out otherwise than an example expects.
public struct ExampleDifference: Sendable, Hashable {
    /// What it is about: `alerts`, `severity`, `reply.date`.
    public var subject: String
    /// What was asked for, in words.
    public var expected: String
    /// What came instead, in words.
    public var got: String

    /// A difference.
    public init(_ subject: String, expected: String, got: String) {
        self.subject = subject
        self.expected = expected
        self.got = got
    }
}

extension ExampleDifference: CustomStringConvertible {
    /// `reply.date: expected 2024-01-24, got 2024-01-23`.
    public var description: String { "\(subject): expected \(expected), got \(got)" }
}
