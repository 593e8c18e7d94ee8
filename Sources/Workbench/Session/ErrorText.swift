// Errors as a session shows them: what was wrong, the line with a caret, what to do; the calls only on request.
import EventModel
import LuaRuntime
import Rendering

/// Makes text of errors.
struct ErrorText {
    let style: Style
    /// The name of the entry that runs, whose place need not be told.
    var entry = ""

    /// The text of an error.
    func text(_ error: any Error) -> String {
        guard let diagnostic = error as? any Diagnostic else { return painted("\(error)") }
        var lines = diagnostic.description.split(separator: "\n").map(String.init)
        // The user knows that it was this entry, and the excerpt shows where in it.
        if let location = diagnostic.location, location.file == entry, let first = lines.first {
            let place = "\(location): "
            if first.hasPrefix(place) { lines[0] = String(first.dropFirst(place.count)) }
        }
        return ([painted(lines.first ?? "")] + lines.dropFirst().map(detail)).joined(separator: "\n")
    }

    private func painted(_ message: String) -> String { style.paint("error:", .danger) + " " + message }

    private func detail(_ line: String) -> String {
        if line.hasPrefix("  hint: ") { return "  " + style.paint("hint:", .caution) + line.dropFirst(7) }
        if line.hasSuffix("^"), line.contains("| ") { return line.dropLast() + style.paint("^", .danger) }
        return line
    }

    /// A time in the unit that suits it.
    static func duration(_ duration: Duration) -> String {
        let microseconds = Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
        func figure(_ value: Double) -> String {
            let tenths = Int((value * 10).rounded())
            return value < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(value.rounded()))"
        }
        if microseconds < 1000 { return "\(figure(microseconds)) µs" }
        return microseconds < 1e6 ? "\(figure(microseconds / 1e3)) ms" : "\(figure(microseconds / 1e6)) s"
    }
}
