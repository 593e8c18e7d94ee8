// Learns whole parses with a beam, updating where it strays furthest (Huang, Fayong and Guo 2012).
import Language

/// Trains the parser that keeps several parses.
struct BeamTrainer {
    private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: TransitionFeatures.limit)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: 4)
    private let sentence = SentenceFeatures()
    private let arena = StateArena()
    let tagFeatures: TagFeatures
    let width: Int

    init(tagFeatures: TagFeatures, width: Int) {
        self.tagFeatures = tagFeatures
        self.width = width
    }

    func train(_ samples: [Sample], bits: Int, rounds: Int, _ random: inout SeededGenerator) -> AveragedWeights {
        let weights = AveragedWeights(bits: bits, stride: 4, padding: 0)
        let oracles = samples.map { sample -> [Transition] in
            ArcOracle(heads: sample.heads).actions(arena, nothing: sample.heads.count + 1)
        }
        var order = samples.indices.filter { !oracles[$0].isEmpty }
        for _ in 0..<rounds {
            order.shuffle(using: &random)
            for number in order { learn(samples[number], oracles[number], weights, &random) }
        }
        return weights
    }

    private struct Candidate {
        var score: Float
        var state: Int32
        var action: Transition
        var isGold: Bool
    }

    private func learn(
        _ sample: Sample,
        _ gold: [Transition],
        _ weights: AveragedWeights,
        _ random: inout SeededGenerator
    ) {
        let words = sample.forgetful(&random, rate: 0.25)
        sentence.fill(words, sample.tags, words.count, tagFeatures)
        var beam: [(score: Float, state: Int32, isGold: Bool)] = [
            (0, arena.keep(arena.begin(nothing: sentence.nothing)), true)
        ]
        var goldScore: Float = 0
        var goldState = beam[0].state
        var worst: (violation: Float, length: Int, state: Int32) = (-.infinity, 0, 0)
        for step in gold.indices {
            var candidates: [Candidate] = []
            for item in beam {
                let state = arena.states[Int(item.state)]
                score(state, weights)
                for action in Transition.allCases where arena.allows(action, state, count: words.count) {
                    candidates.append(
                        Candidate(
                            score: item.score + scores[Int(action.rawValue)],
                            state: item.state,
                            action: action,
                            isGold: item.isGold && action == gold[step]
                        )
                    )
                }
            }
            score(arena.states[Int(goldState)], weights)
            goldScore += scores[Int(gold[step].rawValue)]
            candidates.sort { ($0.score, $1.isGold ? 1 : 0) > ($1.score, $0.isGold ? 1 : 0) }
            goldState = advance(goldState, gold[step])
            beam = candidates.prefix(width).map { candidate in
                (
                    candidate.score, candidate.isGold ? goldState : advance(candidate.state, candidate.action),
                    candidate.isGold
                )
            }
            let violation = beam[0].score - goldScore
            let fallsOut = !beam.contains { $0.isGold }
            if !beam[0].isGold, violation >= worst.violation, fallsOut || step == gold.count - 1 {
                worst = (violation, step + 1, beam[0].state)
            }
        }
        if worst.length > 0 { update(gold, worst.length, worst.state, weights) }
        weights.step += 1
    }

    private func advance(_ number: Int32, _ action: Transition) -> Int32 {
        var state = arena.apply(action, arena.states[Int(number)])
        state.parent = number
        return arena.keep(state)
    }

    private func score(_ state: ParserState, _ weights: AveragedWeights) {
        let found = TransitionFeatures.extract(
            state,
            arena.frames,
            sentence.atoms,
            nothing: sentence.nothing,
            into: features
        )
        weights.score(features, found, into: scores, width: 3)
    }

    private func update(_ gold: [Transition], _ length: Int, _ last: Int32, _ weights: AveragedWeights) {
        var wrong: [Transition] = []
        var number = last
        while arena.states[Int(number)].parent >= 0 {
            wrong.append(arena.states[Int(number)].action)
            number = arena.states[Int(number)].parent
        }
        wrong.reverse()
        let first = arena.states[0]
        var left = first
        var right = first
        var differs = false
        for step in 0..<length {
            differs = differs || gold[step] != wrong[step]
            if differs {
                add(1, left, gold[step], weights)
                add(-1, right, wrong[step], weights)
            }
            left = arena.apply(gold[step], left)
            right = arena.apply(wrong[step], right)
        }
    }

    private func add(_ amount: Float, _ state: ParserState, _ action: Transition, _ weights: AveragedWeights) {
        let found = TransitionFeatures.extract(
            state,
            arena.frames,
            sentence.atoms,
            nothing: sentence.nothing,
            into: features
        )
        weights.add(amount, features, found, Int(action.rawValue))
    }
}
