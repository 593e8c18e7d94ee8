// Walking trees.
import Testing

@testable import Language

@Suite struct DependencyTreeTests {
    /// "the US forces struck sites": heads of each token.
    private let tree: DependencyTree = {
        let heads: [Int?] = [2, 2, 3, nil, 3]
        return DependencyTree(
            heads.enumerated().map { index, head in
                var token = Token(bytes: index..<(index + 1))
                token.head = head
                return token
            }
        )
    }()

    @Test("children come from left to right")
    func children() {
        #expect(Array(tree.children(of: 3)) == [2, 4])
        #expect(Array(tree.children(of: 2)) == [0, 1])
        #expect(tree.children(of: 4).isEmpty)
    }

    @Test("subtrees, extents and paths follow the arcs")
    func walking() {
        #expect(tree.subtree(of: 2) == [0, 1, 2])
        #expect(tree.subtree(of: 3, where: { $0 != 2 }) == [3, 4])
        #expect(tree.extent(of: 2) == 0..<3 && tree.extent(of: 3) == 0..<5 && tree.extent(of: 1) == 1..<2)
        #expect(tree.path(from: 0, to: 4) == [0, 2, 3, 4])
        #expect(tree.ancestors(of: 1) == [2, 3])
        #expect(tree.isWithin(1, 3) && !tree.isWithin(4, 2))
        #expect(tree.head(of: 3) == nil && tree.head(of: 4) == 3)
    }
}
