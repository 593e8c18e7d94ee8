// Numbers as explanations show them.
import Glibc

extension Double {
    /// Whole numbers as they are, others with three digits that count; `without bound` for infinity.
    var short: String {
        if let whole = Int(exactly: self) { return String(whole) }
        guard isFinite else { return isNaN ? "unknown" : self > 0 ? "without bound" : "below any bound" }
        let scale = pow(10, 2 - log10(magnitude).rounded(.down))
        let rounded = (self * scale).rounded() / scale
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
}
