// From numbers of any size to likelihoods.

/// A logistic function of a number.
package struct LogisticCurve: Sendable {
    var offset: Float
    var slope: Float

    /// A curve that is a half where `offset + slope * x` is 0.
    package init(offset: Float, slope: Float) {
        self.offset = offset
        self.slope = slope
    }

    /// A likelihood from 0 to 1.
    func value(_ x: Float) -> Float { 1 / (1 + Self.exponential(-(offset + slope * x))) }

    /// ln(p / (1 - p)) of a share, held back from the ends, where it has none.
    static func logit(_ share: Float) -> Float {
        let inside = min(max(share, 0.002), 0.998)
        return logarithm(inside / (1 - inside))
    }

    /// eˣ to about one part in a thousand, which confidences need no better, without Foundation.
    static func exponential(_ x: Float) -> Float {
        let scaled = min(max(x, -60), 60) * 1.442695
        let whole = scaled.rounded(.down)
        let part = scaled - whole
        let fraction = 1 + part * (0.695_976 + part * (0.224_940 + part * 0.079_084))
        return Float(sign: .plus, exponent: Int(whole), significand: fraction)
    }

    /// ln x to about one part in a hundred.
    private static func logarithm(_ x: Float) -> Float {
        let significand = x.significand
        let part =
            -1.7417939
            + (2.8212026 + (-1.4699568 + (0.447_179_55 - 0.056_570_851 * significand) * significand) * significand)
            * significand
        return (Float(x.exponent) * 0.6931472) + part
    }
}
