import Foundation
import Synchronization
import Testing

@testable import Workbench

@Suite struct CommandTests {
    private func temporary(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString)-\(name)").path
    }

    @Test("The example of every command runs", arguments: Command.all.map(\.name))
    func example(name: String) throws {
        let command = try #require(Command.all.first { $0.name == name })
        let session = try Session.sample()
        _ = session.enter(".load more")
        _ = session.enter(".run")
        session.setEditor { _ in "1 + 1" }
        if name == "read" || name == "timeline" { return }
        let reply = session.enter(command.example)
        #expect(!reply.isError, "\(reply.text)")
        #expect(command.example.hasPrefix(".\(name)"))
    }

    @Test("Help fits 80 columns, for every name that there is")
    func help() throws {
        let session = try Session.sample(width: 200)
        let names = session.vm.registry.entries.map(\.path) + Command.all.map(\.name) + ["", "?a"]
        for name in names {
            let text = Help(session.vm.registry, width: 200).answer(name)
            // A signature or an example is one word where it has no space to break at.
            for line in text.split(separator: "\n") where line.drop(while: { $0 == " " }).contains(" ") {
                #expect(line.count <= 80, "\(name): \(line)")
            }
        }
    }

    @Test("Answers go to a file, the next one or all that follow", arguments: [0, 1])
    func once(index: Int) throws {
        let session = try Session.sample()
        let path = temporary("out.txt")
        _ = session.enter(index == 0 ? ".once \(path)" : ".output \(path)")
        #expect(session.enter("#events").text.isEmpty)
        #expect(session.enter("1 + 1").text == (index == 0 ? "2" : ""))
        _ = session.enter(".output")
        #expect(session.enter("1 + 2").text == "3")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == (index == 0 ? "24\n" : "24\n2\n"))
    }

    @Test("A saved file keeps the families of actors, and events without one stay as they are")
    func families() throws {
        var events = SampleNewsroom.events(from: 0, count: 2)
        events[0].source[0].family = "coast"
        let text = SavedSession(articles: [], events: events).text
        let head = try #require(text.split(separator: "\n").first)
        #expect(head == #"{"brink_session":1,"families":{"ostland":"coast"}}"#)
        #expect(head.hasPrefix(SavedSession.mark))
        let restored = SavedSession.restored(SampleNewsroom.events(from: 0, count: 2), head: Data(head.utf8))
        #expect(restored[0].source[0].family == "coast" && restored[0].target[0].family == nil)
        #expect(SavedSession.restored(events, head: Data("{}".utf8)) == events)
    }

    @Test("The last answer is shown whole, every row of it")
    func page() throws {
        let session = try Session.sample()
        #expect(session.enter(".page").isError)
        #expect(session.enter("events").text.contains("more"))
        let reply = session.enter(".page")
        #expect(reply.isPaged && reply.text.split(separator: "\n").count == 26 && !reply.text.contains("more"))
    }

    @Test("A view goes to SVG or HTML by the file's name, and needs no network")
    func pictures() throws {
        let session = try Session.sample()
        for name in ["net.svg", "net.html"] {
            let path = temporary(name)
            _ = session.enter(".once \(path)")
            #expect(!session.enter(".network").isError)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains("<svg") && text.contains("Ostland") && text.contains("prefers-color-scheme:dark"))
            #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("http:"))
        }
        let path = temporary("report.html")
        _ = session.enter(".run")
        #expect(!session.enter(".report \(path)").isError)
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.contains("retaliation") && page.contains("Who acts on whom"))
    }

    @Test("Changed rules run by themselves, and the difference is told once")
    func watch() throws {
        let newsroom = SampleNewsroom()
        let session = try Session.sample(newsroom)
        #expect(session.news() == nil)
        _ = session.enter(".run")
        #expect(session.news() == nil)
        newsroom.change(SampleNewsroom.rule(within: 5))
        let news = try #require(session.news())
        #expect(news.contains("- 2024-01-11") && news.contains("0 new, 5 gone, 0 as before"))
        #expect(session.news() == nil)
        newsroom.change("rule \"x\" {")
        #expect(session.news()?.contains("error") == true)
        #expect(session.news() == nil)
    }

    @Test("A file of entries is read entry by entry, and one of Lua as a whole")
    func read() throws {
        let session = try Session.sample()
        let entries = temporary("entries")
        try "x = 1\n.events type=ASSAULT\nx + 1\n".write(toFile: entries, atomically: true, encoding: .utf8)
        #expect(session.enter(".read \(entries)").text.hasSuffix("\n2"))
        let script = temporary("script.lua")
        try "local y = 5\nz = y + 1\n".write(toFile: script, atomically: true, encoding: .utf8)
        #expect(session.enter(".read \(script)").text.isEmpty)
        #expect(session.enter("z").text == "6")
        #expect(session.enter(".read no/such/file").isError)
    }

    @Test("An entry comes back from the editor and runs; a failing editor is an error")
    func edit() throws {
        let session = try Session.sample()
        #expect(session.enter(".edit").isError)
        _ = session.enter("1 + 1")
        session.setEditor { $0 + " + 40" }
        #expect(session.enter(".edit").text == "42")
    }

    @Test("What runs is stopped by an interrupt, and the session goes on")
    func interrupt() throws {
        let session = try Session.sample()
        let isDone = Mutex(false)
        Thread.detachNewThread {
            // Until the loop has begun there is nothing to stop.
            while !isDone.withLock({ $0 }) {
                usleep(20_000)
                session.interrupt()
            }
        }
        let reply = session.enter("while true do end")
        isDone.withLock { $0 = true }
        #expect(reply.isInterrupted)
        usleep(40_000)
        #expect(session.enter("1 + 1").text == "2")
    }

    @Test("Once rules have run, loading says what it does to the alerts, which are those of a run of everything")
    func follow() throws {
        let session = try Session.sample()
        #expect(!session.enter(".load news").text.contains("alerts"))
        #expect(session.enter(".run").text.contains("5 alerts"))
        let reply = session.enter(".load more").text
        #expect(reply.contains("\n+ 2024-02-20 sample/retaliation: Retaliation: Westmark and Ostland"))
        #expect(reply.hasSuffix("alerts: 4 new, 0 gone, 5 as before"))
        let followed = session.enter("return #alerts").text
        #expect(session.enter(".load more").text.hasSuffix("alerts: as before"))
        _ = session.enter(".run")
        #expect(session.enter("return #alerts").text == followed)
    }

    @Test("A run of a rule that never ends is stopped by an interrupt, and has ended then")
    func stoppedRun() throws {
        let newsroom = SampleNewsroom()
        newsroom.change("rule \"r\" { kind = \"k\", match = step \"x\" { where = function() while true do end end } }")
        let session = try Session.sample(newsroom)
        let isDone = Mutex(false)
        Thread.detachNewThread {
            while !isDone.withLock({ $0 }) {
                usleep(20_000)
                session.interrupt()
            }
        }
        #expect(session.enter(".run").isInterrupted)
        isDone.withLock { $0 = true }
        usleep(40_000)
        newsroom.change(SampleNewsroom.retaliation)
        #expect(session.enter(".run").text.contains("5 alerts"))
    }

    @Test("The time of an answer is told where asked for")
    func timer() throws {
        let session = try Session.sample()
        _ = session.enter(".timer on")
        #expect(session.enter("1").text.contains("s"))
        _ = session.enter(".timer off")
        #expect(session.enter("1").text == "1")
    }
}
