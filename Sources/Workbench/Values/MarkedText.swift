// A text with some of its words marked: by colour, or by brackets where there is none.
import Rendering

/// A text and the spans to mark in it.
struct MarkedText {
    private let scalars: [Unicode.Scalar]
    private let spans: [Range<Int>]
    private let style: Style

    /// A text with spans in Unicode scalars; overlapping ones are marked as one.
    init(_ text: String, spans: [Range<Int>], style: Style) {
        scalars = Array(text.unicodeScalars)
        self.style = style
        var joined: [Range<Int>] = []
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where !span.isEmpty {
            if let last = joined.last, span.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                joined.append(span)
            }
        }
        self.spans = joined
    }

    /// The text with its marks.
    var text: String {
        var result = ""
        var place = 0
        for span in spans where span.upperBound <= scalars.count {
            result += string(place..<span.lowerBound)
            let words = string(span)
            result += style.isColored ? style.paint(words, .trigger) : "[\(words)]"
            place = span.upperBound
        }
        return result + string(place..<scalars.count)
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
