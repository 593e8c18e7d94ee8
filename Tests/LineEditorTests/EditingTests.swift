import LineEditor
import Testing

@Suite struct EditingTests {
    typealias Keys = (keys: String, text: String)

    @Test(
        "Keys make the text that a person means",
        arguments: [
            ("abc\(Press.left)\(Press.left)X", "aXbc"), ("abc\(Press.home)X", "Xabc"),
            ("abc\(Press.home)\(Press.end)X", "abcX"), ("abc\(Press.backspace)\(Press.backspace)", "a"),
            ("abc\(Press.home)\(Press.delete)", "bc"), ("abc\(Press.control("a"))\(Press.control("d"))", "bc"),
            ("one two\(Press.wordLeft)X", "one Xtwo"),
            ("one two\(Press.home)\(Press.wordRight)X", "oneX two"),
            ("one two\(Press.alt("b"))\(Press.alt("b"))\(Press.alt("f"))X", "oneX two"),
            ("e:where{a=1}\(Press.control("w"))x", "x"), ("e:where{a=1}\u{1B}\u{7F}x", "e:where{a=x"),
            ("one two\(Press.control("u"))", ""), ("one two\(Press.home)\(Press.alt("f"))\(Press.control("k"))", "one"),
            ("ab\(Press.control("t"))", "ba"), ("abc\(Press.left)\(Press.control("t"))", "acb"),
            ("abc\(Press.home)\(Press.control("t"))", "abc"),
            ("e\u{301}x\(Press.backspace)\(Press.backspace)", ""), ("👩‍🚀x\(Press.left)\(Press.backspace)", "x"),
            ("平壌\(Press.left)X", "平X壌"), ("a\(Press.tab)b", "ab"), ("\(Press.tab)b", "  b"),
            ("abc\u{1B}[99~d", "abcd"),
        ] as [Keys]
    )
    func editing(keys: String, text: String) {
        #expect(entry(keys + Press.enter) == .text(text))
    }

    @Test(
        "What was cut can be put back",
        arguments: [
            ("one two\(Press.control("w"))\(Press.home)\(Press.control("y")) ", "two one "),
            // Cuts in a row are one text.
            ("one two\(Press.control("w"))\(Press.control("w"))x\(Press.control("y"))", "xone two"),
            (
                "a b c\(Press.home)\(Press.alt("d"))\(Press.alt("d"))\(Press.control("y"))\(Press.control("y"))",
                "a ba b c"
            ),
            // Alt-Y goes to the cut before.
            ("old\(Press.control("u"))new\(Press.control("u"))\(Press.control("y"))\(Press.alt("y"))", "old"),
            (
                "old\(Press.control("u"))new\(Press.control("u"))\(Press.control("y"))\(Press.alt("y"))\(Press.alt("y"))",
                "new"
            ),
            ("x\(Press.alt("y"))\(Press.control("y"))", "x"),
        ] as [Keys]
    )
    func killing(keys: String, text: String) {
        #expect(entry(keys + Press.enter) == .text(text))
    }

    @Test("What was cut in one entry can be put back in the next")
    func killsStay() {
        let terminal = ScriptedTerminal([.keys("cut\(Press.control("u"))a\r\(Press.control("y"))\r")])
        let editor = LineEditor(terminal: terminal)
        #expect(editor.readEntry() == .text("a"))
        #expect(editor.readEntry() == .text("cut"))
    }

    @Test(
        "Undo goes back step by step, typing word by word",
        arguments: [
            (1, "one two "), (2, "one "), (3, ""), (9, ""),
        ]
    )
    func undo(count: Int, text: String) {
        let keys = ["o", "n", "e", " ", "t", "w", "o", " ", "s", "i", "x"].map { ScriptedTerminal.Step.keys($0) }
        let undo = String(repeating: Press.control("_"), count: count)
        #expect(LineEditor(terminal: ScriptedTerminal(keys + [.keys(undo + Press.enter)])).readEntry() == .text(text))
    }

