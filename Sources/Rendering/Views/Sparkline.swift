// Numbers as a row of small bars.

/// A series in one row of text.
public enum Sparkline {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// Non-negative numbers as bars, at most `width` of them: where there are more numbers, neighbours are summed.
    ///
    /// A zero is a space, so that quiet times are seen as such.
    public static func text(_ values: [Double], width: Int) -> String {
        let values = Bins.sums(values, countMax: width)
        guard let most = values.max(), most > 0 else { return String(repeating: " ", count: values.count) }
        return String(values.map { bar($0 / most) })
    }

    /// The bar for a share from 0 to 1.
    static func bar(_ share: Double) -> Character {
        guard share > 0 else { return " " }
        return bars[min(bars.count - 1, Int(share * Double(bars.count)))]
    }
}

/// Numbers brought down to fewer.
enum Bins {
    /// How many neighbours make one, so that no more than `countMax` are left.
    static func size(_ count: Int, countMax: Int) -> Int { max(1, (count + max(1, countMax) - 1) / max(1, countMax)) }

    /// The sums of neighbours.
    static func sums(_ values: [Double], countMax: Int) -> [Double] {
        let size = size(values.count, countMax: countMax)
        return stride(from: 0, to: values.count, by: size).map { start in
            values[start..<min(start + size, values.count)].reduce(0, +)
        }
    }
}
