// Counts in words, with the plural where it belongs.

/// A count with its noun.
enum Count {
    /// `1 alert`, `2 alerts`, `no alerts`.
    static func of(_ count: Int, _ noun: String) -> String {
        switch count {
        case 0: "no \(noun)s"
        case 1: "1 \(noun)"
        default: "\(count) \(noun)s"
        }
    }
}
