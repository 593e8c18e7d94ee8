// Weights in large pages: they are read at random places, and in small pages most reads would wait for an address.
#if canImport(Glibc)
    import Glibc
#endif

/// Numbers that are written once and then read at random places by many threads.
package final class WeightTable<Weight: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// How many weights there are.
    package let count: Int
    private let memory: UnsafeMutableBufferPointer<Weight>

    /// Bytes of a large page on x86-64 and ARM64.
    private static var pageSize: Int { 2 << 20 }

    /// A table of `count` weights, all of which `fill` must write.
    package init(count: Int, fill: (UnsafeMutableBufferPointer<Weight>) -> Void) {
        self.count = count
        let size = max(count, 1) * MemoryLayout<Weight>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.pageSize)
        #if os(Linux)
            // A wish only: where the system has no large pages to give, small ones serve.
            _ = madvise(raw, size, MADV_HUGEPAGE)
        #endif
        memory = UnsafeMutableBufferPointer(start: raw.bindMemory(to: Weight.self, capacity: count), count: count)
        fill(memory)
    }

    deinit { memory.deallocate() }

    /// Calls `body` with the first weight's address, nil for an empty table.
    @inline(__always) package func withWeights<Result>(_ body: (UnsafePointer<Weight>) -> Result) -> Result? {
        withExtendedLifetime(self) { memory.baseAddress.map { body(UnsafePointer($0)) } }
    }
}
