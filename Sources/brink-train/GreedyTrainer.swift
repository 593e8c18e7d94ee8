// Learns parsing one action at a time, with a dynamic oracle (Goldberg and Nivre 2012).
import Language

/// Trains the greedy parser: it follows its own mistakes and learns the best action after them.
struct GreedyTrainer {
    private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: TransitionFeatures.limit)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: 4)
    private let sentence = SentenceFeatures()
    private let arena = StateArena()
    let tagFeatures: TagFeatures

    init(tagFeatures: TagFeatures) { self.tagFeatures = tagFeatures }

    func train(_ samples: [Sample], bits: Int, rounds: Int, _ random: inout SeededGenerator) -> AveragedWeights {
        let weights = AveragedWeights(bits: bits, stride: 4, padding: 0)
        var order = Array(samples.indices)
        for round in 0..<rounds {
            order.shuffle(using: &random)
            for number in order { learn(samples[number], weights, explores: round > 0, &random) }
        }
        return weights
    }

    /// Parses each part of the samples by a parser trained on the others.
    func jackknife(_ samples: inout [Sample], bits: Int, folds: Int, _ random: inout SeededGenerator) {
        let scratch = ParserScratch()
        for fold in 0..<folds {
            let others = samples.indices.filter { $0 % folds != fold }.map { samples[$0] }
            let trained = TrainedWeights(repeats: 1, &random) { train(others, bits: bits, rounds: 4, &$0) }
            let weights = TransitionWeights(differences: trained.transitionDifferences())
            for number in samples.indices where number % folds == fold {
                let count = samples[number].words.count
                scratch.reserve(count + 1)
                scratch.sentence.fill(samples[number].words, samples[number].tags, count, tagFeatures)
                Parser.parseGreedily(weights, scratch, LogisticCurve(offset: 0, slope: 1))
                samples[number].parsedHeads = (0..<count).map { scratch.heads[$0] }
            }
        }
    }

    private func learn(_ sample: Sample, _ weights: AveragedWeights, explores: Bool, _ random: inout SeededGenerator) {
        let words = sample.forgetful(&random, rate: 0.25)
        sentence.fill(words, sample.tags, words.count, tagFeatures)
        let oracle = ArcOracle(heads: sample.heads)
        var state = arena.begin(nothing: sentence.nothing)
        for _ in 0..<(2 * words.count) {
            let found = TransitionFeatures.extract(
                state,
                arena.frames,
                sentence.atoms,
                nothing: sentence.nothing,
                into: features
            )
            weights.score(features, found, into: scores, width: 3)
            let costs = oracle.costs(state, arena)
            var guess: Transition?
            var gold: Transition?
            let least = Transition.allCases.compactMap { costs[Int($0.rawValue)] }.min() ?? 0
            for action in Transition.allCases {
                guard let cost = costs[Int(action.rawValue)] else { continue }
                let score = scores[Int(action.rawValue)]
                if score > guess.map({ scores[Int($0.rawValue)] }) ?? -.infinity { guess = action }
                if cost == least, score > gold.map({ scores[Int($0.rawValue)] }) ?? -.infinity { gold = action }
            }
            guard let guess, let gold else { return }
            if guess != gold, costs[Int(guess.rawValue)] != least {
                weights.add(1, features, found, Int(gold.rawValue))
                weights.add(-1, features, found, Int(guess.rawValue))
            }
            weights.step += 1
            state = arena.apply(explores && random.unit() < 0.9 ? guess : gold, state)
        }
    }
}
