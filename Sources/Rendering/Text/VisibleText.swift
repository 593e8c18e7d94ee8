// Foreign text made safe to show: nothing in it moves the cursor, changes colours or turns the line around.

/// Text for a terminal.
enum VisibleText {
    /// The text on one line: white space runs become one space, control characters pictures, direction marks go.
    static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) || text.utf8.contains(0x20) else { return text }
        var shown = String.UnicodeScalarView()
        var isAfterSpace = false
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace && scalar.value != 0xA0
            if isSpace {
                if !isAfterSpace { shown.append(" ") }
            } else if let visible = picture(of: scalar) {
                shown.append(visible)
            }
            isAfterSpace = isSpace
        }
        return String(shown)
    }

    /// What stands for a scalar, nil where nothing does.
    static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0: "\u{FFFD}"
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: nil
        default: scalar
        }
    }
}
