import Foundation
import LineEditor
import Testing

@Suite struct HistoryTests {
    static let past = ["first", "second line\nof two", "third"]

    @Test(
        "Up and down go through earlier entries and back to the one begun",
        arguments: [
            (Press.up, "third"), ("\(Press.up)\(Press.control("p"))\(Press.control("p"))\(Press.up)", "first"),
            ("new\(Press.up)\(Press.down)", "new"), ("\(Press.up)!\(Press.up)\(Press.down)", "third!"),
            ("x\(Press.down)", "x"),
        ]
    )
    func browsing(keys: String, text: String) {
        #expect(entry(keys + Press.enter, history: Self.past) == .text(text))
    }

    @Test("An entry of several lines is walked through line by line before the one before it comes")
    func multiLine() {
        #expect(
            entry("\(Press.up)\(Press.up)\(Press.up)\(Press.up)\(Press.enter)", history: Self.past) == .text("first")
        )
        #expect(
            entry("\(Press.up)\(Press.up)\(Press.up)!\(Press.enter)", history: Self.past)
                == .text("second! line\nof two")
        )
    }

    @Test(
        "Ctrl-R finds the newest entry that holds what is typed, and then older ones",
        arguments: [
            ("\(Press.control("r"))ir", "third"), ("\(Press.control("r"))ir\(Press.control("r"))", "first"),
            ("\(Press.control("r"))ir\(Press.control("r"))\(Press.control("s"))", "third"),
            ("\(Press.control("r"))irs", "first"), ("\(Press.control("r"))irs\(Press.backspace)", "third"),
            ("abc\(Press.control("r"))ir\(Press.control("g"))", "abc"),
            ("\(Press.control("r"))zzz\(Press.backspace)\(Press.backspace)\(Press.backspace)", ""),
            ("\(Press.control("r"))two\(Press.home)!", "second line\n!of two"),
            ("\(Press.control("r"))ir\(Press.left)!", "t!hird"),
        ]
    )
    func search(keys: String, text: String) {
        #expect(entry(keys + Press.enter, history: Self.past) == .text(text))
    }

    @Test("Ctrl-C leaves the search and keeps what was begun")
    func leaveSearch() {
        #expect(
            entry("abc\(Press.control("r"))ir\(Press.control("c"))\r", history: Self.past) == .text("abc")
        )
    }

    @Test("Entries come back in the next session, whatever they hold")
    func file() {
        let path = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var history = History(path: path)
        let entries = ["plain", "two\nlines", "back\\slash \\n", "", "  ", "é平🚀", "é平🚀", "\\"]
        for entry in entries { history.add(entry) }
        let kept = ["plain", "two\nlines", "back\\slash \\n", "é平🚀", "\\"]
        #expect(history.entries == kept)
        #expect(History(path: path).entries == kept)
        #expect(History(path: path).failure == nil)
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("Two sessions add to one file without losing each other's entries")
    func sessions() {
        let path = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var first = History(path: path)
        var second = History(path: path)
        first.add("a")
        second.add("b")
        first.add("c")
        #expect(History(path: path).entries == ["a", "b", "c"])
    }

    @Test("A file grown far past the limit is cut to the newest entries")
    func limit() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data((0..<100).map { "e\($0)\n" }.joined().utf8).write(to: URL(filePath: path))
        #expect(History(path: path, countMax: 10).entries == (90..<100).map { "e\($0)" })
        #expect(try Data(contentsOf: URL(filePath: path)).count { $0 == 0x0A } == 10)
    }

    @Test("A history that cannot be written is kept in memory and says why")
    func unwritable() {
        var history = History(path: "/nowhere/at/all")
        #expect(history.failure == nil)
        history.add("a")
        #expect(history.entries == ["a"])
        #expect(
            history.failure?.description == "/nowhere/at/all: the history cannot be written: no such file or directory"
        )
    }
}
