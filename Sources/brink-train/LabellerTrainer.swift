// Learns the relations of arcs.
import Language

/// Trains the labeller on gold trees with the tagger's guesses.
struct LabellerTrainer {
    static let bits = 21
    private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: LabelFeatures.limit)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: Labeller.width)
    private let scratch = ParserScratch()
    let contents: ModelContents
    /// How far ahead of the next relation the right one must be for nothing to be learnt.
    private let margin: Float
    private let kinds: [UInt8]

    init(contents: ModelContents, margin: Float) {
        self.contents = contents
        self.margin = margin
        kinds = contents.labels.map(Labeller.kind)
    }

    func train(_ samples: [Sample], rounds: Int, _ random: inout SeededGenerator) -> AveragedWeights {
        let weights = AveragedWeights(bits: Self.bits, stride: 1, padding: Labeller.width)
        let tagFeatures = TagFeatures(contents.tags)
        let roles = contents.tags.map(TagRole.init)
        var order = Array(samples.indices)
        for round in 0..<rounds {
            order.shuffle(using: &random)
            for number in order {
                let sample = samples[number]
                // Every other round sees trees with a parser's mistakes, and learns from the arcs that are right.
                let heads = round % 2 == 1 && !sample.parsedHeads.isEmpty ? sample.parsedHeads : sample.heads
                let words = sample.forgetful(&random, rate: 0.25)
                scratch.reserve(words.count + 1)
                scratch.sentence.fill(words, sample.tags, words.count, tagFeatures)
                let links = TreeLinks(
                    scratch.links,
                    heads: heads,
                    count: words.count,
                    tags: sample.tags,
                    roles: roles
                )
                for index in words.indices {
                    let isRight = heads[index] == sample.heads[index]
                    learn(index + 1, sample.labels[index], isRight, links, weights)
                }
            }
        }
        return weights
    }

    private func learn(
        _ node: Int,
        _ gold: UInt8,
        _ isRight: Bool,
        _ links: TreeLinks,
        _ weights: AveragedWeights
    ) {
        let head = Int(links.nodes[node].head)
        var best = gold
        if head != 0 {
            let found = LabelFeatures.extract(
                node,
                links.nodes,
                scratch.sentence.atoms,
                nothing: scratch.sentence.nothing,
                into: features
            )
            weights.score(features, found, into: scores, width: Labeller.width)
            let ranks = MarginRanking(scores, count: contents.labels.count, gold: Int(gold))
            best = UInt8(ranks.best)
            if isRight, ranks.lead <= margin {
                weights.add(1, features, found, Int(gold))
                weights.add(-1, features, found, ranks.rival)
            }
            weights.step += 1
        }
        links.nodes[head].lastLabel = best
        links.nodes[head].seen |= kinds[Int(best)]
    }
}
