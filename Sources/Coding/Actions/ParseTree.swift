// The dependency trees of a document with the words that stand in them.
import Language

/// A document's tokens and the children of each.
struct ParseTree: Sendable {
    let tokens: [Token]
    private let tree: DependencyTree

    init(_ document: Document) {
        tokens = document.tokens
        tree = document.tree
    }

    /// The tokens that depend on this one, from left to right.
    func children(of token: Int) -> ArraySlice<Int> { tree.children(of: token) }

    /// The first child with one of these relations.
    func child(of token: Int, _ relations: Relation...) -> Int? {
        for child in tree.children(of: token) where relations.contains(tokens[child].relation) { return child }
        return nil
    }

    /// Whether `token` is `ancestor` or depends on it.
    func isWithin(_ token: Int, _ ancestor: Int) -> Bool { tree.isWithin(token, ancestor) }
}
