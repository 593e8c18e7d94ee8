// A newsroom of the tests' own making: no files, no coder, rules that a test can change.
import Chronology
import EventModel
import LuaRuntime
import Rules
import Synchronization
import Workbench

final class SampleNewsroom: Newsroom {
    private let rule = Mutex(SampleNewsroom.retaliation)
    private let stampText = Mutex("1")

    func load(_ paths: [String], isStopped: @escaping @Sendable () -> Bool) throws -> LoadedNews {
        guard paths != ["nothing"] else { throw ArgumentError("nothing: there is no such file") }
        let news = paths.map {
            $0 == "more" ? ([], Self.events(from: 24, count: 16)) : (Self.articles, Self.events(from: 0, count: 24))
        }
        return LoadedNews(articles: news.flatMap(\.0), events: news.flatMap(\.1), problems: [])
    }

    func merge(_ events: [Event]) throws -> [Event] { events }

    func packs(_ names: [String]) throws -> [RulePack] {
        let text = rule.withLock { $0 }
        return [try RulePack(name: "sample", files: [RuleFile(path: "sample/rule.lua", bytes: Array(text.utf8))])]
    }

    func stamp(_ names: [String]) -> String { stampText.withLock { $0 } }

    /// Changes the rule file, as an editor would.
    func change(_ text: String) {
        rule.withLock { $0 = text }
        stampText.withLock { $0 += "'" }
    }

    static let retaliation = rule(within: 8)

    static func rule(within days: Int) -> String {
        """
        rule "retaliation" {
          title = "Retaliation", kind = "retaliation", severity = "high", status = "stable",
          description = "A hits B and B hits back within \(days) days.",
          references = { "none" }, false_positives = { "none" },
          match = sequence {
            by = "pair",
            step "first" { type = "ASSAULT" },
            step "reply" { type = "ASSAULT", reverses = "first", within = days(\(days)) },
          },
        }
        """
    }

    static let articles = (0..<3).map { number in
        Article(
            id: "a\(number)",
            text: "Soldiers from Ostland fired rockets at Westmark on day \(number). Nobody said why.",
            title: "Rockets \(number)",
            published: Day(iso: "2024-01-0\(number + 1)")
        )
    }

    /// Two neighbours in turn: mostly talk, every fourth time force, and every eighth time an answer to it.
    static func events(from start: Int, count: Int) -> [Event] {
        (start..<start + count).map { number in
            let isForce = number % 4 == 1
            let isAnswer = number % 8 == 5
            let (source, target) = isAnswer ? (westmark, ostland) : (ostland, westmark)
            var event = Event(
                id: "e_00000000000000" + (number < 10 ? "0\(number)" : "\(number)"),
                date: Day(iso: "2024-01-01").map { DaySpan($0.advanced(by: number * 2)) },
                source: [source],
                target: [target],
                action: isForce ? "fired rockets" : "held talks",
                type: isForce ? .assault : .consult,
                cameo: isForce ? "194" : "040",
                goldstein: isForce ? -10 : 1,
                hostility: isForce ? 4 : 1,
                article: number < 24 ? "a\(number % 3)" : "b",
                published: Day(iso: "2024-01-01")?.advanced(by: number * 2),
                sentence: 0,
                span: 0..<61,
                trigger: 22..<35,
                text: "Soldiers from Ostland fired rockets at Westmark on day \(number)."
            )
            event.killed = isForce ? number : nil
            return event
        }
    }

    static let ostland = Actor(id: "ostland", name: "Ostland", country: "OST", sector: .government, text: "Ostland")
    static let westmark = Actor(id: "westmark", name: "Westmark", country: "WES", sector: .government, text: "Westmark")
}

extension Session {
    /// A session with the first events loaded.
    static func sample(_ newsroom: SampleNewsroom = SampleNewsroom(), width: Int = 80) throws -> Session {
        let session = try Session(
            newsroom: newsroom,
            vocabulary: FieldVocabulary(),
            look: Look(width: width),
            output: { _ in }
        )
        _ = session.enter(".load news")
        return session
    }
}
