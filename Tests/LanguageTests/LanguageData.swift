// The room's data files for the tests, read from the checkout.
import Foundation
import Language

/// Data of this room as bytes.
enum LanguageData {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Language/Data")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func segmenter() throws -> Segmenter { try Segmenter(wordList: try bytes("segmentation.txt")) }

    /// Loaded once, for loading takes a while in debug builds.
    private static let loaded = Result { try LanguageModel(bytes: try bytes("language.model")) }

    static func model() throws -> LanguageModel { try loaded.get() }

    static func pipeline(beam: Int = 1) throws -> Pipeline {
        Pipeline(segmenter: try segmenter(), model: try model(), beam: beam)
    }

    static func words(_ text: String) throws -> [String] {
        let document = try segmenter().segment(text)
        return document.tokens.indices.map(document.form)
    }

    static func sentences(_ text: String) throws -> [String] {
        let document = try segmenter().segment(text)
        return document.sentences.map { document.text.string($0.bytes) }
    }
}
