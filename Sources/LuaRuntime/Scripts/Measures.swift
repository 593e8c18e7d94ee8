// Sizes and times as people write them on a command line.

extension Int {
    /// Bytes from `64MiB`, `1.5 GB`, `4096`; nil where the text is no size.
    ///
    /// Units: B, kB, MB, GB, KiB, MiB, GiB.
    public init?(byteSize text: String) {
        let units: [(String, Double)] = [
            ("kib", 1024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("kb", 1000), ("mb", 1_000_000),
            ("gb", 1_000_000_000), ("b", 1), ("", 1),
        ]
        guard let amount = amount(of: text, units: units), amount >= 1, amount < 9e15 else { return nil }
        self = Int(amount.rounded())
    }
}

extension Duration {
    /// A span from `1s`, `250ms`, `1.5m`, `2h`; a bare number is seconds.
    ///
    /// Nil where the text is no time.
    public init?(timeSpan text: String) {
        let units: [(String, Double)] = [
            ("us", 1e-6), ("ms", 1e-3), ("min", 60), ("sec", 1), ("s", 1), ("m", 60), ("h", 3600), ("", 1),
        ]
        guard let seconds = amount(of: text, units: units), seconds > 0, seconds < 1e9 else { return nil }
        self = .nanoseconds(Int64((seconds * 1e9).rounded()))
    }
}

// A number and the first of the units that the text ends with; the empty one comes last.
private func amount(of text: String, units: [(name: String, factor: Double)]) -> Double? {
    let lower = text.lowercased()
    guard let unit = units.first(where: { lower.hasSuffix($0.name) }) else { return nil }
    var digits = lower.dropLast(unit.name.count)
    while digits.last == " " { digits.removeLast() }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
    return Double(digits).map { $0 * unit.factor }
}
