// The dependents of each token of a document, for walking trees from above.

/// Children, subtrees and paths of a document's dependency trees; built once, read without allocation where it can be.
public struct DependencyTree: Sendable {
    private let heads: [Int32]
    /// The dependents of token `i` are `dependents[starts[i]..<starts[i + 1]]`, from left to right.
    private let starts: [Int32]
    private let dependents: [Int]
    /// The outermost tokens of each subtree.
    private let firsts: [Int32]
    private let lasts: [Int32]

    /// The trees of tokens whose heads are known.
    public init(_ tokens: [Token]) {
        let count = tokens.count
        heads = tokens.map { token in
            guard let head = token.head, tokens.indices.contains(head) else { return -1 }
            return Int32(truncatingIfNeeded: head)
        }
        var starts = [Int32](repeating: 0, count: count + 1)
        for head in heads where head >= 0 { starts[Int(head) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var dependents = [Int](repeating: 0, count: Int(starts[count]))
        for (token, head) in heads.enumerated() where head >= 0 {
            dependents[Int(next[Int(head)])] = token
            next[Int(head)] += 1
        }
        self.starts = starts
        self.dependents = dependents
        var firsts = (0..<count).map { Int32(truncatingIfNeeded: $0) }
        var lasts = firsts
        for token in 0..<count {
            let here = Int32(truncatingIfNeeded: token)
            var above = Int(heads[token])
            while above >= 0, firsts[above] > here || lasts[above] < here {
                firsts[above] = min(firsts[above], here)
                lasts[above] = max(lasts[above], here)
                above = Int(heads[above])
            }
        }
        self.firsts = firsts
        self.lasts = lasts
    }

    /// The tokens that depend on a token, from left to right.
    public func children(of token: Int) -> ArraySlice<Int> {
        dependents[Int(starts[token])..<Int(starts[token + 1])]
    }

    /// The token that a token depends on, or nil for a root.
    public func head(of token: Int) -> Int? { heads[token] < 0 ? nil : Int(heads[token]) }

    /// The first and the last token of a token's subtree as a range.
    public func extent(of token: Int) -> Range<Int> { Int(firsts[token])..<Int(lasts[token]) + 1 }

    /// The tokens of a token's subtree with the token itself, from left to right; branches that fail `where` are left out.
    public func subtree(of token: Int, where keeps: (Int) -> Bool = { _ in true }) -> [Int] {
        var found: [Int] = []
        var pending = [token]
        while let next = pending.popLast() {
            found.append(next)
            for child in children(of: next) where keeps(child) { pending.append(child) }
        }
        return found.sorted()
    }

    /// Whether a token is another or depends on it, directly or not.
    public func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
        var at: Int? = token
        var steps = 0
        while let here = at, steps <= heads.count {
            if here == ancestor { return true }
            at = head(of: here)
            steps += 1
        }
        return false
    }

    /// The tokens that a token depends on, nearest first, up to the root.
    public func ancestors(of token: Int) -> [Int] {
        var found: [Int] = []
        var at = head(of: token)
        while let here = at, found.count < heads.count {
            found.append(here)
            at = head(of: here)
        }
        return found
    }

    /// The tokens from one to another through the tree, with both; empty if they stand in different sentences.
    public func path(from: Int, to: Int) -> [Int] {
        let up = [from] + ancestors(of: from)
        let down = [to] + ancestors(of: to)
        guard let meeting = up.first(where: { down.contains($0) }) else { return [] }
        let rising = up.prefix { $0 != meeting }
        let falling = down.prefix { $0 != meeting }
        return Array(rising) + [meeting] + Array(falling.reversed())
    }
}
