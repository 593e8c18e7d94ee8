// Learns the tagger.
import Language

/// Trains tagging from left to right on the tagger's own guesses.
struct TaggerTrainer {
    private let tagCount: Int
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: Tagger.width)
    private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: TaggerFeatures.limit)

    private let bits: Int
    /// How far ahead of the next tag the right one must be for nothing to be learnt.
    private let margin: Float

    init(tagCount: Int, bits: Int, margin: Float) {
        self.tagCount = tagCount
        self.bits = bits
        self.margin = margin
    }

    /// Trains on the samples of these numbers.
    func train(_ samples: [Sample], _ numbers: [Int], rounds: Int, _ random: inout SeededGenerator) -> AveragedWeights {
        let weights = AveragedWeights(bits: bits, stride: 1, padding: Tagger.width)
        var order = numbers
        for _ in 0..<rounds {
            order.shuffle(using: &random)
            for number in order {
                let sample = samples[number]
                let words = sample.forgetful(&random, rate: 0.3)
                let letters = TaggerFeatures.letters(words, words.count)
                var t1: UInt32 = 200
                var t2: UInt32 = 201
                for at in words.indices {
                    let gold = Int(sample.goldTags[at])
                    var best = gold
                    if words[at].onlyTag > 0 {
                        best = Int(words[at].onlyTag) - 1
                    } else {
                        let found = TaggerFeatures.extract(
                            words,
                            at,
                            words.count,
                            previous: t1,
                            beforePrevious: t2,
                            letters: letters,
                            into: features
                        )
                        weights.score(features, found, into: scores, width: Tagger.width)
                        let ranks = MarginRanking(scores, count: tagCount, gold: gold)
                        best = ranks.best
                        if ranks.lead <= margin {
                            weights.add(1, features, found, gold)
                            weights.add(-1, features, found, ranks.rival)
                        }
                        weights.step += 1
                    }
                    t2 = t1
                    t1 = UInt32(best)
                }
            }
        }
        return weights
    }

    /// Predicts the tags of each tenth of the samples by a tagger trained on the others.
    func jackknife(_ samples: inout [Sample], tags: [TagPair], folds: Int, _ random: inout SeededGenerator) {
        let scratch = ParserScratch()
        for fold in 0..<folds {
            let others = samples.indices.filter { $0 % folds != fold }
            let weights = TrainedWeights(repeats: 1, &random) { train(samples, others, rounds: 4, &$0) }
            let tagger = Tagger(tags: tags, weights: weights.quantised(), mask: weights.mask)
            for number in samples.indices where number % folds == fold {
                scratch.reserve(samples[number].words.count + 1)
                tagger.tag(samples[number].words, samples[number].words.count, into: scratch.tags, scratch: scratch)
                samples[number].tags = samples[number].words.indices.map { scratch.tags[$0] }
            }
        }
    }
}
