// Statistics against figures of NumPy and SciPy (numpy 2.4, scipy.stats), and against what they are by definition.
import EventModel
import Testing

@testable import EventModel

@Suite struct StatisticsTests {
    private func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    @Test("plain statistics are those of NumPy")
    func plain() {
        let values = [1.0, 3, 2, 8, 5, 13]
        #expect(isClose(Statistics.mean(values), 5.333333333333333))
        #expect(isClose(Statistics.standardDeviation(values), 4.501851470969102))
        #expect(Statistics.median(values) == 4)
        #expect(isClose(Statistics.percentile(values, 90), 10.5))
        #expect(Statistics.percentile(values, 100) == 13 && Statistics.percentile(values, 0) == 1)
        #expect(isClose(Statistics.slope(values), 2.057142857142856))
        #expect(isClose(Statistics.zScore(15, past: values), (15 - 16 / 3.0) / 4.501851470969102))
    }

    @Test("too few values say nothing, and a past that never varied has no bound")
    func edges() {
        #expect(Statistics.mean([]) == nil && Statistics.median([]) == nil && Statistics.slope([1]) == nil)
        #expect(Statistics.standardDeviation([1]) == nil && Statistics.zScore(1, past: [1]) == nil)
        #expect(Statistics.percentile([1], 101) == nil)
        #expect(Statistics.zScore(1, past: [0, 0]) == .infinity)
        #expect(Statistics.zScore(0, past: [0, 0]) == 0)
        #expect(Statistics.zScore(-1, past: [0, 0]) == -.infinity)
    }

    @Test("a cumulative sum rises with what exceeds the slack and never falls below 0")
    func cusum() throws {
        // Mean 2, deviation 1.
        let sums = try #require(Statistics.cumulativeSum([2, 4, 4, 0, 0, 3], past: [1, 2, 3]))
        #expect(sums == [0, 1.5, 3, 0.5, 0, 0.5])
    }

    @Test(
        "the surprise of a count is the tail of the Poisson distribution",
        arguments: [
            (7, 1.5, 3.0333928058957764), (3, 3.0, 0.23896728005901488), (20, 2.5, 11.458364756627217),
            (1, 10.0, 1.9717386562014238e-05), (300, 150.0, 26.50439806665655), (0, 4.0, 0),
        ]
    )
    func surprise(count: Int, expected: Double, surprise: Double) {
        #expect(isClose(PoissonSurprise.surprise(of: count, expected: expected), surprise, 1e-8))
    }

    @Test(
        "the tail of the F distribution",
        arguments: [
            (3.5, 2, 45, 0.038655057903678604), (1.0, 1, 10, 0.34089313230206), (25.0, 4, 43, 9.65861837232531e-11),
            (0.3, 3, 7, 0.8246586338993611), (7.7, 12, 100, 6.109069292618483e-10),
        ]
    )
    func tail(value: Double, above: Int, below: Int, chance: Double) {
        #expect(abs(FDistribution.upperTail(value, above, below) / chance - 1) < 1e-8)
    }

    /// Two series of which the second follows the first, by a plain generator of numbers.
    private static let conduct: (first: [Double], second: [Double]) = {
        var state = 12345
        func next() -> Double {
            state = (1_103_515_245 * state + 12345) % (1 << 31)
            return Double(state) / Double(1 << 31) - 0.5
        }
        var (first, second): ([Double], [Double]) = ([], [])
        for place in 0..<60 {
            let (last, other) = (first.last ?? 0, second.last ?? 0)
            first.append((place > 0 ? 0.3 * last : 0) + next())
            second.append((place > 0 ? 0.6 * last + 0.2 * other : 0) + 0.3 * next())
        }
        return (first, second)
    }()

    @Test(
        "reciprocity is the F test of a lagged regression as NumPy's least squares have it",
        arguments: [
            (1, 140.2528374265087, 7.01998136289208e-17, 0.5763386885592077, 0.8006146010633602),
            (2, 70.20558098214688, 1.2634262375219773e-15, 0.6095867106261406, 0.5657656044121603),
            (3, 45.39220247414484, 2.6248250611811694e-14, 0.709966779943932, 0.9215715325678846),
        ]
    )
    func reciprocity(lags: Int, statistic: Double, significance: Double, effect: Double, backwards: Double) throws {
        let (first, second) = Self.conduct
        let found = try #require(Reciprocity(of: second, following: first, lags: lags))
        #expect(isClose(found.statistic, statistic, 1e-7))
        #expect(abs(found.significance / significance - 1) < 1e-5)
        #expect(isClose(found.effect, effect, 1e-7))
        let other = try #require(Reciprocity(of: first, following: second, lags: lags))
        #expect(isClose(other.significance, backwards, 1e-7))
    }

    @Test("series that are too short, never vary or repeat each other have no reciprocity")
    func noReciprocity() {
        #expect(Reciprocity(of: [1, 2, 3], following: [3, 1, 2], lags: 1) == nil)
        let flat = [Double](repeating: 0, count: 30)
        #expect(Reciprocity(of: flat, following: Self.conduct.first.suffix(30), lags: 1) == nil)
        #expect(Reciprocity(of: Self.conduct.first, following: Self.conduct.first, lags: 1) == nil)
        #expect(Reciprocity(of: flat, following: flat, lags: 0) == nil)
    }

    @Test("weights are the Goldstein values, or those of a table, whose types must be types")
    func weights() throws {
        let (events, snapshot) = try QueryTests.sample(43, 200)
        let goldstein = events.reduce(0) { $0 + ($1.goldstein ?? 0) }
        #expect(isClose(Query(snapshot).sum(.weight(.goldstein)), goldstein))
        let table = try EventWeights(["ASSAULT": -10, "AGREE": 2.5])
        let sum = events.reduce(0) { $0 + ($1.type == .assault ? -10 : $1.type == .agree ? 2.5 : 0) }
        #expect(isClose(Query(snapshot).sum(.weight(table)), sum))
        #expect(throws: QueryError.self) { try EventWeights(["ASAULT": 1]) }
        let types = Set(events.map(\.type)).count
        #expect(Query(snapshot).distinct(.type) == types)
    }
}
