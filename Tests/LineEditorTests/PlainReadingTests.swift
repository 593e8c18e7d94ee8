import LineEditor
import Testing

@Suite struct PlainReadingTests {
    private static func entries(
        _ text: String,
        pieces: Int = 1_000,
        isComplete: @escaping (String) -> Bool = { _ in true }
    ) -> [LineEditor.Entry] {
        let bytes = Array(text.utf8)
        let steps = stride(from: 0, to: bytes.count, by: pieces).map {
            ScriptedTerminal.Step.bytes(Array(bytes[$0..<min($0 + pieces, bytes.count)]))
        }
        let editor = LineEditor(
            terminal: ScriptedTerminal(isRich: false, showsPrompt: false, steps),
            isComplete: isComplete
        )
        var entries: [LineEditor.Entry] = []
        while entries.last != .endOfInput { entries.append(editor.readEntry()) }
        return entries
    }

    @Test("A pipe is read line by line, in whatever pieces it comes", arguments: [1, 2, 1_000])
    func pipe(pieces: Int) {
        #expect(
            Self.entries("a\n\né平\nlast", pieces: pieces) == [
                .text("a"), .text(""), .text("é平"), .text("last"), .endOfInput,
            ]
        )
    }

    @Test("Lines are joined until the entry is complete; the end of the pipe ends it too")
    func joined() {
        let isComplete = { (text: String) in !text.hasPrefix("do") || text.hasSuffix("end") }
        #expect(
            Self.entries("do\nx\nend\ny\ndo\nz\n", isComplete: isComplete) == [
                .text("do\nx\nend"), .text("y"), .text("do\nz"), .endOfInput,
            ]
        )
    }

    @Test("A dumb terminal shows prompts, a pipe none")
    func prompts() {
        let dumb = ScriptedTerminal(isRich: false, showsPrompt: true, [.keys("a\n")])
        _ = LineEditor(terminal: dumb, prompt: "brink> ").readEntry()
        #expect(dumb.screen.rows == ["brink>"])
        let pipe = ScriptedTerminal(isRich: false, showsPrompt: false, [.keys("a\n")])
        _ = LineEditor(terminal: pipe, prompt: "brink> ").readEntry()
        #expect(pipe.screen.rows == [])
    }
}
