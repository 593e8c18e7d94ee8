// Runs what may hang on a thread of its own, so that a hang fails its test instead of stopping the suite.

import Foundation
import Testing

// What `body` gives, or nil with an issue recorded where it takes longer than 30 s; its thread is then left behind.
// A busy machine is slow, but a hang has no end.
func withWatchdog<Result: Sendable>(
    _ name: String,
    seconds: Double = 30,
    _ body: @escaping @Sendable () throws -> Result
) throws -> Result? {
    let box = ResultBox<Result>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        box.result = Swift.Result { try body() }
        done.signal()
    }
    thread.start()
    guard done.wait(timeout: .now() + seconds) == .success else {
        Issue.record("\(name): not stopped after \(seconds) s")
        return nil
    }
    return try box.result?.get()
}

private final class ResultBox<Result: Sendable>: @unchecked Sendable {
    var result: Swift.Result<Result, any Error>?
}
