// Explanations for people: a label before each text, which wraps beside it.
import Rendering

/// Lines of a label and a text, laid out for a terminal.
struct LabelledLines {
    private var rows: [(label: String, text: String)] = []

    /// No line is laid out narrower than this, in characters.
    private static let widthMin = 40

    /// Lines that are written `label: text`, in their order.
    init(_ lines: some Sequence<Substring> = []) {
        for line in lines {
            let parts = line.split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { append(String(parts[0]), String(parts[1])) } else { append("", String(line)) }
        }
    }

    /// Adds a line; control characters, which an article may bring, are shown as U+FFFD.
    mutating func append(_ label: String, _ text: String) {
        let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 })
        rows.append((label, String(visible)))
    }

    /// The lines, none wider than `width` characters unless a word is; a label that repeats is shown once.
    func text(width: Int, indent: Int = 0, style: Style) -> String {
        let margin = (rows.map(\.label.count).max() ?? 0) + 2
        let room = max(width - indent, Self.widthMin) - margin
        var result = ""
        var previous: String?
        for row in rows {
            let label = row.label == previous ? "" : row.label
            previous = row.label
            for (number, line) in Self.wrapped(row.text, room).enumerated() {
                let shown = number == 0 ? label : ""
                result += String(repeating: " ", count: indent)
                result += style.paint(shown, .faint) + String(repeating: " ", count: margin - shown.count)
                result += line + "\n"
            }
        }
        return result
    }

    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
