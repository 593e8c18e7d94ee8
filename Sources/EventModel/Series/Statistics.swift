// Plain statistics of some values: the same functions for windows of rules and for series in the REPL.

/// Statistics of values; nil where there are too few of them to say.
public enum Statistics {
    /// The arithmetic mean.
    public static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The standard deviation of a sample, with n − 1 in the divisor; nil below two values.
    public static func standardDeviation(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// The middle value, or the mean of the two in the middle.
    public static func median(_ values: [Double]) -> Double? { percentile(values, 50) }

    /// The value below which so many percent lie, between two values by linear interpolation.
    ///
    /// Hyndman and Fan 1996, Sample Quantiles in Statistical Packages, definition 7: the default of R and NumPy.
    public static func percentile(_ values: [Double], _ percent: Double) -> Double? {
        guard !values.isEmpty, (0...100).contains(percent) else { return nil }
        let sorted = values.sorted()
        let place = Double(sorted.count - 1) * percent / 100
        let below = Int(place.rounded(.down))
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    /// The slope of the least-squares line over places 0, 1, 2 …: the change from one value to the next.
    public static func slope(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        let middle = Double(values.count - 1) / 2
        var products = 0.0
        var squares = 0.0
        for (place, value) in values.enumerated() {
            let distance = Double(place) - middle
            products += distance * (value - mean)
            squares += distance * distance
        }
        return products / squares
    }

    /// How many standard deviations of the past a value lies above its mean; nil below two values.
    ///
    /// Where the past never varied, any difference is without bound: infinite, or 0 for the same value.
    public static func zScore(_ value: Double, past: [Double]) -> Double? {
        guard let mean = mean(past), let deviation = standardDeviation(past) else { return nil }
        return standardized(value, mean, deviation)
    }

    /// The one-sided cumulative sum of what exceeds the mean of the past by more than half a standard deviation.
    ///
    /// One value for each of `values`: S = max(0, S + z − slack). Page 1954, Continuous Inspection Schemes; a slack of
    /// 0.5 with an alarm at 4 or 5 is the usual choice (Montgomery 2009, Introduction to Statistical Quality Control).
    /// Nil below two values of the past.
    public static func cumulativeSum(_ values: [Double], past: [Double], slack: Double = 0.5) -> [Double]? {
        guard let mean = mean(past), let deviation = standardDeviation(past) else { return nil }
        var sum = 0.0
        return values.map { value in
            sum = max(0, sum + standardized(value, mean, deviation) - slack)
            return sum
        }
    }

    private static func standardized(_ value: Double, _ mean: Double, _ deviation: Double) -> Double {
        if deviation > 0 { return (value - mean) / deviation }
        return value == mean ? 0 : value > mean ? .infinity : -.infinity
    }
}
