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

    /// The events of each of some articles.
    func code(_ articles: [Article]) -> [Result<[Event], any Error>] {
        do {
            return try coder().code(articles).map { .success($0) }
        } catch {
            return articles.map { _ in .failure(error) }
        }
    }
}
