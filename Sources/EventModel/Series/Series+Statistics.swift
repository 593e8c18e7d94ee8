// What a series says of its last value, and of another series.

extension Series {
    /// The values that a look back from the last one sees: `past` periods before it, all where that is nil.
    ///
    /// Nil where the series has fewer periods.
    private func past(_ count: Int?) -> [Double]? {
        let count = count ?? values.count - 1
        guard count > 0, values.count > count else { return nil }
        return Array(values.dropLast().suffix(count))
    }

    /// How many standard deviations the last value lies above the mean of the periods before it.
    public func zScore(past count: Int? = nil) -> Double? {
        guard let last = values.last, let past = past(count) else { return nil }
        return Statistics.zScore(last, past: past)
    }

    /// How surprising the last count is after those before it, were they Poisson counts at one rate.
    public func surprise(past count: Int? = nil) -> Double? {
        guard let last = values.last, last >= 0, let whole = Int(exactly: last), let past = past(count) else {
            return nil
        }
        let expected = PoissonSurprise.expected(days: 1, from: past.reduce(0, +), over: past.count)
        return PoissonSurprise.surprise(of: whole, expected: expected)
    }

    /// The cumulative sum after the first periods, which say what is usual; one value for each period after them.
    public func cumulativeSum(past count: Int, slack: Double = 0.5) -> Series? {
        guard count > 1, count < values.count else { return nil }
        let (past, rest) = (Array(values.prefix(count)), Array(values.dropFirst(count)))
        guard let sums = Statistics.cumulativeSum(rest, past: past, slack: slack) else { return nil }
        return Series(period: period, first: first + count, values: sums)
    }

    /// The values of both series over the periods that both have.
    func overlap(_ other: Series) -> (own: [Double], other: [Double])? {
        let (low, high) = (max(first, other.first), min(first + count, other.first + other.count))
        guard period == other.period, low < high else { return nil }
        return (
            Array(values[(low - first)..<(high - first)]),
            Array(other.values[(low - other.first)..<(high - other.first)])
        )
    }

    /// How this series follows another, over the periods that both have; nil where the periods differ in length.
    public func reciprocity(following other: Series, lags: Int) -> Reciprocity? {
        overlap(other).flatMap { Reciprocity(of: $0.own, following: $0.other, lags: lags) }
    }
}
