// Reading and writing CoNLL-U (universaldependencies.org/format.html).

/// Sentences in the ten columns of CoNLL-U.
public struct CoNLLU: Sendable {
    /// A row: a word, or a range (`1-2`) or empty node (`1.1`) that only passes through.
    public struct Row: Sendable {
        /// The ten columns; missing ones are `_`.
        public var columns: [String]

        /// Whether the row is a word of the tree.
        public var isWord: Bool { !columns[0].isEmpty && columns[0].utf8.allSatisfy { (0x30...0x39).contains($0) } }
        /// The word itself.
        public var form: String { columns[1] }
    }

    /// A sentence with the comment lines above it.
    public struct Sentence: Sendable {
        /// Lines that begin with `#`.
        public var comments: [String] = []
        /// The rows in order.
        public var rows: [Row] = []

        /// The rows that are words of the tree.
        public var words: [Row] { rows.filter(\.isWord) }
    }

    /// The sentences in order.
    public var sentences: [Sentence] = []

    /// The sentences of a CoNLL-U text; rows may lack columns at the end.
    public init(_ text: String) {
        var sentence = Sentence()
        // By bytes, for a carriage return and a newline are one Character.
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
            if line.hasPrefix("#") && sentence.rows.isEmpty {
                sentence.comments.append(line)
            } else if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
                close(&sentence)
            } else {
                var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                while columns.count < 10 { columns.append("_") }
                sentence.rows.append(Row(columns: Array(columns.prefix(10))))
            }
        }
        close(&sentence)
    }

    private mutating func close(_ sentence: inout Sentence) {
        if !sentence.rows.isEmpty || !sentence.comments.isEmpty { sentences.append(sentence) }
        sentence = Sentence()
    }

    /// A document of the words as they are given, one CoNLL-U sentence to a sentence.
    public var document: Document { Document(sentences: sentences.map { $0.words.map(\.form) }) }

    /// Writes a document's lemmas, tags and trees into the words' rows; the document must be made of these words.
    public mutating func fill(from document: Document) {
        guard document.sentences.count == sentences.count else { return }
        for index in sentences.indices {
            let range = document.sentences[index].tokens
            let places = sentences[index].rows.indices.filter { sentences[index].rows[$0].isWord }
            guard places.count == range.count else { continue }
            for (place, token) in zip(places, range) {
                let token = document.tokens[token]
                let head = token.head.map { $0 - range.lowerBound + 1 } ?? 0
                sentences[index].rows[place].columns[2] = token.lemma.isEmpty ? "_" : token.lemma
                sentences[index].rows[place].columns[3] = token.upos.rawValue
                sentences[index].rows[place].columns[4] = token.tag.isEmpty ? "_" : token.tag
                sentences[index].rows[place].columns[6] = String(head)
                sentences[index].rows[place].columns[7] = token.relation.rawValue
            }
        }
    }

    /// The sentences of an annotated document, with their text as a comment.
    public init(_ document: Document) {
        for sentence in document.sentences {
            var rows: [Row] = []
            for (number, token) in sentence.tokens.enumerated() {
                var columns = [String](repeating: "_", count: 10)
                columns[0] = String(number + 1)
                columns[1] = document.form(token)
                let end = document.tokens[token].bytes.upperBound
                if token + 1 < sentence.tokens.upperBound, document.tokens[token + 1].bytes.lowerBound == end {
                    columns[9] = "SpaceAfter=No"
                }
                rows.append(Row(columns: columns))
            }
            let text = document.text.string(sentence.bytes).split(whereSeparator: \.isNewline).joined(separator: " ")
            sentences.append(Sentence(comments: ["# text = \(text)"], rows: rows))
        }
        fill(from: document)
    }

    /// The sentences as CoNLL-U text, with an empty line after each.
    public var text: String {
        var text = ""
        for sentence in sentences {
            for comment in sentence.comments { text += comment + "\n" }
            for row in sentence.rows { text += row.columns.joined(separator: "\t") + "\n" }
            text += "\n"
        }
        return text
    }
}
