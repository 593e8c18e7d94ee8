// `brink test`, `lint`, `backtest` and `doc` as a user runs them.
import Foundation
import Testing

/// A folder that is gone after the test.
private final class Scratch {
    let url = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
        for (name, text) in files {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    func write(_ text: String, _ name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }
}

private enum Example {
    static let manifest = """
        return {
            name = "mine", version = "1.0.0", brink = ">= 0.1", summary = "Attacks.", authors = { "A" },
            licence = "MIT",
        }

        """

    static func rule(type: String = "ASSAULT", expect: String = "{ b = 2 }") -> String {
        """
        rule "hit_back" {
            title = "Hit back", kind = "retaliation", severity = "high", status = "test",
            description = "A hits B, and B hits A.",
            references = { "Axelrod 1984" }, false_positives = { "daily fighting" },
            match = sequence {
                by = "pair", within = days(7),
                step "a" { type = "\(type)", modality = "actual" },
                step "b" { type = "ASSAULT", modality = "actual", reverses = "a" },
            },
            fires = {
                {
                    note = "two days later",
                    events = {
                        { date = "+0", source = "IRN", target = "ISR", type = "ASSAULT" },
                        { date = "+2", source = "ISR", target = "IRN", type = "ASSAULT" },
                    },
                    expect = \(expect),
                },
            },
            silent = {
                {
                    events = {
                        { date = "+0", source = "IRN", target = "ISR", type = "ASSAULT" },
                        { date = "+2", source = "IRN", target = "ISR", type = "ASSAULT" },
                    },
                },
            },
        }

        """
    }

    static func pack(_ rule: String = rule()) -> [String: String] {
        ["pack.lua": manifest, "README.md": "# Mine\n", "rules.lua": rule]
    }
}

@Suite struct TestCommandTests {
    @Test("A pack whose examples come out as they should is fine; event tables need no parser")
    func passes() throws {
        let scratch = try Scratch(Example.pack())
        let outcome = try Tool.run(["test", scratch.url.path, "--verbose"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("ok   mine/hit_back fires[1]: two days later"))
        #expect(outcome.output.hasSuffix("2 passed, 0 failed\n"))
    }

    @Test("A failure shows what was expected and what came, and where nothing came the near miss")
    func fails() throws {
        let wrong = try Scratch(Example.pack(Example.rule(expect: "{ b = 1, severity = \"low\" }")))
        let outcome = try Tool.run(["test", wrong.url.path])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("  - b: event 1\n  + b: event 2\n"), "\(outcome.output)")
        #expect(outcome.output.contains("  - severity: low\n  + severity: high\n"))
        let never = try Scratch(Example.pack(Example.rule(type: "COERCE")))
        let missed = try Tool.run(["test", never.url.path])
        #expect(missed.status == 1)
        #expect(missed.output.contains("near     no event meets step 'a'"), "\(missed.output)")
        #expect(missed.output.contains("type COERCE: ASSAULT, no"))
        #expect(missed.output.contains("event 1 (2024-01-01"))
    }

    @Test("JSON lines and JUnit tell the same")
    func formats() throws {
        let scratch = try Scratch(Example.pack(Example.rule(expect: "{ b = 1 }")))
        let lines = try Tool.run(["test", scratch.url.path, "--format", "jsonl"])
        #expect(lines.status == 1)
        let rows = try lines.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(rows.map { $0["example"] as? String } == ["fires[1]", "silent[1]"])
        #expect(rows.map { $0["passed"] as? Bool } == [false, true])
        #expect(rows.allSatisfy { ($0["seconds"] as? Double ?? -1) > 0 })
        let junit = try Tool.run(["test", scratch.url.path, "--format", "junit"])
        let parser = XMLCounter(junit.output)
        #expect(parser.counts["testcase"] == 2 && parser.counts["failure"] == 1)
    }

