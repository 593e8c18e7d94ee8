import LineEditor
import Testing

@Suite struct ScreenTests {
    /// What the screen shows, with a bar where the cursor stands, after each group of keys.
    static func screens(
        columns: Int = 20,
        rows: Int = 6,
        before: String = "",
        history: [String] = [],
        isComplete: @escaping (String) -> Bool = { _ in true },
        complete: @escaping (String, Int) -> Completion = { _, _ in .none },
        _ steps: [ScriptedTerminal.Step]
    ) -> [[String]] {
        var seen: [[String]] = []
        let looking = steps.flatMap { [$0, .look { seen.append(picture($0)) }] }
        var past = History()
        for entry in history { past.add(entry) }
        let terminal = ScriptedTerminal(columns: columns, rows: rows, looking)
        terminal.write(before)
        let editor = LineEditor(
            terminal: terminal,
            history: past,
            prompt: "\u{1B}[1m> \u{1B}[0m",
            isComplete: isComplete,
            complete: complete
        )
        while editor.readEntry() != .endOfInput { #expect(!terminal.isRaw) }
        #expect(!terminal.isRaw)
        return seen
    }

    static func picture(_ screen: VirtualScreen) -> [String] {
        var cells = screen.cells
        cells[screen.row].insert("|", at: screen.column)
        var rows = cells.map { row in
            var text = row.joined()
            while text.last == " " { text.removeLast() }
            return text
        }
        while rows.last == "" { rows.removeLast() }
        return rows
    }

    @Test("What is typed stands behind the prompt, the cursor where the next key goes")
    func line() {
        let seen = Self.screens([
            .keys("abc"), .keys(Press.left), .keys("X"), .keys(Press.backspace), .keys(Press.enter),
        ])
        #expect(seen == [["> abc|"], ["> ab|c"], ["> abX|c"], ["> ab|c"], ["> abc", "> |"]])
    }

    @Test("A long line wraps, and at the edge the cursor stands at the start of the next row")
    func wrapping() {
        let seen = Self.screens(
            columns: 10,
            [.keys("1234567"), .keys("8"), .keys("9"), .keys(Press.home), .keys(Press.control("k"))]
        )
        #expect(seen == [["> 1234567|"], ["> 12345678", "|"], ["> 12345678", "9|"], ["> |12345678", "9"], ["> |"]])
    }

    @Test("Wide characters wrap whole and marks take no room")
    func wide() {
        let seen = Self.screens(columns: 9, [.keys("平壌平壌"), .keys(Press.left), .keys("e\u{301}"), .keys(Press.left)])
        #expect(seen == [["> 平壌平", "壌|"], ["> 平壌平", "|壌"], ["> 平壌平e\u{301}", "|壌"], ["> 平壌平|e\u{301}", "壌"]])
    }

    @Test("Lines after the first stand behind their own prompt")
    func lines() {
        let isComplete = { (text: String) in text.hasSuffix("end") }
        let seen = Self.screens(
            isComplete: isComplete,
            [.keys("do\r"), .keys("x"), .keys(Press.up), .keys("\(Press.down)\rend"), .keys("\r")]
        )
        #expect(
            seen == [
                ["> do", "… |"], ["> do", "… x|"], ["> d|o", "… x"], ["> do", "… x", "… end|"],
                ["> do", "… x", "… end", "> |"],
            ]
        )
    }

    @Test("A shorter entry from the history leaves nothing of the longer one")
    func history() {
        let seen = Self.screens(
            history: ["short", "one\ntwo\nthree"],
            [.keys(Press.up), .keys("\(Press.up)\(Press.up)\(Press.up)"), .keys("!")]
        )
        #expect(seen == [["> one", "… two", "… three|"], ["> short|"], ["> short!|"]])
    }

    @Test("The search shows what is looked for and where it was found")
    func search() {
        let seen = Self.screens(
            columns: 40,
            history: ["events:count()", "help"],
            [.keys(Press.control("r")), .keys("co"), .keys("x"), .keys(Press.control("g"))]
        )
        #expect(
            seen == [
                ["search '': |"], ["search 'co': events:|count()"], ["not found 'cox': events:|count()"], ["> |"],
            ]
        )
    }

    @Test("Candidates are listed under the entry until the next key")
    func list() {
        let names = ["where", "between", "since", "by", "per", "count", "sum"]
        let complete = { (text: String, cursor: Int) in
            Completion(replacedCount: 0, candidates: names.map { Completion.Candidate($0) })
        }
        let seen = Self.screens(complete: complete, [.keys("e:"), .keys(Press.tab), .keys("w")])
        #expect(
            seen == [
                ["> e:|"], ["> e:|", "where    per", "between  count", "since    sum", "by"], ["> e:w|"],
            ]
        )
        let narrow = Self.screens(columns: 9, rows: 4, complete: complete, [.keys("e:"), .keys(Press.tab)])
        #expect(narrow.last == ["> e:|", "where", "between", "… and 5 m"])
    }

    @Test("An entry higher than the screen shows the part around the cursor")
    func high() {
        let text = (1...9).map { "line \($0)" }.joined(separator: "\n")
        let seen = Self.screens(rows: 4, [.keys(Press.paste(text)), .keys(String(repeating: Press.up, count: 8))])
        #expect(
            seen == [
                ["… line 6", "… line 7", "… line 8", "… line 9|"], ["> line 1|", "… line 2", "… line 3", "… line 4"],
            ]
        )
    }

    @Test("A narrower or wider terminal shows the entry anew, and what stood above stays")
    func resize() {
        let seen = Self.screens(
            columns: 20,
            before: "output\r\n",
            [.keys("123456789012345"), .resize(10), .resize(30), .keys("6")]
        )
        #expect(
            seen.dropFirst() == [
                ["output", "> 12345678", "9012345|"], ["output", "> 123456789012345|"],
                ["output", "> 1234567890123456|"],
            ]
        )
    }

    @Test("Output that left its line open is kept, marked, and the prompt begins on a line of its own")
    func openLine() {
        #expect(Self.screens(before: "no newline", [.keys("a")]) == [["no newline⏎", "> a|"]])
        #expect(Self.screens(before: "newline\r\n", [.keys("a")]) == [["newline", "> a|"]])
    }

    @Test("Ctrl-C leaves what was typed on the screen, Ctrl-L clears it, a pause brings the entry back")
    func control() {
        #expect(Self.screens([.keys("abc"), .keys(Press.control("c"))]).last == ["> abc^C", "> |"])
        #expect(Self.screens([.keys("abc\(Press.home)"), .keys(Press.control("c"))]).last == ["> abc^C", "> |"])
        #expect(Self.screens([.keys("x\rabc"), .keys(Press.control("l"))]) == [["> x", "> abc|"], ["> abc|"]])
        #expect(Self.screens([.keys("abc"), .event(.interrupted)]).last == ["> abc^C", "> |"])
        #expect(Self.screens([.keys("abc\(Press.control("z"))")]) == [["> abc", "> abc|"]])
    }

    @Test("Control characters that are pasted are shown, not obeyed")
    func controlCharacters() {
        #expect(Self.screens([.keys(Press.paste("a\u{1B}[2Jb\tc"))]) == [["> a␛[2Jb    c|"]])
    }

    @Test("A prompt wider than the terminal is cut")
    func narrow() {
        let terminal = ScriptedTerminal(columns: 8, rows: 4, [.keys("ab")])
        _ = LineEditor(terminal: terminal, prompt: "a very long prompt> ").readEntry()
        #expect(terminal.screen.rows == ["a veab"])
    }
}
