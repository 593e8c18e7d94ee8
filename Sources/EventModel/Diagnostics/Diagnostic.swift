// The shape of every error and warning that a person reads: what was wrong, where, and what to do.

/// An error or a warning that a person reads; each room has one such type of its own.
public protocol Diagnostic: Error, CustomStringConvertible {
    /// A word for the kind of mistake, stable across versions (`bad_date`).
    var code: String { get }
    /// What was wrong.
    var message: String { get }
    /// Where, nil where no file is to blame.
    var location: SourceLocation? { get }
    /// What to do, nil where nothing better than reading the message comes to mind.
    var hint: String? { get }
}

extension Diagnostic {
    /// `file:line:column: message`, the source line with a caret, and the hint.
    public var description: String {
        var lines = [location.map { "\($0): \(message)" } ?? message]
        if let location, let excerpt = location.excerpt, let line = location.line {
            let number = String(line)
            lines.append("  \(number) | \(excerpt)")
            if let column = location.column {
                // Tabs stay tabs, so that the caret stands under its column whatever the terminal's tab width.
                let leadCount = max(0, column - location.excerptColumn)
                let lead = excerpt.unicodeScalars.prefix(leadCount).map { $0 == "\t" ? "\t" : " " }.joined()
                lines.append("  \(String(repeating: " ", count: number.count)) | \(lead)^")
            }
        }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.joined(separator: "\n").withoutControls
    }
}

extension String {
    /// The text with `?` for every control character but line feeds and tabs: what a stranger has put into a file must
    /// not be obeyed by a terminal.
    fileprivate var withoutControls: String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            (scalar.value < 32 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isControl) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars { text.append(isControl(scalar) ? "?" : scalar) }
        return String(text)
    }
}
