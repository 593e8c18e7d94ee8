// A sentence as training sees it.
import Language

/// A sentence ready for training.
struct Sample {
    var words: [WordFeatures]
    /// How often each word stands in the training texts.
    var counts: [Int]
    var goldTags: [UInt8]
    /// Tags as the tagger predicts them without having seen the sentence.
    var tags: [UInt8]
    var heads: [Int32]
    var labels: [UInt8]
    /// Heads as a parser finds them that has not seen the sentence, or none.
    var parsedHeads: [Int32] = []

    /// The words with rare ones made unknown at random, so that unknown words are learnt.
    func forgetful(_ random: inout SeededGenerator, rate: Float) -> [WordFeatures] {
        var words = self.words
        for index in words.indices where random.unit() < rate / (rate + Float(counts[index])) {
            words[index].forget()
        }
        return words
    }
}