    @Test("Coverage names what no example holds in place, and a minimum that is missed is status 1")
    func coverage() throws {
        let scratch = try Scratch(Example.pack())
        let outcome = try Tool.run(["test", scratch.url.path, "--coverage"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("not covered: sequence: within 7 days"), "\(outcome.output)")
        #expect(!outcome.output.contains("not covered: b: reverses a"))
        #expect(outcome.output.contains("covered: rules 1/1, steps 2/2, predicates 1/6"), "\(outcome.output)")
        #expect(try Tool.run(["test", scratch.url.path, "--min-coverage", "99"]).status == 1)
        #expect(try Tool.run(["test", scratch.url.path, "--min-coverage", "10"]).status == 0)
    }

    @Test("Snapshots are written by --update, compared afterwards, and told apart line by line")
    func snapshots() throws {
        let scratch = try Scratch(Example.pack())
        #expect(try Tool.run(["test", scratch.url.path, "--update"]).status == 0)
        let text = try scratch.text("snapshots/hit_back.txt")
        #expect(text.hasPrefix("fires[1]\n  high 2024-01-03 Hit back: "), "\(text)")
        #expect(text.hasSuffix("silent[1]\n  nothing\n"))
        #expect(try Tool.run(["test", scratch.url.path]).status == 0)
        try scratch.write(Example.rule().replacing("\"high\"", with: "\"low\""), "rules.lua")
        let outcome = try Tool.run(["test", scratch.url.path])
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains("- snapshot: high 2024-01-03") && outcome.output.contains("+ snapshot: low 2024")
        )
        #expect(try Tool.run(["test", scratch.url.path, "--update"]).status == 0)
        #expect(try Tool.run(["test", scratch.url.path]).status == 0)
    }

    @Test("Watching runs again when a file changes, until somebody ends it")
    func watch() throws {
        let scratch = try Scratch(Example.pack())
        let process = Process()
        process.executableURL = Tool.executable
        process.arguments = ["test", scratch.url.path, "--watch"]
        process.environment = ProcessInfo.processInfo.environment.merging(["BRINK_DATA": Tool.checkout.path]) { $1 }
        try Data().write(to: scratch.url.appending(path: "out"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: "/dev/null"))
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        func waitFor(_ text: String) throws -> Bool {
            // Long, so that a busy machine does not fail it; a good run ends at once.
            for _ in 0..<600 where process.isRunning {
                if try scratch.text("out").contains(text) { return true }
                usleep(100_000)
            }
            return false
        }
        #expect(try waitFor("2 passed, 0 failed"))
        try scratch.write(Example.rule(expect: "{ b = 1 }"), "rules.lua")
        #expect(try waitFor("1 passed, 1 failed"))
        process.terminate()
        for _ in 0..<600 where process.isRunning { usleep(100_000) }
        #expect(!process.isRunning)
    }

    @Test("The results are in the order of rules however many run at a time")
    func parallel() throws {
        let rules = (0..<24).map { Example.rule().replacing("hit_back", with: "hit_\($0)") }.joined()
        let scratch = try Scratch(Example.pack(rules))
        let outputs = try ["1", "2", "7"].map { jobs in
            let outcome = try Tool.run(["test", scratch.url.path, "--verbose", "--jobs", jobs, "--coverage"])
            #expect(outcome.status == 0)
            return outcome.output
        }
        #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
        #expect(outputs[0].contains("48 passed"))
    }
}

@Suite struct LintCommandTests {
    private static let rule = Example.rule().replacing("type = \"ASSAULT\", modality", with: "type = LIST, modality")
    private static let bad = "local LIST = { \"ASAULT\" }\n" + rule

    @Test("Findings come with the line, a caret and a hint, and are status 1; none are status 0")
    func text() throws {
        let scratch = try Scratch(Example.pack(Self.bad))
        let outcome = try Tool.run(["lint", scratch.url.path])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("error[unknown-value] "), "\(outcome.output)")
        #expect(outcome.output.contains("rules.lua:1:16: 'type' is never 'ASAULT'"))
        #expect(outcome.output.contains("  1 | local LIST = { \"ASAULT\" }\n    |                ^\n"))
        #expect(outcome.output.contains("did you mean 'ASSAULT'?"))
        let good = try Scratch(Example.pack())
        let clean = try Tool.run(["lint", good.url.path, "--ignore", "no-article-example"])
        #expect(clean.status == 0, "\(clean.output)")
    }

