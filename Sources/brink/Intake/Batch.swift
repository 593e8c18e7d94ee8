// Work on many articles at once whose results come back in the order of the articles.
import Dispatch
import Foundation

/// Spreads a batch over the processor's cores.
enum Batch {
    /// The most items taken at once: enough to keep cores busy, few enough to keep memory flat.
    static let countMax = 256
    /// The most items that a core takes in one go, which keeps what it looks things up in in its cache.
    private static let runCountMax = 32

    /// The results of a function that takes runs of the items, in the items' order.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ transform: @Sendable ([Item]) -> [Result]
    ) -> [Result] {
        // Four runs for each core, for some take longer than others.
        let length = max(1, min(runCountMax, items.count / (ProcessInfo.processInfo.activeProcessorCount * 4)))
        let runs = stride(from: 0, to: items.count, by: length).map { start in
            Array(items[start..<min(start + length, items.count)])
        }
        guard runs.count > 1 else { return runs.flatMap(transform) }
        var results = [[Result]](repeating: [], count: runs.count)
        results.withUnsafeMutableBufferPointer { buffer in
            // Each iteration writes a slot of its own.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: runs.count) { index in
                slots[index] = transform(runs[index])
            }
        }
        return results.flatMap { $0 }
    }
}
