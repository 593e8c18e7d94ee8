// Prints trees as CoNLL-U, to look at what a model does.
import Foundation
import Language

/// Parses treebank tokens or plain text.
struct TreePrinter {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        let pipeline = Pipeline(
            segmenter: try Segmenter(wordList: try options.bytes("word-list")),
            model: try LanguageModel(bytes: try options.bytes("model")),
            beam: try options.number("beam", default: 8)
        )
        if let path = try? options.string("conllu") {
            var content = try CoNLLUFile(path: path).content
            var document = content.document
            pipeline.annotate(&document)
            content.fill(from: document)
            print(content.text, terminator: "")
        } else {
            let text = try String(contentsOfFile: try options.string("text"), encoding: .utf8)
            print(CoNLLU(pipeline.annotate(text)).text, terminator: "")
        }
    }
}
