// Work that runs rules: on Ctrl-C, at a deadline or a budget it is stopped, and the session goes on.
import Foundation
import Rules
import Synchronization

/// Runs work on a thread of its own and waits for it; raises its sign to stop where the user does not want to wait.
enum Patience {
    private final class Box<Result: Sendable>: Sendable {
        let result = Mutex<Swift.Result<Result, any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
    }

    /// How often the user's wish is looked at, in milliseconds.
    private static let interval_ms = 10
    /// The stack of the thread in bytes: what runs here may recurse as it would on the main thread.
    private static let stackByteCount = 8 << 20

    /// What the work came to; nil where it was stopped, and then it has ended.
    static func run<Result: Sendable>(
        until isStopped: () -> Bool,
        _ work: @escaping @Sendable (StopSign) throws -> Result
    ) throws -> Result? {
        let box = Box<Result>()
        let sign = StopSign()
        let thread = Thread {
            let result = Swift.Result { try work(sign) }
            box.result.withLock { $0 = result }
            box.done.signal()
        }
        thread.stackSize = stackByteCount
        thread.start()
        while box.done.wait(timeout: .now() + .milliseconds(interval_ms)) == .timedOut {
            // Again and again: a Lua function that had not started yet is interrupted at the next time.
            if isStopped() { sign.raise() }
        }
        guard !sign.isRaised else { return nil }
        return try box.result.withLock { $0 }?.get()
    }
}
