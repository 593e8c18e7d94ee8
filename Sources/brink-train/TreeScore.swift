// How well tags and trees agree with a treebank.
import Foundation
import Language

/// Accuracy on given tokens; relations are compared by their universal part.
struct TreeScore: CustomStringConvertible {
    private var count = 0
    private var upos = 0
    private var tag = 0
    private var lemma = 0
    private var head = 0
    private var labelled = 0
    /// Right, predicted and gold arcs by universal relation.
    private var relations: [String: (right: Int, ours: Int, gold: Int)] = [:]
    /// Arcs and right arcs by tenths of confidence.
    private var confidence = [(right: Int, all: Int)](repeating: (0, 0), count: 10)

    init(_ content: CoNLLU, _ document: Document) {
        for (sentence, ours) in zip(content.sentences, document.sentences) {
            let gold = GoldSentence(sentence)
            for (index, place) in ours.tokens.enumerated() {
                let token = document.tokens[place]
                let ourHead = token.head.map { $0 - ours.tokens.lowerBound + 1 } ?? 0
                let rightHead = ourHead == Int(gold.heads[index])
                let goldRelation = String(gold.relations[index].prefix { $0 != ":" })
                let ourRelation = String(token.relation.universal)
                let right = rightHead && goldRelation == ourRelation
                count += 1
                upos += token.upos == gold.upos[index] ? 1 : 0
                tag += token.tag == gold.tags[index] ? 1 : 0
                lemma += token.lemma == gold.lemmas[index].lowercased() ? 1 : 0
                head += rightHead ? 1 : 0
                labelled += right ? 1 : 0
                relations[goldRelation, default: (0, 0, 0)].gold += 1
                relations[ourRelation, default: (0, 0, 0)].ours += 1
                if right { relations[goldRelation, default: (0, 0, 0)].right += 1 }
                let tenth = min(max(Int(token.confidence * 10), 0), 9)
                confidence[tenth].all += 1
                confidence[tenth].right += rightHead ? 1 : 0
            }
        }
    }

    func f1(_ relation: String) -> Double {
        guard let (right, ours, gold) = relations[relation], ours + gold > 0 else { return 0 }
        return 200 * Double(right) / Double(ours + gold)
    }

    var description: String {
        func percent(_ part: Int) -> String { String(format: "%.2f", 100 * Double(part) / Double(max(count, 1))) }
        let names = ["nsubj", "obj", "obl", "nmod", "conj", "appos", "acl", "advcl", "ccomp", "parataxis"]
        let each = names.map { "\($0) " + String(format: "%.1f", f1($0)) }.joined(separator: ", ")
        let sure = confidence.map { $0.all == 0 ? "-" : String(100 * $0.right / $0.all) }.joined(separator: " ")
        return "words \(count), UPOS \(percent(upos)), XPOS \(percent(tag)), lemma \(percent(lemma)), "
            + "UAS \(percent(head)), LAS \(percent(labelled)); \(each); right by tenths of confidence: \(sure)"
    }
}
