// In which country each sentence of a text is set, as far as it says so.
import EventModel
import Language

/// The countries of the places in which something is said to happen.
struct Scenes {
    private let sentences: [Range<Int>]
    /// By sentence, the one country of its places, nil where it names none or several.
    private let countries: [String?]

    init(_ places: [PlaceMention], _ document: Document) {
        sentences = document.sentences.map(\.tokens)
        countries = document.sentences.grouped(places.map(\.tokens.lowerBound)).map { range in
            let found = places[range].scenes
            return found.count == 1 ? found.first : nil
        }
    }

    /// The country in which the sentence of a token is set.
    func country(at token: Int) -> String? {
        sentences.firstIndex { $0.contains(token) }.flatMap { countries[$0] }
    }
}

extension Sequence<PlaceMention> {
    /// The countries in which something is said to happen.
    var scenes: Set<String> { Set(filter { $0.isLocative && $0.preposition != "from" }.compactMap(\.place.country)) }
}
