// Work that another core does while this one goes on.
import Dispatch
import Synchronization

/// A value in the making on another thread.
final class InBackground<Value: Sendable>: Sendable {
    private let made = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    /// Begins to make a value.
    init(_ make: @escaping @Sendable () throws -> Value) {
        group.enter()
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let result = Result { try make() }
            made.withLock { $0 = result }
            group.leave()
        }
    }

    /// The value, as soon as it is there; throws what its making threw.
    func value() throws -> Value {
        group.wait()
        guard let result = made.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
