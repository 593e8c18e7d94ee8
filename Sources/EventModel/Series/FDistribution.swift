// The chance of a value of the F distribution, for tests of several coefficients at once.
import Glibc

/// The F distribution.
enum FDistribution {
    /// The chance of a value as large as this, with so many degrees of freedom above and below.
    static func upperTail(_ value: Double, _ above: Int, _ below: Int) -> Double {
        guard value > 0 else { return 1 }
        let (above, below) = (Double(above), Double(below))
        return incompleteBeta(below / (below + above * value), below / 2, above / 2)
    }

    /// The regularised incomplete beta function by its continued fraction (NIST DLMF 8.17.22, Lentz's method).
    static func incompleteBeta(_ place: Double, _ one: Double, _ other: Double) -> Double {
        guard place > 0 else { return 0 }
        guard place < 1 else { return 1 }
        // The fraction converges fast below the mean only; above it the mirrored one does.
        guard place < (one + 1) / (one + other + 2) else { return 1 - incompleteBeta(1 - place, other, one) }
        let logBeta = lgamma(one + other) - lgamma(one) - lgamma(other)
        let front = exp(logBeta + one * log(place) + other * log(1 - place)) / one
        let tiny = 1e-300
        var upper = 1.0
        var lower = 1 - (one + other) * place / (one + 1)
        lower = 1 / (abs(lower) < tiny ? tiny : lower)
        var fraction = lower
        for step in 1...300 {
            let step = Double(step)
            let even = step * (other - step) * place / ((one + 2 * step - 1) * (one + 2 * step))
            let odd = -(one + step) * (one + other + step) * place / ((one + 2 * step) * (one + 2 * step + 1))
            var change = 1.0
            for term in [even, odd] {
                lower = 1 + term * lower
                lower = 1 / (abs(lower) < tiny ? tiny : lower)
                upper = 1 + term / upper
                upper = abs(upper) < tiny ? tiny : upper
                change = lower * upper
                fraction *= change
            }
            if abs(change - 1) < 1e-15 { break }
        }
        return front * fraction
    }
}
