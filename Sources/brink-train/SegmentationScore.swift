// How well tokens and sentences found in raw text agree with a treebank.
import Foundation
import Language

/// F1 of token and sentence spans.
struct SegmentationScore: CustomStringConvertible {
    private var tokens = (right: 0, ours: 0, gold: 0)
    private var sentences = (right: 0, ours: 0, gold: 0)

    init(_ content: CoNLLU, _ segmenter: Segmenter) {
        for raw in RawDocument.documents(of: content) {
            let document = segmenter.segment(raw.text)
            tokens.right += document.tokens.count { raw.tokens.contains($0.bytes) }
            tokens.ours += document.tokens.count
            tokens.gold += raw.tokens.count
            sentences.right += document.sentences.count { raw.sentences.contains($0.bytes) }
            sentences.ours += document.sentences.count
            sentences.gold += raw.sentences.count
        }
    }

    var description: String {
        func f1(_ counts: (right: Int, ours: Int, gold: Int)) -> String {
            String(format: "%.2f", 200 * Double(counts.right) / Double(max(counts.ours + counts.gold, 1)))
        }
        return "from raw text: tokens F1 \(f1(tokens)), sentences F1 \(f1(sentences))"
    }
}