    @Test("--fix mends the files and says what is left")
    func fix() throws {
        let scratch = try Scratch(Example.pack("LIST = { \"ASAULT\" }\n" + Self.rule))
        let outcome = try Tool.run(["lint", scratch.url.path, "--fix", "--ignore", "no-article-example"])
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(try scratch.text("rules.lua").hasPrefix("local LIST = { \"ASSAULT\" }\nrule "))
        #expect(try Tool.run(["test", scratch.url.path]).status == 0)
    }

    @Test("SARIF is a valid log with the places of findings")
    func sarif() throws {
        let scratch = try Scratch(Example.pack(Self.bad))
        let outcome = try Tool.run(["lint", scratch.url.path, "--format", "sarif"])
        #expect(outcome.status == 1)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.contains { $0["ruleId"] as? String == "unknown-value" })
        #expect(results.allSatisfy { $0["message"] != nil && $0["locations"] != nil })
    }

    @Test("Checks are listed and explained, and an unknown one is a wrong command line")
    func explain() throws {
        let list = try Tool.run(["lint", "--list"])
        #expect(list.status == 0 && list.output.contains("unknown-value"))
        let explanation = try Tool.run(["lint", "--explain", "unknown-value"])
        #expect(explanation.status == 0)
        #expect(explanation.output.contains("type = { \"ASAULT\", \"COERCE\" }"))
        let unknown = try Tool.run(["lint", "--explain", "unknown-valu"])
        #expect(unknown.status == 2 && unknown.errors.contains("unknown-value"))
    }

