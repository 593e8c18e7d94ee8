// Trains the tagger, the parser and the lemmatizer, and measures them.
import Foundation
import Language

@main struct Main {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "segment": try segment(arguments)
        default: print("usage: brink-train segment WORDLIST FILE.jsonl")
        }
    }

    static func segment(_ arguments: [String]) throws {
        let words = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
        let segmenter = try Segmenter(wordList: Array(words))
        let lines = try String(contentsOfFile: arguments[2], encoding: .utf8)
        for line in lines.split(separator: "\n") {
            guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = row["text"] as? String
            else { continue }
            let document = segmenter.segment(text)
            let sentences = document.sentences.map { sentence in
                let span = document.span(sentence.tokens)
                return [span.lowerBound, span.upperBound]
            }
            let tokens = document.tokens.map { token in
                let span = document.text.scalars(token.bytes)
                return [span.lowerBound, span.upperBound]
            }
            let out = try JSONSerialization.data(withJSONObject: [
                "id": row["id"] ?? "", "sentences": sentences, "tokens": tokens,
            ])
            FileHandle.standardOutput.write(out + Data("\n".utf8))
        }
    }
}
