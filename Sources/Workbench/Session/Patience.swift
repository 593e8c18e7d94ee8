// Work that looks at no stop sign itself: on Ctrl-C the session goes on without it.
import Foundation
import Synchronization

/// Runs work on a thread of its own and waits for it, unless the user does not want to wait.
enum Patience {
    private final class Box<Result: Sendable>: Sendable {
        let result = Mutex<Swift.Result<Result, any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
    }

    /// How often the user's wish is looked at, in milliseconds.
    private static let interval_ms = 10
    /// The stack of the thread in bytes: what runs here may recurse as it would on the main thread.
    private static let stackByteCount = 8 << 20

    /// What the work came to; nil where the user did not wait, and the work ends by itself and is forgotten.
    static func run<Result: Sendable>(
        until isStopped: () -> Bool,
        _ work: @escaping @Sendable () throws -> Result
    ) throws -> Result? {
        let box = Box<Result>()
        let thread = Thread {
            let result = Swift.Result { try work() }
            box.result.withLock { $0 = result }
            box.done.signal()
        }
        thread.stackSize = stackByteCount
        thread.start()
        while box.done.wait(timeout: .now() + .milliseconds(interval_ms)) == .timedOut {
            if isStopped() { return nil }
        }
        return try box.result.withLock { $0 }?.get()
    }
}