    @Test("Modules of a pack are checked, too, and rules may require them")
    func modules() throws {
        var files = Example.pack("local LIST = require \"pack.lists\"\n" + Self.rule)
        files["modules/lists.lua"] = "local unused = 1\nreturn { \"ASSAULT\" }\n"
        let scratch = try Scratch(files)
        let outcome = try Tool.run(["lint", scratch.url.path, "--ignore", "no-article-example"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("modules/lists.lua:1:7: nothing reads 'unused'"), "\(outcome.output)")
        #expect(outcome.output.hasSuffix("1 finding in 3 files\n"))
    }

    @Test("The version before tells whether the version was raised")
    func against() throws {
        let old = try Scratch(Example.pack())
        let new = try Scratch(Example.pack(Example.rule().replacing("days(7)", with: "days(9)")))
        let outcome = try Tool.run(["lint", new.url.path, "--against", old.url.path, "--only", "version-not-raised"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("version = \"1.0.1\""))
    }
}

@Suite struct BacktestCommandTests {
    private static let events = """
        date\tsource\ttarget\ttype
        2024-01-01\tIran\tIsrael\tASSAULT
        2024-01-03\tIsrael\tIran\tASSAULT
        2024-02-01\tSudan\tChad\tASSAULT
        2024-02-02\tSudan\tChad\t
        2024-02-03\tChad\tSudan\tASSAULT

        """

    @Test("Alerts are counted by rule and month, held against labels, and compared with another version")
    func backtest() throws {
        var files = Example.pack()
        files["events.tsv"] = Self.events
        files["labels.tsv"] = "2024-01-10\tIran\tIsrael\t-\tstrikes\n"
        let scratch = try Scratch(files)
        let other = try Scratch(Example.pack(Example.rule().replacing("days(7)", with: "days(1)")))
        let arguments = [
            "backtest", scratch.url.path, "--on", scratch.path("events.tsv"), "--labels", scratch.path("labels.tsv"),
            "--against", other.url.path,
        ]
        let outcome = try Tool.run(arguments + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("1 row left out"))
        let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(log["alerts"] as? Int == 2 && log["events"] as? Int == 4)
        let rule = try #require((log["rules"] as? [[String: Any]])?.first)
        #expect(rule["months"] as? [String: Int] == ["2024-01": 1, "2024-02": 1])
        #expect(rule["recall"] as? Double == 1 && rule["precision"] as? Double == 1)
        #expect(rule["median_lead_days"] as? Double == 7)
        let difference = try #require(log["difference"] as? [String: Any])
        #expect((difference["added"] as? [Any])?.count == 2 && (difference["removed"] as? [Any])?.count == 0)
        let table = try Tool.run(arguments)
        #expect(table.output.contains("2 alerts on 4 events") && table.output.contains("1 of 1 label told"))
        let page = try Tool.run(arguments + ["--format", "markdown"])
        #expect(page.output.hasPrefix("# Backtest\n\n## 2 alerts on 4 events\n\n| rule |"))
    }

    @Test("Articles are no events, and no events are a wrong command line")
    func refuses() throws {
        let seed = "Tests/Fixtures/articles/000_3831629d43024d0a.txt"
        let outcome = try Tool.run(["backtest", "escalation", "--on", seed])
        #expect(outcome.status == 3 && outcome.errors.contains("brink code"))
        #expect(try Tool.run(["backtest", "escalation"]).status == 2)
    }
}

@Suite struct PackDocsCommandTests {
    @Test(
        "A pack has an index and a page for each rule, whose links lead somewhere and whose examples show alerts",
        arguments: [("markdown", "md"), ("html", "html")]
    )
    func pages(format: String, suffix: String) throws {
        let scratch = try Scratch(Example.pack())
        let site = scratch.path("site")
        let outcome = try Tool.run(["pack", "docs", scratch.url.path, "--format", format, "--output", site])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let index = try scratch.text("site/index.\(suffix)")
        #expect(index.contains("hit_back.\(suffix)") && index.contains("Attacks."))
        let page = try scratch.text("site/hit_back.\(suffix)")
        for part in ["A hits B, and B hits A.", "Axelrod 1984", "daily fighting", "two days later", "index.\(suffix)"] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(page.contains("high 2024-01-03 Hit back: Iran and Israel"), "\(page)")
        if suffix == "html" {
            #expect(!page.contains("://") && page.contains("default-src 'none'") && page.contains("dark"))
        }
    }
}

@Suite struct DocCommandTests {
    @Test("The reference lists every word of the registry once, and its links stay on the page")
    func reference() throws {
        let outcome = try Tool.run(["doc"])
        #expect(outcome.status == 0)
        for word in ["### rule(", "### sequence(", "## Type: event", "### days(", "| `killed` |"] {
            #expect(outcome.output.contains(word), "\(word)")
        }
        let html = try Tool.run(["doc", "--format", "html"])
        #expect(html.output.hasPrefix("<!doctype html>"))
    }

    @Test("The definition file is Lua that loads, that luacheck finds no fault with, and that knows the words")
    func luacats() throws {
        let scratch = try Scratch(["x": ""])
        let file = scratch.path("brink.d.lua")
        #expect(try Tool.run(["doc", "--luacats", "--output", file]).status == 0)
        let text = try scratch.text("brink.d.lua")
        for line in [
            "---@class brink.event", "---@field killed? integer", "function rule(name) end",
            "---@return fun(fields: brink.step): brink.rule_part", "---| \"ASSAULT\"", "---@alias brink.event_type",
        ] {
            #expect(text.contains(line), "\(line)")
        }
        // The words are there when the file has run, as functions.
        let probe = "dofile(arg[1]); assert(type(rule) == 'function' and type(step) == 'function' and days)"
        #expect(try status("lua5.4", ["-e", "arg = { '\(file)' } \(probe)"]) == 0)
        #expect(try status("luacheck", ["--std", "lua54", "--quiet", file]) == 0)
        // A file without its first lines must not pass, or the check could not fail.
        try scratch.write(text.replacing("-- luacheck: globals", with: "-- x"), "other.lua")
        #expect(try status("luacheck", ["--std", "lua54", "--quiet", scratch.path("other.lua")]) != 0)
    }

    private func status(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/null"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: "/dev/null"))
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// Counts the elements of XML without a parser of its own: Foundation's is a module that is not linked here.
private struct XMLCounter {
    let counts: [String: Int]

    init(_ text: String) {
        var counts: [String: Int] = [:]
        for part in text.split(separator: "<") where part.first?.isLetter == true {
            let name = part.prefix { $0.isLetter }
            counts[String(name), default: 0] += 1
        }
        self.counts = counts
    }
}
