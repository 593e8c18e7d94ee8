// Treebank documents as raw text.
import Language

/// A document of a treebank put together as raw text, with the gold spans in UTF-8 bytes.
struct RawDocument {
    var text = ""
    var tokens: Set<Range<Int>> = []
    var sentences: Set<Range<Int>> = []

    /// The treebank's documents: sentences of a paragraph with a space between, paragraphs with an empty line.
    static func documents(of content: CoNLLU) -> [RawDocument] {
        var documents: [RawDocument] = []
        for sentence in content.sentences {
            guard let line = sentence.comments.first(where: { $0.hasPrefix("# text = ") }) else { continue }
            let text = String(line.dropFirst(9))
            let isNew = sentence.comments.contains { $0.hasPrefix("# newdoc") }
            let isParagraph = sentence.comments.contains { $0.hasPrefix("# newpar") }
            if isNew || documents.isEmpty { documents.append(RawDocument()) }
            let last = documents.count - 1
            if !documents[last].text.isEmpty { documents[last].text += isParagraph ? "\n\n" : " " }
            documents[last].add(text, sentence.words.map(\.form))
        }
        return documents
    }

    private mutating func add(_ sentence: String, _ forms: [String]) {
        let start = text.utf8.count
        let bytes = Array(sentence.utf8)
        var at = 0
        for form in forms {
            let form = Array(form.utf8)
            while at < bytes.count,
                bytes[at] == 0x20 || bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
            {
                at += bytes[at] == 0x20 ? 1 : 2
            }
            tokens.insert((start + at)..<(start + at + form.count))
            at += form.count
        }
        text += sentence
        sentences.insert(start..<(start + bytes.count))
    }
}
