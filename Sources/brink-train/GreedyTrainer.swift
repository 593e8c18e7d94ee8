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

/// Says how many gold arcs an action makes unreachable.
struct ArcOracle {
    let heads: [Int32]

    /// The cost of each action by its number, nil where it is not allowed.
    func costs(_ state: ParserState, _ arena: StateArena) -> [Int?] {
        let count = heads.count
        let next = Int(state.next)
        let top = Int(arena.frames[Int(state.top)].node)
        let below = arena.frames[Int(arena.frames[Int(state.top)].below)]
        var costs: [Int?] = [nil, nil, nil]
        let lostDependents = top == 0 || next > count ? 0 : (next...count).count { heads[$0 - 1] == Int32(top) }
        if arena.allows(.shift, state, count: count) {
            var cost = 0
            var frame = state.top
            while true {
                let node = arena.frames[Int(frame)].node
                if node != 0, heads[Int(node) - 1] == Int32(next) { cost += 1 }
                if frame != state.top, heads[next - 1] == node { cost += 1 }
                if node == 0 { break }
                frame = arena.frames[Int(frame)].below
            }
            costs[0] = cost
        }
        if arena.allows(.left, state, count: count) {
            let head = heads[top - 1]
            costs[1] = lostDependents + (head == below.node || head > Int32(next) ? 1 : 0)
        }
        if arena.allows(.right, state, count: count) {
            let head = heads[top - 1]
            costs[2] = lostDependents + (head >= Int32(next) && head != 0 ? 1 : 0)
        }
        return costs
    }

    /// The actions that build the gold tree, reducing as early as possible.
    func actions(_ arena: StateArena, nothing: Int) -> [Transition] {
        var pending = [Int](repeating: 0, count: heads.count + 1)
        for head in heads { pending[Int(head)] += 1 }
        var actions: [Transition] = []
        var state = arena.begin(nothing: nothing)
        for _ in 0..<(2 * heads.count) {
            let frame = arena.frames[Int(state.top)]
            let top = Int(frame.node)
            var action = Transition.shift
            if top != 0, pending[top] == 0 {
                let head = heads[top - 1]
                if Int(head) == Int(state.next), arena.allows(.left, state, count: heads.count) {
                    action = .left
                } else if head == arena.frames[Int(frame.below)].node,
                    arena.allows(.right, state, count: heads.count)
                {
                    action = .right
                }
            }
            guard arena.allows(action, state, count: heads.count) else { return [] }
            if action != .shift { pending[Int(heads[top - 1])] -= 1 }
            actions.append(action)
            state = arena.apply(action, state)
        }
        return actions
    }
}
