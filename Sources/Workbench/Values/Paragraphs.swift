// Long lines of running text broken between words.
import TextWidth

/// Wraps paragraphs to a width; line breaks of the text stay.
enum Paragraphs {
    /// The text with no line wider than `width`, unless a word is; colours take no room.
    static func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0), width: width) }
            .joined(separator: "\n")
    }

    private static func line(_ text: String, width: Int) -> String {
        // The lines after the first stand as far in as the first does.
        let margin = String(text.prefix { $0 == " " })
        var lines: [String] = []
        var current = margin
        var used = margin.count
        for word in text.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false) {
            let room = word.replacing(/\u{1B}\[[0-9;]*m/, with: "").displayWidth
            let gap = used > margin.count ? 1 : 0
            if gap > 0, used + gap + room > width {
                lines.append(current)
                (current, used) = (margin + word, margin.count + room)
            } else {
                current += (gap > 0 ? " " : "") + word
                used += gap + room
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }
}
