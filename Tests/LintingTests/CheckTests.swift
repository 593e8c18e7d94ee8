// Every check on its own examples: it finds fault with the bad one and not with the mended one.
import EventModel
import Foundation
import Rules
import Testing

@testable import Linting

extension LintCheck: CustomTestStringConvertible {
    public var testDescription: String { id }
}

@Suite struct CheckTests {
    @Test("There are as many checks and fixes as the documentation says, each with an id and words of its own")
    func catalogue() {
        let ids = LintCheck.all.map(\.id)
        #expect(ids.count >= 40)
        #expect(LintCheck.all.count { $0.isFixable } >= 10)
        #expect(Set(ids).count == ids.count)
        #expect(Set(LintCheck.all.map(\.summary)).count == ids.count)
        for check in LintCheck.all {
            #expect(check.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(check.id)")
            #expect(check.summary.hasSuffix(".") && check.reason.hasSuffix("."), "\(check.id)")
        }
    }

    @Test("The page on linting lists every check with its level and summary")
    func page() throws {
        let page = String(decoding: try LintWorkshop.bytes("docs/lint.md"), as: UTF8.self)
        for check in LintCheck.all {
            let row = "| `\(check.id)` | \(check.level.rawValue) | \(check.isFixable ? "fix" : "") | \(check.summary) |"
            #expect(page.contains(row), "\(row)")
        }
    }

    @Test("A check finds fault with its bad example", arguments: LintCheck.all)
    func bad(check: LintCheck) throws {
        let packs = LintWorkshop.packs(check.bad)
        let findings = try LintWorkshop.linter(check.id).findings(packs.now, before: packs.before)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.code == check.id })
    }

    @Test("A check finds no fault with its mended example", arguments: LintCheck.all)
    func mended(check: LintCheck) throws {
        let packs = LintWorkshop.packs(check.mended)
        let findings = try LintWorkshop.linter(check.id).findings(packs.now, before: packs.before)
        #expect(findings.map(\.description) == [])
    }

    @Test(
        "A fix mends the bad example as the mended one shows, keeps comments, and has nothing to do the second time",
        arguments: LintCheck.all.filter(\.isFixable)
    )
    func fix(check: LintCheck) throws {
        let packs = LintWorkshop.packs(check.bad)
        var files = packs.now
        // A comment on each file's own line must survive whatever is mended.
        for place in files.files.indices where check.id != "byte-order-mark" && check.id != "final-newline" {
            files.files[place].bytes = Array("-- keep this\n".utf8) + files.files[place].bytes
        }
        let linter = try LintWorkshop.linter(check.id)
        let fixed = try linter.fixed(files, before: packs.before)
        #expect(!fixed.isEmpty)
        var mended = files
        for (path, bytes) in fixed {
            let place = try #require(mended.files.firstIndex { $0.path == path })
            let before = LintFile(path: path, bytes: mended.files[place].bytes)
            mended.files[place].bytes = bytes
            let after = LintFile(path: path, bytes: bytes)
            if before.mistake == nil { #expect(after.mistake == nil) }
            #expect(before.comments.count == after.comments.count)
            if check.id != "unknown-check" { #expect(before.comments.map(\.text) == after.comments.map(\.text)) }
        }
        #expect(try linter.findings(mended, before: packs.before).map(\.description) == [])
        #expect(try linter.fixed(mended, before: packs.before).map(\.path) == [])
        // Where the example shows the mended text, the fix gives just that.
        let wanted = LintWorkshop.packs(check.mended).now
        for file in mended.lua {
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("-- keep this\n", with: "")
            let shown = wanted.lua.first { $0.path == file.path }.map { String(decoding: $0.bytes, as: UTF8.self) }
            #expect(text == shown, "\(check.id)")
        }
    }

    @Test("The built-in packs have no findings", arguments: try packFolders())
    func builtIn(folder: String) throws {
        let findings = try LintWorkshop.linter().findings(try LintWorkshop.files(folder: folder))
        #expect(findings.map(\.description) == [])
    }

    static func packFolders() throws -> [String] {
        let rules = LintWorkshop.root.appending(path: "rules")
        return try FileManager.default.contentsOfDirectory(atPath: rules.path).filter { !$0.hasPrefix(".") }.sorted()
            .filter { FileManager.default.fileExists(atPath: rules.appending(path: "\($0)/pack.lua").path) }
            .map { "rules/\($0)" }
    }
}
