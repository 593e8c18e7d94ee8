// Gives the tests the vocabulary and documents from the data files of the checkout.

import Chronology
import Foundation

@testable import Language

/// Texts read as the command reads them; without trees unless asked for.
enum Reading {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Language/Data")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static let words = Result {
        let files = ["calendar.txt", "numbers.txt", "casualties.txt", "speech.txt", "names.txt"]
        return try Vocabulary(files: try files.map(bytes))
    }

    private static let segmenter = Result { try Segmenter(wordList: bytes("segmentation.txt")) }

    static func vocabulary() throws -> Vocabulary { try words.get() }

    static func document(_ text: String) throws -> Document { try segmenter.get().segment(text) }

    private static let pipeline = Result {
        Pipeline(segmenter: try segmenter.get(), model: try LanguageModel(bytes: bytes("language.model")))
    }

    /// The document with tags and trees.
    static func parsed(_ text: String) throws -> Document { try pipeline.get().annotate(text) }

    static func annotations(_ text: String, date: String = "2024-01-24") throws -> Annotations {
        try Annotator(vocabulary: vocabulary()).annotate(document(text), publication: Day(iso: date))
    }
}
