// Which actions lead to the gold tree.
import Language

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
