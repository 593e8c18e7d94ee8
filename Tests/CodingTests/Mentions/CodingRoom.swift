// The built-in data and the trained pipeline, read once for all tests of this room.
import Chronology
import EventModel
import Foundation
import Language

@testable import Coding

/// The data of the checkout, made ready.
struct CodingRoom: Sendable {
    let lexicon: ActorLexicon
    let gazetteer: Gazetteer
    let actors: ActorFinder
    let places: PlaceFinder
    let resolver: ActorResolver
    let pipeline: Pipeline

    static let shared = Result { try CodingRoom() }

    init() throws {
        let names = ["states", "peoples", "organizations", "groups", "leaders", "agents", "grammar"]
        lexicon = try ActorLexicon(files: try names.map { ("\($0).tsv", try Self.bytes("Coding/Data/\($0).tsv")) })
        gazetteer = try Gazetteer(files: [("places.tsv", try Self.bytes("Coding/Data/places.tsv"))])
        actors = ActorFinder(lexicon: lexicon)
        places = PlaceFinder(gazetteer: gazetteer, lexicon: lexicon)
        resolver = ActorResolver(lexicon: lexicon)
        pipeline = Pipeline(
            segmenter: try Segmenter(wordList: try Self.bytes("Language/Data/segmentation.txt")),
            model: try LanguageModel(bytes: try Self.bytes("Language/Data/language.model"))
        )
    }

    /// The resolved mentions of a text.
    func mentions(_ text: String, published: String = "2024-01-24") -> [ActorMention] {
        let document = pipeline.annotate(text)
        let found = actors.mentions(
            in: document,
            published: Day(iso: published),
            places: places.mentions(in: document)
        )
        return resolver.resolve(found, in: document)
    }

    /// The mention of a text whose words are these.
    func mention(_ words: String, in text: String, published: String = "2024-01-24") -> ActorMention? {
        mentions(text, published: published).first { $0.actor.text == words }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appendingPathComponent("Sources/" + path)))
    }
}

/// A failed expectation prints what it read; the whole lexicon would take minutes.
extension CodingRoom: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: []) }
}
