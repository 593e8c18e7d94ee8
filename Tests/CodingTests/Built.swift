// The coder on the built-in data, built once for all tests.
import Chronology
import EventModel
import Foundation
import Language

@testable import Coding

/// The built-in lexicons, read from the checkout.
enum Built {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    static func ontology() throws -> Ontology {
        try Ontology(
            cameo: bytes("Sources/EventModel/Data/cameo.tsv"),
            modes: bytes("Sources/EventModel/Data/modes.tsv"),
            contexts: bytes("Sources/EventModel/Data/contexts.tsv"),
            hostility: bytes("Sources/EventModel/Data/hostility.tsv")
        )
    }

    static func actionFiles() throws -> ActionLexicon.Files {
        try ActionLexicon.Files(named: { name throws -> [UInt8] in try bytes("Sources/Coding/Data/" + name) })
    }

    static func actions() throws -> ActionLexicon { try ActionLexicon(actionFiles(), ontology: ontology()) }

    /// The coder, built when the first test asks for it.
    static let coder: Result<Coder, any Error> = Result { try makeCoder(Coder.Options(merge: .article, traces: true)) }

    static func makeCoder(_ options: Coder.Options) throws -> Coder {
        let folder = root.appending(path: "Sources/Coding/Data")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        func files(_ kinds: [String]) throws -> [(name: String, bytes: [UInt8])] {
            try kinds.flatMap { kind in
                try names.filter { $0.hasPrefix(kind + ".") || $0.hasPrefix(kind + "-") }
                    .map { ($0, try bytes("Sources/Coding/Data/" + $0)) }
            }
        }
        let language = ["calendar", "numbers", "casualties", "names", "speech"]
        return Coder(
            model: try LanguageModel(bytes: bytes("Sources/Language/Data/language.model")),
            segmenter: try Segmenter(wordList: bytes("Sources/Language/Data/segmentation.txt")),
            vocabulary: try Vocabulary(files: language.map { try bytes("Sources/Language/Data/\($0).txt") }),
            actors: try ActorLexicon(
                files: files(["grammar", "states", "peoples", "organizations", "groups", "leaders", "agents"])
            ),
            gazetteer: try EventModel.Gazetteer(files: files(["places"])),
            actions: try actions(),
            ontology: try ontology(),
            options: options
        )
    }

    /// A text published on 2024-03-01, a Friday.
    static func article(_ text: String) -> Article { Article(id: "a", text: text, published: Day(iso: "2024-03-01")) }

    /// The events of a text published on 2024-03-01, a Friday.
    static func events(_ text: String) throws -> [Event] { try coder.get().code(article(text)) }
}
