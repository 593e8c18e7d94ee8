// Whether one side's conduct follows the other's: a lagged regression with an F test.

/// How far a series follows the past of another, beyond what its own past tells.
///
/// After Goldstein and Pevehouse 1997, Reciprocity, Bullying, and International Cooperation: Time-Series Analysis of the
/// Bosnia Conflict, APSR 91(3): the series is regressed on its own last values and on the other's; the F test says
/// whether the other's tell anything (Granger 1969).
public struct Reciprocity: Sendable, Hashable {
    /// The F statistic.
    public let statistic: Double
    /// The chance of a statistic as large where the other series tells nothing.
    public let significance: Double
    /// The sum of the coefficients of the other series: above 0 it is answered in kind.
    public let effect: Double
    /// How many last values of each series were looked at.
    public let lags: Int
    /// The degrees of freedom of the residuals.
    public let freedom: Int

    /// The most values back that are looked at.
    public static let lagsMax = 12

    /// How `series` follows `other`, of the same length; nil where they are too short or one of them hardly varies.
    public init?(of series: [Double], following other: [Double], lags: Int) {
        let rows = series.count - lags
        freedom = rows - 2 * lags - 1
        guard series.count == other.count, (1...Self.lagsMax).contains(lags), freedom > 0 else { return nil }
        let values = Array(series[lags...])
        func lagged(_ series: [Double]) -> [[Double]] {
            (1...lags).map { lag in Array(series[(lags - lag)..<(series.count - lag)]) }
        }
        let own = [[Double](repeating: 1, count: rows)] + lagged(series)
        guard let restricted = LeastSquares(values, on: own),
            let full = LeastSquares(values, on: own + lagged(other))
        else { return nil }
        let gain = max(0, restricted.residual - full.residual) / Double(lags)
        // A perfect fit leaves nothing to compare with.
        guard full.residual > restricted.residual * 1e-12, full.residual > 0 else { return nil }
        self.lags = lags
        statistic = gain / (full.residual / Double(freedom))
        significance = FDistribution.upperTail(statistic, lags, freedom)
        effect = full.coefficients.suffix(lags).reduce(0, +)
    }
}
