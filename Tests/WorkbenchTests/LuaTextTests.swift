import LineEditor
import Testing

@testable import Workbench

@Suite struct LuaTextTests {
    @Test(
        "Lua is cut into the tokens that its manual has, whole or half typed",
        arguments: [
            ("local x = 0x1p-4 -- note", ["local", "x", "=", "0x1p-4", "-- note"]),
            ("a..b ~= 3..'x\\'y'", ["a", "..", "b", "~=", "3..", "'x\\'y'"]),
            ("[==[ a ]] b ]==] --[[ c ]] d", ["[==[ a ]] b ]==]", "--[[ c ]]", "d"]),
            ("'open", ["'open"]), ("\"open\nnext", ["\"open", "next"]), ("[[open", ["[[open"]),
            ("--[[open\nx", ["--[[open\nx"]),
            (".events type=ASSAULT", [".events", "type", "=", "ASSAULT"]), ("??word", ["??", "word"]),
            ("t[1].x:y()", ["t", "[", "1", "]", ".", "x", ":", "y", "(", ")"]), ("::top::", ["::", "top", "::"]),
            ("über", ["ü", "ber"]),
        ]
    )
    func tokens(text: String, expected: [String]) {
        #expect(LuaTokenizer.tokens(text).map(\.text) == expected)
    }

    @Test("Any text at all is cut up to its end, each token where it says it stands")
    func robust() {
        var generator = SystemRandomNumberGenerator()
        let parts = Array("ab1 .:\"'\\[]=-{}()\n\t~<>日é") + ["e\u{301}"]
        for _ in 0..<500 {
            let text = String((0..<20).map { _ in parts.randomElement(using: &generator) ?? " " })
            let characters = Array(text)
            for token in LuaTokenizer.tokens(text) { #expect(String(characters[token.range]) == token.text) }
        }
    }

    @Test(
        "A line is indented by what is open before it, and a closer stands under its opener",
        arguments: [
            ("x = 1", "", 0), ("if a then", "", 2), ("if a then", "end", 0), ("if a then\n  b()", "else", 0),
            ("for i = 1, 2 do\n  if x then", "", 4), ("f {", "", 2), ("f {", "}", 0), ("f(function()", "", 4),
            ("if a then", "ending", 2), ("-- if a then", "", 0), ("s = 'do'", "", 0), ("end end", "", 0),
            ("repeat", "until x", 0),
        ]
    )
    func indent(before: String, line: String, columns: Int) {
        #expect(LuaIndent.columns(before: before, line: line) == columns)
    }

    @Test("Keywords, strings, numbers, comments and commands have colours, and brackets in strings are prose")
    func colours() {
        let looks = LuaColors.highlights("if x == 'a(' then -- b(")
        #expect(looks.map(\.look) == ["35", "32", "35", "2"])
        #expect(looks.map(\.isProse) == [false, true, false, true])
        #expect(LuaColors.highlights(".run 'x'").first?.range == 0..<4)
    }
}
