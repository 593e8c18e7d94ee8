import Foundation
import Testing

@Suite struct RecordTests {
    private static let news = """
         date 2024-03-14 Pakistani aircraft bombed Afghan army posts on Monday, killing eight soldiers. \
        On Wednesday Afghan forces shelled Pakistani border posts in retaliation for the air strikes.
        """

    @Test("A replay tells day by day which alerts come, change and go, and ends where a check does")
    func replay() throws {
        func event(_ id: Int, _ revision: Int, _ date: String, _ published: String, _ from: String, _ to: String)
            -> String
        {
            func actor(_ name: String) -> String {
                "[{\"id\":\"\(name)\",\"name\":\"\(name)\",\"country\":\"\(name)\",\"sector\":\"MIL\",\"text\":\"\(name)\"}]"
            }
            return "{\"id\":\"e_000000000000000\(id)\",\"revision\":\(revision),\"date\":\"\(date)\","
                + "\"source\":\(actor(from)),\"target\":\(actor(to)),\"action\":\"struck\",\"type\":\"ASSAULT\","
                + "\"hostility\":4,\"article\":\"a\(published)\",\"published\":\"\(published)\",\"sentence\":0,"
                + "\"span\":[0,9],\"trigger\":[2,4],\"text\":\"They struck.\"}"
        }
        // What is told last happened in between, and takes the place of the first blow.
        let events = [
            event(1, 0, "2024-03-01", "2024-03-02", "PAK", "AFG"),
            event(2, 0, "2024-03-06", "2024-03-07", "AFG", "PAK"),
            event(3, 0, "2024-03-04", "2024-03-09", "PAK", "AFG"),
        ].joined(separator: "\n")
        let rule = """
            rule "back" { kind = "retaliation", match = sequence { by = "pair", step "a" { type = "ASSAULT" },
                step "b" { type = "ASSAULT", reverses = "a", within = days(7) } } }
            """
        let url = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID().uuidString).lua")
        try rule.write(to: url, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: url) }
        let arguments = ["check", "-", "--rules", url.path, "--merge", "none", "--format", "jsonl"]
        let replay = try Tool.run(arguments + ["--replay", "--fail-on", "medium"], input: events)
        #expect(replay.status == 1, "\(replay.errors)")
        let lines = replay.output.split(separator: "\n")
        let statuses = lines.map { line in
            ["new", "updated", "withdrawn"].first { line.contains("\"status\":\"\($0)\"") }
        }
        #expect(
            statuses.first == "new" && statuses.dropFirst().sorted { ($0 ?? "") < ($1 ?? "") } == ["new", "withdrawn"]
        )
        let check = try Tool.run(arguments, input: events).output.split(separator: "\n")
        #expect(check.count == 1 && lines.contains(check[0]))
        let told = try Tool.run(["check", "-", "--rules", url.path, "--merge", "none", "--replay"], input: events)
            .output
        #expect(told.contains("2024-03-07 · 1 change") && told.contains("2024-03-09 · 2 changes"))
    }

    /// The keys of the outermost object, in order.
    private func keys(_ line: some StringProtocol) -> [String] {
        var keys: [String] = []
        var depth = 0
        var word: String?
        var last = ""
        var isEscaped = false
        for character in line {
            if let text = word {
                if isEscaped {
                    isEscaped = false
                    word = text + String(character)
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    last = text
                    word = nil
                } else {
                    word = text + String(character)
                }
                continue
            }
            switch character {
            case "\"": word = ""
            case "{", "[": depth += 1
            case "}", "]": depth -= 1
            case ":" where depth == 1: keys.append(last)
            default: break
            }
        }
        return keys
    }

    @Test("An event record has the keys of the contract, in its order, and an id that does not change")
    func event() throws {
        let run = try Tool.run(["code", "-", "--format", "jsonl"], input: Self.news)
        #expect(run.status == 0)
        let line = try #require(run.output.split(separator: "\n").first)
        let expected = """
            id revision date source target action type mode context cameo quad goldstein hostility modality quoted speaker \
            aggregate location weapon killed wounded in_response_to article published sentence span trigger text mentions
            """
        #expect(keys(line) == expected.split(separator: " ").map(String.init))
        #expect(run.output == (try Tool.run(["code", "-", "--format", "jsonl"], input: Self.news)).output)
    }

    @Test("Only --trace adds the trace, as the last key")
    func trace() throws {
        let run = try Tool.run(["code", "-", "--format", "jsonl", "--trace"], input: Self.news)
        #expect(keys(try #require(run.output.split(separator: "\n").first)).last == "trace")
    }

    @Test("An alert record has the keys of the contract, in its order")
    func alert() throws {
        let run = try Tool.run(["check", "-", "--format", "jsonl"], input: Self.news)
        #expect(run.status == 0)
        let line = try #require(run.output.split(separator: "\n").first { $0.contains("\"retaliation\"") })
        let expected = """
            rule kind severity status date summary participants bindings evidence articles fingerprint
            """
        #expect(keys(line) == expected.split(separator: " ").map(String.init))
    }

    @Test("Events that were coded are checked as the articles they came from")
    func roundTrip() throws {
        let coded = try Tool.run(["code", "-", "--format", "jsonl"], input: Self.news)
        let direct = try Tool.run(["check", "-", "--format", "jsonl"], input: Self.news)
        let again = try Tool.run(["check", "-", "--format", "jsonl"], input: coded.output)
        #expect(!direct.output.isEmpty)
        #expect(again.output == direct.output)
    }

    @Test("Findings at or above --fail-on end with 1", arguments: [("high", Int32(1)), ("critical", 0), ("never", 0)])
    func failOn(severity: String, status: Int32) throws {
        #expect(try Tool.run(["check", "-", "--fail-on", severity], input: Self.news).status == status)
    }

    @Test("A rule that fails ends with 4, and the rules of other packs still run")
    func brokenRule() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString).lua")
        try "rule \"x\" {\n  kind = \"k\", severity = \"low\", mtach = 1 }".write(
            to: url,
            atomically: true,
            encoding: .utf8
        )
        let run = try Tool.run(
            ["check", "-", "--rules", url.path, "--rules", "escalation", "--format", "jsonl"],
            input: Self.news
        )
        #expect(run.status == 4)
        #expect(run.errors.contains("\(url.lastPathComponent):2:33"))
        #expect(run.output.contains("\"retaliation\""))
    }

    @Test("An alert, an event and a rule are explained; what is none of these is an error")
    func explain() throws {
        let coded = try Tool.run(["code", "-", "--format", "jsonl"], input: Self.news)
        let id = String(try #require(coded.output.split(separator: "\"").dropFirst(3).first))
        #expect(try Tool.run(["explain", id, "-"], input: Self.news).output.contains("actions-"))
        #expect(try Tool.run(["explain", "retaliation", "-"], input: Self.news).output.contains("reply"))
        #expect(try Tool.run(["explain", "e_0000000000000000", "-"], input: Self.news).status == 3)
    }

    @Test("A sentence is explained by its article's id and its number; one that is not there is an error")
    func explainSentence() throws {
        let news = #"{"id": "a:1", "text": "Iran did not attack Israel. Turkey bombed Syria on Monday."}"#
        let first = try Tool.run(["explain", "a:1:0", "-", "--date", "2024-03-01"], input: news)
        #expect(first.status == 0)
        #expect(first.output.contains("no event: told as not done"))
        let second = try Tool.run(["explain", "a:1:1", "-", "--date", "2024-03-01"], input: news)
        #expect(second.output.contains("{Turkey} [bombed] <Syria> on Monday."))
        let third = try Tool.run(["explain", "a:1:2", "-"], input: news)
        #expect(third.status == 3)
        #expect(third.errors.contains("no sentence 2"))
        let other = try Tool.run(["explain", "b:0", "-"], input: news)
        #expect(other.status == 3)
        #expect(other.errors.contains("no article 'b'"))
    }

    @Test("With --one-a-day the same source, target and code give one event a day, across articles")
    func oneADay() throws {
        let news = ["Turkey bombed Syria in Aleppo on Monday.", "On Monday, Turkey bombed Syria in Idlib."]
            .enumerated().map { #"{"id": "\#($0)", "text": "\#($1)", "date": "2024-03-01"}"# }.joined(separator: "\n")
        func count(_ arguments: [String]) throws -> Int {
            try Tool.run(["code", "-", "--format", "jsonl"] + arguments, input: news).output.split(separator: "\n")
                .count
        }
        #expect(try count(["--merge", "none"]) == 2)
        #expect(try count(["--merge", "none", "--one-a-day"]) == 1)
        #expect(try count(["--merge", "corpus", "--one-a-day"]) == 1)
    }

    @Test("An article longer than any news text is coded to its end")
    func longArticle() throws {
        // Mostly empty lines, which cost little to read and are bytes of the text all the same.
        let empty = String(repeating: "\n", count: 300 << 10)
        let news = "Iran threatened Israel.\(empty)Turkey bombed Syria on Monday."
        let run = try Tool.run(["code", "-", "--format", "jsonl"], input: news)
        #expect(run.status == 0)
        #expect(run.output.contains("Iran threatened Israel."))
        #expect(run.output.contains("\"sentence\":1,\"span\":[\(23 + empty.count),"))
    }

    @Test("Without a date of publication, what is told of now, today or Monday has no date")
    func undated() throws {
        let news = "Syria now shells rebels in Idlib. Iran today threatened Israel. Russia shelled Kharkiv on Monday."
        let run = try Tool.run(["code", "-", "--format", "jsonl"], input: news)
        let lines = run.output.split(separator: "\n")
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.contains("\"date\":null") })
        #expect(run.status == 0)
    }
}