    @Test("Undo brings back what was cut, pasted over or found")
    func undoOther() {
        #expect(entry("one\(Press.control("u"))\(Press.control("_"))\(Press.enter)") == .text("one"))
        #expect(entry("one\(Press.paste("\ntwo"))\(Press.control("_"))\(Press.enter)") == .text("one"))
        #expect(entry("one\(Press.up)\(Press.control("_"))\(Press.enter)", history: ["old"]) == .text("one"))
    }

    @Test("Enter ends an entry that is complete and breaks the line of one that is not")
    func lines() {
        let isComplete = { (text: String) in text.hasSuffix("end") }
        #expect(entry("do\rx\rend\r", isComplete: isComplete) == .text("do\nx\nend"))
        #expect(entry("a\(Press.altEnter)b\r") == .text("a\nb"))
    }

    @Test("Up and down move within an entry of several lines, and keep their column")
    func vertical() {
        let three = Press.paste("long line\nx\nanother")
        #expect(entry(three + "\(Press.up)\(Press.up)!\(Press.enter)") == .text("long li!ne\nx\nanother"))
        #expect(entry(three + "\(Press.up)!\(Press.enter)") == .text("long line\nx!\nanother"))
        #expect(
            entry(three + "\(Press.up)\(Press.up)\(Press.down)\(Press.down)!\(Press.enter)")
                == .text("long line\nx\nanother!")
        )
        #expect(
            entry(three + "\(Press.up)\(Press.control("k"))\(Press.enter)")
                == .text("long line\nxanother")
        )
    }

    @Test("A paste never submits, whatever it holds")
    func paste() {
        #expect(entry("\(Press.paste("a = 1\rb = 2\r\n\tc = 3"))\(Press.enter)") == .text("a = 1\nb = 2\n\tc = 3"))
    }

    @Test("Ctrl-C drops the entry, Ctrl-D leaves from an empty one only")
    func leaving() {
        #expect(entry("abc\(Press.control("c"))") == .interrupted)
        #expect(entry(Press.control("d")) == .endOfInput)
        #expect(entry("a\(Press.control("d"))\(Press.enter)") == .text("a"))
        #expect(entry("abc") == .endOfInput)
    }

    @Test("Keys typed ahead wait for the next entry")
    func ahead() {
        let editor = LineEditor(terminal: ScriptedTerminal([.keys("one\rtwo\rthr"), .keys("ee\r")]))
        #expect((0..<4).map { _ in editor.readEntry() } == [.text("one"), .text("two"), .text("three"), .endOfInput])
    }

    @Test("Escape by itself does nothing, and the key after it is its own")
    func escape() {
        let terminal = ScriptedTerminal([.keys("a\(Press.escape)"), .pause, .keys("b\r")])
        #expect(LineEditor(terminal: terminal).readEntry() == .text("ab"))
    }

    @Test(
        "Tab completes as far as all candidates agree",
        arguments: [
            ("ev\(Press.tab)", "events"), ("events:co\(Press.tab)", "events:count"), ("x\(Press.tab)", "x"),
            ("events:s\(Press.tab)", "events:s"), ("  ev\(Press.tab)()", "  events()"),
            ("events:su\(Press.tab)\(Press.left)X", "events:suXm"), ("evX\(Press.left)\(Press.tab)", "eventsX"),
        ] as [Keys]
    )
    func completion(keys: String, text: String) {
        #expect(entry(keys + Press.enter, complete: Self.complete) == .text(text))
    }

    static func complete(text: String, cursor: Int) -> Completion {
        let before = text.prefix(cursor)
        let word = String(before.reversed().prefix { $0.isLetter }.reversed())
        let names = before.contains(":") ? ["count", "since", "sort", "sum"] : ["events"]
        let fitting = word.isEmpty ? [] : names.filter { $0.hasPrefix(word) }
        return Completion(replacedCount: word.count, candidates: fitting.map { .init($0) })
    }
}
