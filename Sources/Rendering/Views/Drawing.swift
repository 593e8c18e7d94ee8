// A picture as shapes, and the SVG that it becomes: self-contained, dark or light as its reader has it.

/// Shapes in a frame, in pixels.
public struct Drawing: Sendable {
    /// What a shape is, which decides its colour; raw values are the classes of the style sheet.
    public enum Role: String, Sendable {
        case text, faint, axis, conflict, cooperation, heat

        /// The light colour, for programs that read no style sheets with variables.
        var colour: String {
            switch self {
            case .text: "#1f2328"
            case .faint: "#59636e"
            case .axis: "#d1d9e0"
            case .conflict: "#c2410c"
            case .cooperation: "#0f766e"
            case .heat: "#b91c1c"
            }
        }
    }

    /// Where a text is anchored.
    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    private enum Shape: Sendable {
        case rectangle(x: Double, y: Double, width: Double, height: Double, role: Role, opacity: Double, title: String)
        case text(x: Double, y: Double, text: String, role: Role, anchor: Anchor)
        case line(x1: Double, y1: Double, x2: Double, y2: Double)
    }

    /// The width in pixels.
    public let width: Double
    /// The height in pixels.
    public let height: Double
    private var shapes: [Shape] = []

    /// An empty picture of so many pixels.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Adds a rectangle; the title is shown where a reader points at it.
    public mutating func rectangle(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        role: Role,
        opacity: Double = 1,
        title: String = ""
    ) {
        guard width > 0, height > 0 else { return }
        shapes.append(
            .rectangle(x: x, y: y, width: width, height: height, role: role, opacity: opacity, title: title)
        )
    }

    /// Adds a text whose base line begins, ends or is centred at a point.
    public mutating func text(_ text: String, x: Double, y: Double, role: Role = .text, anchor: Anchor = .start) {
        shapes.append(.text(x: x, y: y, text: text, role: role, anchor: anchor))
    }

    /// Adds a thin line.
    public mutating func line(x1: Double, y1: Double, x2: Double, y2: Double) {
        shapes.append(.line(x1: x1, y1: y1, x2: x2, y2: y2))
    }

    /// The picture as an SVG element; a file of its own where `isFile`, with its own style sheet.
    public func svg(title: String, isFile: Bool = true) -> String {
        let style = isFile ? "<style>\(Self.style)</style>" : ""
        let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
        let box = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
        let font = "font-family=\"sans-serif\" font-size=\"12\""
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box) role=\"img\" class=\"brink\" \(font)>"
        let ground = isFile ? "<rect class=\"ground\" fill=\"#fff\" width=\"100%\" height=\"100%\"/>" : ""
        let body = shapes.map(Self.element).joined(separator: "\n")
        return "\(head)\n<title>\(Markup.escaped(title))</title>\(style)\(ground)\n\(body)\n</svg>\n"
    }

    /// The style sheet of all pictures; colours are told apart in both themes and with colour-blind eyes.
    static let style = """
        .brink{font:12px system-ui,sans-serif;--ground:#fff;--text:#1f2328;--faint:#59636e;--axis:#d1d9e0;\
        --conflict:#c2410c;--cooperation:#0f766e;--heat:#b91c1c}\
        @media(prefers-color-scheme:dark){.brink{--ground:#0d1117;--text:#e6edf3;--faint:#9198a1;--axis:#3d444d;\
        --conflict:#fb923c;--cooperation:#2dd4bf;--heat:#f87171}}\
        .brink .ground{fill:var(--ground)}.brink .text{fill:var(--text)}.brink .faint{fill:var(--faint)}\
        .brink .axis{stroke:var(--axis)}.brink .conflict{fill:var(--conflict)}\
        .brink .cooperation{fill:var(--cooperation)}.brink .heat{fill:var(--heat)}
        """

    private static func element(_ shape: Shape) -> String {
        switch shape {
        case .rectangle(let x, let y, let width, let height, let role, let opacity, let title):
            let place = "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
            let faded = opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : ""
            let tip = title.isEmpty ? "" : "<title>\(Markup.escaped(title))</title>"
            return "<rect class=\"\(role.rawValue)\" fill=\"\(role.colour)\" \(place)\(faded)>\(tip)</rect>"
        case .text(let x, let y, let text, let role, let anchor):
            let place = "x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor.rawValue)\""
            return "<text class=\"\(role.rawValue)\" fill=\"\(role.colour)\" \(place)>\(Markup.escaped(text))</text>"
        case .line(let x1, let y1, let x2, let y2):
            let place = "x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\""
            return "<line class=\"axis\" stroke=\"\(Role.axis.colour)\" \(place)/>"
        }
    }

    /// A number with at most two decimals.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return Int(exactly: rounded).map { String($0) } ?? String(rounded)
    }
}
