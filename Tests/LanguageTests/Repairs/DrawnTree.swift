// Trees that tests draw word by word, for repairs to mend.
@testable import Language

/// A tree in rows of form, lemma, UPOS, XPOS, head, relation and, where it has any, marks parted by commas.
struct DrawnTree {
    private static let marks: [String: SentenceTree.Marks] = [
        "time": .time, "speech": .speech, "object": .object, "bare": .bare, "clause": .clause,
    ]
    let rows: [[String]]

    /// The tree after `mend`, as `head relation` for each word.
    func mended(_ mend: (SentenceTree) -> Void) -> [String] {
        var document = Document(sentences: [rows.map { $0[0] }])
        var marks: [SentenceTree.Marks] = []
        for (index, row) in rows.enumerated() {
            document.tokens[index].lemma = row[1]
            document.tokens[index].upos = PartOfSpeech(rawValue: row[2]) ?? .x
            document.tokens[index].tag = row[3]
            document.tokens[index].head = Int(row[4]).flatMap { $0 == 0 ? nil : $0 - 1 }
            document.tokens[index].relation = Relation(rawValue: row[5]) ?? .dep
            let names = row.count > 6 ? row[6].split(separator: ",").map(String.init) : []
            marks.append(SentenceTree.Marks(names.map { Self.marks[$0] ?? [] }))
        }
        let range = document.sentences[0].tokens
        document.tokens.withUnsafeMutableBufferPointer { tokens in
            marks.withUnsafeBufferPointer { marks in
                guard let base = marks.baseAddress else { return }
                mend(SentenceTree(tokens: tokens, range: range, marks: base))
            }
        }
        return document.tokens.map { "\(($0.head ?? -1) + 1) \($0.relation.rawValue)" }
    }

    /// The tree after all repairs, from rows parted by blanks whose fields are parted by `/`.
    static func repaired(_ tree: String) -> [String] {
        let rows = tree.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "/").map(String.init) }
        return DrawnTree(rows: rows).mended(TreeRepairs.apply)
    }
}
