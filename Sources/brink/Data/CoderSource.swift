// The coder, made when the first article asks for it.
import Coding
import EventModel
import Synchronization

/// Makes one coder at first use and shares it between threads.
final class CoderSource: Sendable {
    private let make: @Sendable () throws -> Coder
    private let made = Mutex<Result<Coder, any Error>?>(nil)

    /// A source of what the function makes.
    init(_ make: @escaping @Sendable () throws -> Coder) { self.make = make }

    /// The coder; throws what its making threw.
    func coder() throws -> Coder {
        try made.withLock { made in
            if let made { return made }
            let result = Result { try make() }
            made = result
            return result
        }.get()
    }

    /// The events of an article.
    func code(_ article: Article) -> Result<[Event], any Error> {
        Result { try coder().code(article) }
    }
}
