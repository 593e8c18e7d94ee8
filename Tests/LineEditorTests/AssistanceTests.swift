import LineEditor
import Testing

@Suite struct AssistanceTests {
    /// What the screen shows after each group of keys, and the entries read.
    private func run(
        columns: Int = 30,
        rows: Int = 8,
        history: [String] = [],
        assistance: Assistance,
        _ keys: [String]
    ) -> (screens: [[String]], entries: [String]) {
        var seen: [[String]] = []
        let steps = keys.flatMap { keys -> [ScriptedTerminal.Step] in
            [keys == "…" ? .pause : .keys(keys), .look { seen.append(ScreenTests.picture($0)) }]
        }
        var past = History()
        for entry in history { past.add(entry) }
        let terminal = ScriptedTerminal(columns: columns, rows: rows, steps)
        let editor = LineEditor(terminal: terminal, history: past, prompt: "> ", assistance: assistance)
        var entries: [String] = []
        while case .text(let entry) = editor.readEntry() { entries.append(entry) }
        return (seen, entries)
    }

    private var coloured: Assistance {
        var assistance = Assistance()
        assistance.highlight = { text in
            text.enumerated().filter { $0.element.isNumber }.map { Highlight($0.offset..<$0.offset + 1, look: "31") }
        }
        return assistance
    }

    @Test("What is typed is suggested on from the newest entry that begins so, and Right takes it")
    func suggestion() {
        let history = ["events:count()", "events:where{}", "x"]
        let (screens, entries) = run(
            history: history,
            assistance: coloured,
            ["ev", Press.right, "\r", "ev", Press.wordRight, "\r", "ev\r"]
        )
        #expect(screens[0] == ["> ev|ents:where{}"])
        #expect(screens[1] == ["> events:where{}|"])
        #expect(screens[4].last == "> events|:where{}")
        // What is only suggested is neither submitted nor left on the screen.
        #expect(entries == ["events:where{}", "events", "ev"])
        #expect(screens[6].suffix(2) == ["> ev", "> |"])
    }

    @Test("Without looks nothing is suggested: nobody could tell it from what is typed")
    func plain() {
        #expect(run(history: ["events"], assistance: Assistance(), ["ev"]).screens == [["> ev|"]])
    }

    @Test("A suggestion of several lines shows its first, and takes all")
    func multiline() {
        let (screens, entries) = run(history: ["do\n  x()\nend"], assistance: coloured, ["d", Press.end, "\r"])
        #expect(screens[0] == ["> d|o…"])
        #expect(entries == ["do\n  x()\nend"])
    }

    @Test("A list tells what candidates are; Tab goes through them and back, Enter takes one without submitting")
    func menu() {
        var assistance = Assistance()
        assistance.complete = { _, cursor in
            Completion(
                replacedCount: cursor,
                candidates: [
                    Completion.Candidate("alpha", detail: "the first"),
                    Completion.Candidate("aleph", detail: "another"),
                    Completion.Candidate("also"),
                ]
            )
        }
        let (screens, entries) = run(
            assistance: assistance,
            ["a", Press.tab, Press.tab, Press.tab, Press.tab, "\u{1B}[Z", "\r", "!\r"]
        )
        #expect(screens[1] == ["> al|"])
        #expect(screens[2] == ["> al|", "alpha  the first", "aleph  another", "also"])
        #expect(screens[3].first == "> alpha|")
        #expect(screens[5].first == "> alpha|")
        #expect(entries == ["alpha!"])
    }

    @Test("A line after an open block is indented, and moves back when a word is typed that closes it")
    func indentation() {
        var assistance = Assistance()
        assistance.isComplete = { $0.hasSuffix("end") }
        assistance.indentation = { before, line in
            (before.hasPrefix("do") ? 2 : 0) - (line.drop { $0 == " " }.hasPrefix("end") ? 2 : 0)
        }
        #expect(run(assistance: assistance, ["do\rx()\rend\r"]).entries == ["do\n  x()\nend"])
        // Where the user has moved the line, it stays.
        #expect(run(assistance: assistance, ["do\r  end\r"]).entries == ["do\n    end"])
    }

    @Test("Prompts of a pasted session are dropped with the answers between them")
    func paste() {
        let text = "> x = 1\n> x\n1\n… y\n"
        #expect(run(assistance: Assistance(), [Press.paste(text), "\r"]).entries == ["x = 1\nx\ny"])
        #expect(run(assistance: Assistance(), [Press.paste("a > b\nc"), "\r"]).entries == ["a > b\nc"])
    }

    @Test("Ctrl-X Ctrl-E hands the entry to an editor and takes back what comes")
    func editor() {
        var assistance = Assistance()
        assistance.editExternally = { $0 + " more\nlines" }
        let keys = "some" + Press.control("x") + Press.control("e")
        #expect(run(assistance: assistance, [keys, "\r"]).entries == ["some more\nlines"])
        assistance.editExternally = { _ in nil }
        #expect(run(assistance: assistance, [keys, "\r"]).entries == ["some"])
        #expect(run(assistance: Assistance(), [keys, "\r"]).entries == ["some"])
    }

    @Test("News that comes while nobody types is printed above the entry")
    func idle() {
        var assistance = Assistance()
        var news: [String?] = [nil, "two\nlines"]
        assistance.idle = { news.isEmpty ? nil : news.removeFirst() }
        let screens = run(assistance: assistance, ["abc", "…", "…", "d"]).screens
        #expect(screens == [["> abc|"], ["> abc|"], ["two", "lines", "> abc|"], ["two", "lines", "> abcd|"]])
    }

    @Test("Looks are closed at the end of each row and take no room")
    func looks() {
        let screens = run(columns: 10, assistance: coloured, ["12345678", "9"]).screens
        #expect(screens == [["> 12345678", "|"], ["> 12345678", "9|"]])
    }
}
