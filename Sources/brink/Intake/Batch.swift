// Work on many articles at once whose results come back in the order of the articles.
import Dispatch

/// Spreads a batch over the processor's cores.
enum Batch {
    /// The most items taken at once: enough to keep cores busy, few enough to keep memory flat.
    static let countMax = 256

    /// The results of a function for each item, in the items' order.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ transform: @Sendable (Item) -> Result
    ) -> [Result] {
        guard items.count > 1 else { return items.map(transform) }
        var results = [Result?](repeating: nil, count: items.count)
        results.withUnsafeMutableBufferPointer { buffer in
            // Each iteration writes a slot of its own.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: items.count) { index in
                slots[index] = transform(items[index])
            }
        }
        return results.compactMap { $0 }
    }
}
