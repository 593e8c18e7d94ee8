// A text with its names and references marked, as the accuracy of names and chains is measured on.

/// A text whose marks are read off it: `{Jane Miller|person}` is a name, `[she=Jane Miller]` stands for one.
struct MarkedText {
    /// A stretch of the text with what it is or stands for, by half-open Unicode scalar offsets.
    struct Mark {
        var span: Range<Int>
        var words: String
        var meaning: String
    }

    private(set) var text = ""
    private(set) var names: [Mark] = []
    private(set) var references: [Mark] = []

    init(_ marked: String) {
        var rest = Substring(marked)
        while let opening = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
            text += rest[..<opening]
            let isName = rest[opening] == "{"
            let inside = rest[rest.index(after: opening)...].prefix { $0 != "}" && $0 != "]" }
            let parts = inside.split(separator: isName ? "|" : "=").map(String.init)
            let start = text.unicodeScalars.count
            text += parts[0]
            let mark = Mark(span: start..<text.unicodeScalars.count, words: parts[0], meaning: parts[1])
            if isName { names.append(mark) } else { references.append(mark) }
            rest = rest[inside.endIndex...].dropFirst()
        }
        text += rest
    }
}
