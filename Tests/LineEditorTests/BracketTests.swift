import Testing

@testable import LineEditor

@Suite struct BracketTests {
    @Test(
        "A bracket at the cursor finds its partner, and one in a string is none",
        arguments: [
            ("f(a)", 4, [1, 3]), ("f(a)", 1, [1, 3]), ("f(a)", 2, [1, 3]), ("((x))", 5, [0, 4]), ("((x))", 1, [0, 4]),
            ("(]", 1, []), ("(", 1, []), ("{[()]}", 6, [0, 5]), ("abc", 2, []), ("", 0, []),
        ]
    )
    func pairs(text: String, cursor: Int, expected: [Int]) {
        let pair = BracketPair(Array(text), cursor: cursor, prose: [])
        #expect(pair.map { [$0.open, $0.close] } ?? [] == expected)
    }

    @Test("Brackets in prose are text")
    func prose() {
        #expect(BracketPair(Array("(')')"), cursor: 5, prose: [1..<4]).map { [$0.open, $0.close] } == [0, 4])
        #expect(BracketPair(Array("(')')"), cursor: 3, prose: [1..<4]) == nil)
    }
}
