// What a treebank says of a sentence.
import Language

/// The gold tree of one sentence.
struct GoldSentence {
    var forms: [String] = []
    var lemmas: [String] = []
    var upos: [PartOfSpeech] = []
    var tags: [String] = []
    /// Node numbers, 0 for the root.
    var heads: [Int32] = []
    var relations: [String] = []

    init(_ sentence: CoNLLU.Sentence) {
        for word in sentence.words {
            forms.append(word.form)
            lemmas.append(word.columns[2])
            upos.append(PartOfSpeech(rawValue: word.columns[3]) ?? .x)
            tags.append(word.columns[4])
            heads.append(Int32(word.columns[6]) ?? 0)
            relations.append(word.columns[7])
        }
    }

    /// The heads with crossing arcs lifted to the head's head until none cross.
    var projectiveHeads: [Int32] {
        var heads = self.heads
        var changed = true
        while changed {
            changed = false
            search: for (index, head) in heads.enumerated() where head != 0 {
                let node = index + 1
                let low = min(node, Int(head))
                let high = max(node, Int(head))
                guard high - low > 1 else { continue }
                for inside in (low + 1)..<high where !reaches(inside, Int(head), heads) {
                    heads[index] = heads[Int(head) - 1]
                    changed = true
                    break search
                }
            }
        }
        return heads
    }

    private func reaches(_ node: Int, _ ancestor: Int, _ heads: [Int32]) -> Bool {
        var at = node
        var steps = 0
        while at != 0, steps <= heads.count {
            if at == ancestor { return true }
            at = Int(heads[at - 1])
            steps += 1
        }
        return false
    }
}
