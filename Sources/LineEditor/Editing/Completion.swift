// What the caller offers to complete a text with.

/// The ways in which a text could go on.
public struct Completion: Sendable, Hashable {
    /// One way.
    public struct Candidate: Sendable, Hashable {
        /// What stands in the text afterwards.
        public var text: String
        /// What the list shows; the text itself where there is nothing better.
        public var label: String
        /// What it is, in a few words; empty where the list shows names only.
        public var detail: String

        /// A way to go on, and how it is listed.
        public init(_ text: String, label: String? = nil, detail: String = "") {
            self.text = text
            self.label = label ?? text
            self.detail = detail
        }
    }

    /// How many characters before the cursor the candidates replace.
    public var replacedCount: Int
    /// The candidates, in the order of the list.
    public var candidates: [Candidate]

    /// Nothing to go on with.
    public static let none = Completion(replacedCount: 0, candidates: [])

    /// The ways in which the last so many characters before the cursor could go on.
    public init(replacedCount: Int, candidates: [Candidate]) {
        self.replacedCount = replacedCount
        self.candidates = candidates
    }

    /// The longest beginning that all candidates share.
    var commonPrefix: String {
        guard var prefix = candidates.first?.text else { return "" }
        for candidate in candidates.dropFirst() { prefix = prefix.commonPrefix(with: candidate.text) }
        return prefix
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
