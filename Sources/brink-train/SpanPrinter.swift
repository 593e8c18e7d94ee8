// Prints where sentences and tokens stand, for measures outside.
import Foundation
import Language

/// Sentence and token spans of JSONL articles, in Unicode scalars.
struct SpanPrinter {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        let segmenter = try Segmenter(wordList: try options.bytes("word-list"))
        let lines = try String(contentsOfFile: try options.string("articles"), encoding: .utf8)
        for line in lines.split(separator: "\n") {
            guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = row["text"] as? String
            else { continue }
            let document = segmenter.segment(text)
            let sentences = document.sentences.map { pair(document.text.scalars($0.bytes)) }
            let tokens = document.tokens.map { pair(document.text.scalars($0.bytes)) }
            let out = try JSONSerialization.data(
                withJSONObject: ["id": row["id"] ?? "", "sentences": sentences, "tokens": tokens])
            FileHandle.standardOutput.write(out + Data("\n".utf8))
        }
    }

    private func pair(_ span: Range<Int>) -> [Int] { [span.lowerBound, span.upperBound] }
}
