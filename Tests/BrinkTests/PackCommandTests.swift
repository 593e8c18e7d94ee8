// `brink pack` and packs on the command line, each test as a user of its own.
import Foundation
import Testing

/// A user with a home of its own.
final class PackUser {
    let home: URL

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "brink-user-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    func path(_ name: String) -> String { home.appending(path: name).path }

    func write(_ name: String, _ text: String) throws {
        let url = home.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    /// Runs brink; `~` at the start of an argument is the home.
    @discardableResult
    func brink(
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Tool.Outcome {
        let folders = [
            "HOME": home.path, "XDG_DATA_HOME": path("data"), "XDG_CONFIG_HOME": path("config"),
            "XDG_STATE_HOME": path("state"),
        ]
        return try Tool.run(
            arguments.map { $0.hasPrefix("~/") ? path(String($0.dropFirst(2))) : $0 },
            input: input,
            environment: folders.merging(environment) { $1 }
        )
    }

    /// A pack in a folder, built and signed, as `NAME-VERSION.brinkpack`.
    func publish(_ name: String, _ version: String, rule: String = PackUser.rule) throws {
        try write(
            "\(name)/pack.lua",
            """
            return { name = "\(name)", version = "\(version)", brink = ">=0.1", summary = "S.", authors = { "A" },
              licence = "MIT" }
            """
        )
        try write("\(name)/rules.lua", rule)
        if !FileManager.default.fileExists(atPath: path("config/brink/pack.key")) {
            try brink("pack", "keygen", "--no-password")
        }
        let archive = "~/index/\(name)-\(version).brinkpack"
        try FileManager.default.createDirectory(atPath: path("index"), withIntermediateDirectories: true)
        for words in [["build", "~/\(name)", "--output", archive], ["sign", archive], ["index", "~/index"]] {
            let outcome = try Tool.run(
                (["pack"] + words).map { $0.hasPrefix("~/") ? path(String($0.dropFirst(2))) : $0 },
                environment: ["XDG_CONFIG_HOME": path("config"), "XDG_DATA_HOME": path("data")]
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    static let rule = "rule \"r\" { kind = \"k\", severity = \"low\", match = step \"s\" { type = \"ASSAULT\" } }\n"

    static let news = """
        {"id":"1","date":"2024-04-14","text":"Iran shelled Israel on Saturday."}
        """
}

@Suite struct PackCommandTests {
    @Test("a new pack passes its tests and luacheck, and is built")
    func new() throws {
        let user = try PackUser()
        #expect(try user.brink("pack", "new", "mine", "--in", user.home.path).status == 0)
        let test = try user.brink("test", "~/mine")
        #expect(test.status == 0 && test.output.contains("4 passed"), "\(test)")
        let lint = try user.brink("lint", "~/mine")
        #expect(lint.status == 0, "\(lint)")
        #expect(try user.brink("pack", "build", "~/mine", "--output", "~/a.brinkpack").status == 0)
        #expect(try user.brink("pack", "new", "mine", "--in", user.home.path).status == 3)
        #expect(try user.brink("pack", "new", "Not Mine").status == 2)
        let check = Process()
        check.executableURL = URL(filePath: "/usr/bin/env")
        check.arguments = [
            "luacheck", "--quiet", "--config", Tool.checkout.appending(path: "rules/.luacheckrc").path,
            user.path("mine"),
        ]
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0)
    }

    @Test("rules are run from a folder, from an archive whose key is trusted, and by the name of what is installed")
    func running() throws {
        let user = try PackUser()
        try user.publish("mine", "1.0.0")
        let archive = "~/index/mine-1.0.0.brinkpack"
        func alerts(_ pack: String, _ more: String...) throws -> Tool.Outcome {
            try user.brink("check", "-", "--format", "jsonl", "--rules", pack, input: PackUser.news)
        }
        let folder = try alerts("~/mine")
        #expect(folder.output.contains("\"rule\":\"mine/r\""), "\(folder)")
        #expect(try alerts("mine").errors.contains("no rule pack 'mine'"))
        #expect(try user.brink("pack", "install", archive).status == 0)
        for pack in ["mine", archive] { #expect(try alerts(pack).output == folder.output) }
        #expect(try user.brink("test", "mine").status == 0)
        let explained = try user.brink("explain", "r", "-", "--rules", "mine", input: PackUser.news)
        #expect(explained.status == 0 && explained.output.contains("Iran"), "\(explained)")
        let near = try alerts("mien")
        #expect(near.status == 3 && near.errors.contains("did you mean 'mine'?"), "\(near)")
        try FileManager.default.removeItem(atPath: user.path("index/mine-1.0.0.brinkpack.minisig"))
        #expect(try alerts(archive).errors.contains("is not signed"))
    }

    @Test("an unsigned archive is run where the user says so")
    func unsigned() throws {
        let user = try PackUser()
        try user.brink("pack", "new", "mine", "--in", user.home.path)
        try user.brink("pack", "build", "~/mine", "--output", "~/a.brinkpack")
        let check = ["check", "-", "--rules"]
        #expect(try user.brink(check[0], check[1], check[2], "~/a.brinkpack", input: PackUser.news).status == 3)
        let allowed = try user.brink("check", "-", "--rules", "~/a.brinkpack", "--allow-unsigned", input: PackUser.news)
        #expect(allowed.status == 0, "\(allowed)")
    }

    @Test("overrides change severity, switch off and make exceptions; an unknown rule is told with what is near")
    func overrides() throws {
        let user = try PackUser()
        try user.publish("mine", "1.0.0")
        func check(_ text: String) throws -> Tool.Outcome {
            try user.write("o.lua", text)
            return try user.brink(
                "check",
                "-",
                "--format",
                "jsonl",
                "--rules",
                "~/mine",
                "--overrides",
                "~/o.lua",
                input: PackUser.news
            )
        }
        #expect(
            try check("return { ['mine/r'] = { severity = 'critical' } }").output.contains("\"severity\":\"critical\"")
        )
        #expect(try check("return { ['mine/r'] = { enabled = false } }").output.isEmpty)
        #expect(try check("return { ['mine/r'] = { exceptions = { { source = 'IRN' } } } }").output.isEmpty)
        #expect(!(try check("return { ['mine/r'] = { exceptions = { { source = 'USA' } } } }").output.isEmpty))
        let unknown = try check("return { ['mine/q'] = {} }")
        #expect(unknown.status == 3 && unknown.errors.contains("o.lua:1:11"), "\(unknown)")
        #expect(unknown.errors.contains("did you mean 'mine/r'?"))
        try user.write("config/brink/overrides.lua", "return { ['mine/r'] = { severity = 'info' } }")
        let own = try user.brink("check", "-", "--format", "jsonl", "--rules", "~/mine", input: PackUser.news)
        #expect(own.output.contains("\"severity\":\"info\""), "\(own)")
        #expect(try check("return { ['mine/r'] = { severity = 'high' } }").output.contains("\"severity\":\"high\""))
    }

    @Test("a pack's lexicon codes what no built-in entry knows, only where the pack is used")
    func lexicon() throws {
        let user = try PackUser()
        try user.write(
            "lex/pack.lua",
            "return { name = 'lex', version = '1.0.0', capabilities = { 'lexicon' } }"
        )
        try user.write("lex/lexicon/groups.tsv", "Zorbian Front\tSYR\tREB\t-\t-\t-\t-\n")
        try user.write("lex/rules.lua", PackUser.rule)
        let news = "{\"id\":\"1\",\"date\":\"2024-04-14\",\"text\":\"The Zorbian Front shelled Israel on Saturday.\"}"
        try user.write("news.jsonl", news)
        let with = try user.brink("check", "-", "--format", "jsonl", "--rules", "~/lex", input: news)
        #expect(with.output.contains("Zorbian Front"), "\(with)")
        let without = try user.brink("code", "-", "--format", "jsonl", input: news)
        #expect(!without.output.contains("\"zorbian-front\""), "\(without)")
        let named = try user.brink("code", "-", "--format", "jsonl", "--lexicon", "~/lex", input: news)
        #expect(named.output.contains("\"zorbian-front\""), "\(named)")
        let session = try user.brink(
            "repl",
            "~/news.jsonl",
            "--lexicon",
            "~/lex",
            "-c",
            "print(events[1].source[1].id)",
            input: ""
        )
        #expect(session.output.contains("zorbian-front"), "\(session)")
        try user.write("lex/lexicon/gruops.tsv", "x\n")
        let wrong = try user.brink("check", "-", "--rules", "~/lex", input: news)
        #expect(wrong.status == 3 && wrong.errors.contains("did you mean 'groups'?"), "\(wrong)")
    }

    @Test("a pack is loaded with the packs that it needs, and a missing one is named")
    func dependencies() throws {
        let user = try PackUser()
        try user.publish("base", "1.0.0")
        try user.write("top/rules.lua", PackUser.rule)
        let manifest = "return { name = 'top', version = '1.0.0', dependencies = { base = '^1' } }"
        try user.write("top/pack.lua", manifest)
        let missing = try user.brink("check", "-", "--rules", "~/top", input: PackUser.news)
        #expect(missing.status == 3 && missing.errors.contains("needs 'base' ^1, which is not here"), "\(missing)")
        try user.brink("pack", "install", "base", "--index", "~/index")
        let both = try user.brink("check", "-", "--format", "jsonl", "--rules", "~/top", input: PackUser.news)
        #expect(both.output.contains("\"base/r\"") && both.output.contains("\"top/r\""), "\(both)")
        try user.write("top/pack.lua", manifest.replacing("^1", with: "^2"))
        let other = try user.brink("check", "-", "--rules", "~/top", input: PackUser.news)
        #expect(other.status == 3 && other.errors.contains("needs 'base' ^2, and 1.0.0 is here"), "\(other)")
        try user.write("top/pack.lua", "return { name = 'top', version = '1.0.0', brink = '>= 99' }")
        let old = try user.brink("check", "-", "--rules", "~/top", input: PackUser.news)
        #expect(old.status == 3 && old.errors.contains("needs Brink >= 99"), "\(old)")
    }

    @Test(
        "an update that is killed leaves the old version whole, and the next one succeeds",
        arguments: ["verified", "staged", "stored", "trusted", "remembered", "committed"]
    )
    func killed(stage: String) throws {
        let user = try PackUser()
        try user.publish("mine", "1.0.0")
        try user.brink("pack", "install", "mine", "--index", "~/index")
        try user.publish("mine", "1.1.0")
        func version() throws -> String {
            let check = try user.brink("check", "-", "--rules", "mine", "--format", "jsonl", input: PackUser.news)
            #expect(check.status == 0 && check.output.contains("\"mine/r\""), "\(check)")
            let list = try user.brink("pack", "list", "--format", "csv")
            return list.output.contains("mine,1.1.0,")
                ? "1.1.0" : list.output.contains("mine,1.0.0,") ? "1.0.0" : list.output
        }
        let update = try user.brink("pack", "update", environment: ["BRINK_KILL_AT_STAGE": stage])
        #expect(update.status == SIGKILL, "a release build takes no kill: \(update)")
        #expect(try version() == (stage == "committed" ? "1.1.0" : "1.0.0"))
        #expect(try user.brink("pack", "update").status == 0)
        #expect(try version() == "1.1.0")
    }

    @Test("a password is taken from a file or from standard input")
    func password() throws {
        let user = try PackUser()
        try user.brink("pack", "new", "mine", "--in", user.home.path)
        try user.brink("pack", "build", "~/mine", "--output", "~/a.brinkpack")
        try user.write("password", "open sesame\n")
        let made = try user.brink("pack", "keygen", "--password-file", "~/password")
        #expect(made.status == 0, "\(made)")
        let attributes = try FileManager.default.attributesOfItem(atPath: user.path("config/brink/pack.key"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try user.brink("pack", "sign", "~/a.brinkpack", input: "open sesame\n").status == 0)
        let wrong = try user.brink("pack", "sign", "~/a.brinkpack", input: "sesame\n")
        #expect(wrong.status == 3 && wrong.errors.contains("password"), "\(wrong)")
        let key = user.path("config/brink/pack.pub")
        #expect(try user.brink("pack", "verify", "~/a.brinkpack", "--key", key).output.hasPrefix("ok: mine 0.1.0"))
        #expect(try user.brink("pack", "keygen", "--no-password").errors.contains("is there already"))
    }

    @Test(
        "a wrong command line ends with 2",
        arguments: [["pack", "install"], ["pack", "trust", "x"], ["pack", "sign"], ["pack", "nonsense"]]
    )
    func usage(arguments: [String]) throws { #expect(try Tool.run(arguments).status == 2) }
}
