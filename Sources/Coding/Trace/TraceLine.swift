// One line of an explanation: what it is about, and what is said of it.

/// A line of a trace, written as `label: text`.
struct TraceLine: Sendable, CustomStringConvertible {
    let label: String
    let text: String

    init(_ label: String, _ text: String) {
        self.label = label
        // A line must stay one, whatever white space the article's words bring.
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var description: String { "\(label): \(text)" }
}
