// How surprising a number of events is where they come at random at a known rate.
import Glibc

/// The surprise of Poisson counts.
public enum PoissonSurprise {
    /// −log10 of the chance that so many events or more come by where `expected` are expected: 3 is one in a thousand.
    ///
    /// After Legéndy and Salcman 1985, Bursts and Recurrences of Bursts in the Spike Trains of Spontaneously Active
    /// Striate Cortex Neurons, J Neurophysiol 53(4). Nil where nothing can be expected (0 or less).
    public static func surprise(of count: Int, expected: Double) -> Double? {
        guard expected > 0, expected.isFinite else { return nil }
        guard count > 0 else { return 0 }
        // The terms fall from `count` on where that is above the mean; else those below `count` are the shorter way.
        if Double(count) > expected {
            var term = 1.0
            var sum = 1.0
            var number = Double(count)
            while term > sum * 1e-17 {
                number += 1
                term *= expected / number
                sum += term
            }
            return -(logTerm(count, expected) + log(sum)) / log(10) + 0
        }
        var below = 0.0
        for number in 0..<count { below += exp(logTerm(number, expected)) }
        return max(0, -log10(max(1 - below, .leastNormalMagnitude)))
    }

    /// What a past leads one to expect in so many days; half an event more than there was, so that a silent past
    /// leaves room for chance (Jeffreys' prior for a rate).
    public static func expected(days: Int, from count: Double, over pastDays: Int) -> Double {
        (count + 0.5) * Double(days) / Double(pastDays)
    }

    private static func logTerm(_ count: Int, _ expected: Double) -> Double {
        Double(count) * log(expected) - expected - lgamma(Double(count) + 1)
    }
}
