// Who the bare names of event tables stand for.
import EventModel

/// The lexicon as a book of names, made when the first bare name asks for it.
final class KnownActors {
    private let make: () throws -> ActorLexicon
    private var book: ActorBook?

    /// A book of the lexicon that `make` gives.
    init(_ make: @escaping () throws -> ActorLexicon) {
        self.make = make
    }

    /// The event, its actors as the lexicon knows them where it gives their names and nothing else.
    func known(_ event: Event) throws -> Event {
        func isBare(_ actor: Actor) -> Bool { actor.country == nil && actor.sector == nil }
        guard event.source.contains(where: isBare) || event.target.contains(where: isBare) else { return event }
        let book = try book ?? ActorBook(make())
        self.book = book
        var event = event
        event.source = event.source.map(book.known)
        event.target = event.target.map(book.known)
        return event
    }
}
