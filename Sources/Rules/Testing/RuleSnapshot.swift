// What the examples of a rule found when its author last looked, to be compared with what they find now.

/// The snapshot of one rule: a heading for each example, and the alerts below it.
public struct RuleSnapshot: Sendable, Equatable {
    private var sections: [(place: String, found: String)] = []

    /// The snapshot of results, which a tester with `keepsFound` made.
    public init(_ results: [ExampleResult]) {
        sections = results.map { ($0.place, $0.found) }
    }

    /// Reads the text of a snapshot.
    public init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("fires[") || line.hasPrefix("silent[") {
                sections.append((String(line), ""))
            } else if !sections.isEmpty, line != "  nothing" {
                let last = sections.count - 1
                sections[last].found += (sections[last].found.isEmpty ? "" : "\n") + line
            }
        }
    }

    /// The text that is kept in a file.
    public var text: String {
        sections.map { "\($0.place)\n\($0.found.isEmpty ? "  nothing" : $0.found)\n" }.joined()
    }

    /// How results differ from this snapshot, as the results with these differences and failed.
    public func compared(_ results: [ExampleResult]) -> [ExampleResult] {
        results.map { result in
            var result = result
            let kept = sections.first { $0.place == result.place }?.found
            guard kept != result.found else { return result }
            result.passed = false
            guard let kept else {
                result.differences.append(
                    ExampleDifference("snapshot", expected: "an entry for \(result.place)", got: "none")
                )
                return result
            }
            let before = kept.split(separator: "\n").map(String.init)
            let now = result.found.split(separator: "\n").map(String.init)
            for change in now.difference(from: before) {
                switch change {
                case .remove(_, let line, _):
                    let line = line.trimmed
                    result.differences.append(ExampleDifference("snapshot", expected: line, got: ""))
                case .insert(_, let line, _):
                    let line = line.trimmed
                    result.differences.append(ExampleDifference("snapshot", expected: "", got: line))
                }
            }
            return result
        }
    }

    /// Equal where the texts are.
    public static func == (left: RuleSnapshot, right: RuleSnapshot) -> Bool { left.text == right.text }
}

extension String {
    /// The text without spaces in front.
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
