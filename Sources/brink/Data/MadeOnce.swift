// What takes time to make and is needed in several places, or in none.
import Synchronization

/// A value that is made when it is first asked for and then kept, for all threads.
final class MadeOnce<Value: Sendable>: Sendable {
    private let make: @Sendable () throws -> Value
    private let made = Mutex<Result<Value, any Error>?>(nil)

    /// A value that the function makes.
    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    /// The value; throws what its making threw.
    func value() throws -> Value {
        try made.withLock { made in
            if let made { return made }
            let result = Result { try make() }
            made = result
            return result
        }.get()
    }
}
