// The coder, made when the first article asks for it.
import Coding
import EventModel

/// Makes one coder at first use and shares it between threads.
struct CoderSource: Sendable {
    private let made: MadeOnce<Coder>

    /// A source of what the function makes.
    init(_ make: @escaping @Sendable () throws -> Coder) { made = MadeOnce(make) }

    /// The coder; throws what its making threw.
    func coder() throws -> Coder { try made.value() }

    /// The events of an article.
    func code(_ article: Article) -> Result<[Event], any Error> {
        Result { try coder().code(article) }
    }
}
