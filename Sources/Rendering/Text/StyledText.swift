// Words in their looks, wrapped to a width: looks take no room and never run on into the next line.
import TextWidth

/// A text in pieces, each with a look or none.
struct StyledText {
    private var pieces: [(text: String, role: Style.Role?)] = []

    init() {}

    init(_ text: String, _ role: Style.Role? = nil) { append(text, role) }

    /// Adds a piece.
    mutating func append(_ text: String, _ role: Style.Role? = nil) {
        if !text.isEmpty { pieces.append((text, role)) }
    }

    /// A word or the space before it.
    private struct Atom {
        var parts: [(text: String, role: Style.Role?)]
        var isSpace: Bool
        var width: Int
    }

    /// The lines, none wider than `width` unless a single word is.
    func lines(width: Int, style: Style) -> [String] {
        var lines: [[Atom]] = []
        var current: [Atom] = []
        var used = 0
        for atom in atoms() {
            if !atom.isSpace, used + atom.width > width, !current.isEmpty {
                lines.append(current)
                (current, used) = ([], 0)
            }
            if atom.isSpace, current.isEmpty { continue }
            current.append(atom)
            used += atom.width
        }
        if !current.isEmpty { lines.append(current) }
        return lines.map { Self.painted($0, style) }
    }

    private func atoms() -> [Atom] {
        var atoms: [Atom] = []
        for piece in pieces {
            for run in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if run.offset > 0 { atoms.append(Atom(parts: [(" ", piece.role)], isSpace: true, width: 1)) }
                guard !run.element.isEmpty else { continue }
                let part = (text: String(run.element), role: piece.role)
                if let last = atoms.indices.last, !atoms[last].isSpace {
                    atoms[last].parts.append(part)
                    atoms[last].width += part.text.displayWidth
                } else {
                    atoms.append(Atom(parts: [part], isSpace: false, width: part.text.displayWidth))
                }
            }
        }
        return atoms
    }

    private static func painted(_ atoms: [Atom], _ style: Style) -> String {
        var runs: [(text: String, role: Style.Role?)] = []
        // A separator at the end of a line separates nothing.
        let end = (atoms.lastIndex { !$0.isSpace && $0.parts.first?.text != "·" } ?? -1) + 1
        for part in atoms.prefix(end).flatMap(\.parts) {
            if let last = runs.indices.last, runs[last].role == part.role {
                runs[last].text += part.text
            } else {
                runs.append(part)
            }
        }
        return runs.map { run in run.role.map { style.paint(run.text, $0) } ?? run.text }.joined()
    }
}
