// A way of looking at many events at once, in the terminal and as a picture.

/// A picture of events.
public protocol EventView: Sendable {
    /// What it shows, in a line.
    var title: String { get }
    /// What a reader must know to read it: units, scale, what a mark stands for.
    var legend: String { get }
    /// The picture as lines of text, no wider than `width` columns.
    func lines(width: Int, style: Style) -> [String]
    /// The picture as shapes, for SVG and HTML.
    var drawing: Drawing { get }
}

extension EventView {
    /// Title, picture and legend as a terminal shows them.
    public func text(width: Int, style: Style) -> String {
        let body = lines(width: width, style: style)
        return ([style.paint(title, .header)] + body + [style.paint(legend, .faint)]).joined(separator: "\n")
    }
}
