import EventModel
import Testing

@testable import Coding

@Suite struct ActionLexiconTests {
    @Test("The built-in lexicon reads, is broad, and has lines for every type")
    func builtIn() throws {
        let lexicon = try Built.actions()
        #expect(lexicon.patterns.count >= 2000)
        #expect(Set(lexicon.patterns.map(\.type)) == Set(EventType.allCases))
    }

    @Test("Every root from 02 to 20 has lines")
    func roots() throws {
        let codes = try Built.actions().patterns.map(\.cameo)
        let shifted = try Built.ontology().entries.map(\.cameo)
        for root in 2...20 {
            let prefix = root < 10 ? "0\(root)" : "\(root)"
            #expect(codes.contains { $0.hasPrefix(prefix) }, "\(prefix)")
            #expect(shifted.contains { $0.hasPrefix(prefix) })
        }
    }

    @Test(
        "What an act becomes inside another word follows the table, the longest prefix first",
        arguments: [
            (ActionGroup.threaten, "163", "1312"), (.refuse, "0841", "1243"), (.appeal, "0871", "0256"),
            (.demand, "0874", "1056"), (.intend, "072", "0332"), (.stop, "1723", "0813"), (.intend, "195", "1384"),
        ]
    )
    func shifts(group: ActionGroup, inner: String, outer: String) throws {
        #expect(try Built.actions().shifted(inner, by: group) == outer)
    }

    @Test(
        "A wrong line is shown with its place",
        arguments: [
            ("verb\thit\t-\t-\tobj\t999\t-\t-\t-", "bad_code"),
            ("verb\thit\t@nothing\t-\tobj\t190\t-\t-\t-", "bad_class"),
            ("verb\thit\t-\t-\tobj\t190\tdance\t-\t-", "bad_mode"),
            ("verb\thit\t-\t-\tobj\t190\t-\tfork\t-", "bad_weapon"),
            ("verb\thit\t-\t-\tobj\t190\t-\t-\tloud", "bad_flag"), ("word\thit\t-\t-\tobj\t190\t-\t-\t-", "bad_kind"),
            ("verb\thit", "bad_columns"),
        ]
    )
    func mistakes(line: String, code: String) throws {
        var files = try Built.actionFiles()
        files.patterns.append(("pack.tsv", Array("# a pack\n\(line)\n".utf8)))
        let error = #expect(throws: DataError.self) { try ActionLexicon(files, ontology: Built.ontology()) }
        #expect(error?.code == code)
        #expect(error?.location?.line == 2)
    }

    @Test("A pack's own line is used")
    func pack() throws {
        var files = try Built.actionFiles()
        files.patterns.append(("pack.tsv", Array("verb\tzap\t-\t-\tobj\t190\t-\t-\tstrict\n".utf8)))
        let lexicon = try ActionLexicon(files, ontology: Built.ontology())
        let entry = try #require(lexicon.entry(lexicon.number(ofLemma: "zap")))
        #expect(entry.verbs.count == 1)
    }
}
