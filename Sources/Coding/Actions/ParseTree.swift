// The dependency tree seen from above: the parser gives each token its head, the coder asks for children.
import Language

/// The children of every token of a document, in the order of the text.
struct ParseTree: Sendable {
    let tokens: [Token]
    private let firstChild: [Int32]
    private let nextSibling: [Int32]

    init(_ document: Document) {
        tokens = document.tokens
        var first = [Int32](repeating: -1, count: tokens.count)
        var next = [Int32](repeating: -1, count: tokens.count)
        for index in tokens.indices.reversed() {
            guard let head = tokens[index].head, tokens.indices.contains(head) else { continue }
            next[index] = first[head]
            first[head] = Int32(index)
        }
        firstChild = first
        nextSibling = next
    }

    /// The tokens that depend on this one.
    func children(of token: Int) -> Children { Children(upcoming: firstChild[token], siblings: nextSibling) }

    /// The first child with one of these relations.
    func child(of token: Int, _ relations: Relation...) -> Int? {
        for child in children(of: token) where relations.contains(tokens[child].relation) { return child }
        return nil
    }

    /// Whether `token` is `ancestor` or depends on it.
    func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
        var current: Int? = token
        var steps = 0
        while let here = current, steps < 64 {
            if here == ancestor { return true }
            current = tokens[here].head
            steps += 1
        }
        return false
    }

    struct Children: Sequence, IteratorProtocol {
        var upcoming: Int32
        let siblings: [Int32]

        mutating func next() -> Int? {
            guard upcoming >= 0 else { return nil }
            let current = Int(upcoming)
            upcoming = siblings[current]
            return current
        }
    }
}
