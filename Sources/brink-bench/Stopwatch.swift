// Measuring: several rounds, their median, in processor time and on the clock.
import Foundation

/// What several rounds of the same work took.
struct Measurement {
    /// Seconds of processor time of all threads: what the work costs whoever else uses the machine.
    let processor: Double
    /// Seconds on the clock.
    let clock: Double

    /// The medians of so many rounds, after one that is not counted.
    init(rounds: Int, _ work: () throws -> Void) rethrows {
        var processor: [Double] = []
        var clock: [Double] = []
        try work()
        for _ in 0..<rounds {
            let start = (Self.seconds(CLOCK_PROCESS_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
            try work()
            processor.append(Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - start.0)
            clock.append(Self.seconds(CLOCK_MONOTONIC) - start.1)
        }
        self.processor = Self.median(processor)
        self.clock = Self.median(clock)
    }

    /// The medians for each of some items, each worked on once.
    init<Item>(each items: some Sequence<Item>, _ work: (Item) throws -> Void) rethrows {
        var processor: [Double] = []
        var clock: [Double] = []
        for item in items {
            let start = (Self.seconds(CLOCK_PROCESS_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
            try work(item)
            processor.append(Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - start.0)
            clock.append(Self.seconds(CLOCK_MONOTONIC) - start.1)
        }
        self.processor = Self.median(processor)
        self.clock = Self.median(clock)
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        guard !sorted.isEmpty else { return .nan }
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
