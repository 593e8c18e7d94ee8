// Work on many items at once whose results come back in the order of the items.
import Dispatch
import Foundation
import Synchronization

/// Spreads items over threads.
enum Parallel {
    /// As many threads as the machine has processors.
    static var threadCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// The results of a function for each item, in the items' order, whatever the number of threads.
    static func map<Item: Sendable, Outcome: Sendable>(
        _ items: [Item],
        threads: Int,
        _ work: @Sendable (Item) -> Outcome
    ) -> [Outcome] {
        guard threads > 1, items.count > 1 else { return items.map(work) }
        var outcomes = [Outcome?](repeating: nil, count: items.count)
        let next = Atomic(0)
        outcomes.withUnsafeMutableBufferPointer { buffer in
            // Each item is taken once, and its slot is written by who took it.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: min(threads, items.count)) { _ in
                while true {
                    let place = next.add(1, ordering: .relaxed).oldValue
                    guard place < items.count else { return }
                    slots[place] = work(items[place])
                }
            }
        }
        return outcomes.compactMap { $0 }
    }
}
