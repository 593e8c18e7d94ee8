// The format of the actor files: what merges, and how mistakes are told.
import Chronology
import EventModel
import Testing

struct ActorLexiconTests {
    private func lexicon(_ files: [(String, String)]) throws(DataError) -> ActorLexicon {
        try ActorLexicon(files: files.map { ($0.0, Array($0.1.utf8)) })
    }

    @Test("A later file adds names to an actor and replaces what it says of it")
    func merging() throws {
        let merged = try lexicon([
            ("groups.tsv", "River Front\tSDN\tREB\t-\t-\t2003/\tRF\n"),
            ("lexicon/groups-local.tsv", "River Front\t-\tPTY\tTCD\t-\t-\tFront of the River\n"),
        ])
        let entry = try #require(merged.entry(id: "river-front"))
        #expect(entry.country == "SDN")
        #expect(entry.sector == .party)
        #expect(entry.backer == "TCD")
        #expect(merged.names.map(\.phrase) == ["River Front", "RF", "River Front", "Front of the River"])
    }

    @Test("A person's office follows the day")
    func terms() throws {
        let lexicon = try lexicon([
            (
                "leaders.tsv",
                "Ada Example\tGBR\tLEG\tspeaker\t2015/2019-06\t-\nAda Example\tGBR\tGOV\tprime minister\t2019-07-01/\t-\n"
            )
        ])
        let entry = try #require(lexicon.entry(id: "ada-example"))
        #expect(entry.term(on: Day(iso: "2016-01-01"))?.sector == .legislature)
        #expect(entry.term(on: Day(iso: "2019-06-30"))?.sector == .legislature)
        #expect(entry.term(on: Day(iso: "2024-01-01"))?.sector == .government)
        #expect(entry.term(on: nil)?.role == "prime minister")
    }

    @Test(
        "A mistake names its kind, its line and its column",
        arguments: [
            ("groups.tsv", "# header\nX\tIRQ\tXYZ\t-\t-\t-\t-\n", "bad_sector", 2, 7),
            ("groups.tsv", "X\tIraq\tREB\t-\t-\t-\t-\n", "bad_country", 1, 3),
            ("groups.tsv", "X\tIRQ\tREB\t-\t-\t2003\t-\n", "bad_period", 1, 15),
            ("groups.tsv", "X\tIRQ\tREB\n", "bad_columns", 1, 1),
            ("groups.tsv", "X\tIRQ\tREB\t-\t-\t-\t-\nx\tIRN\tREB\t-\t-\t-\t-\n", "duplicate_actor", 2, 1),
            ("agents.tsv", "police\t-\tCOP\tcrowd\t-\n", "bad_class", 1, 14),
        ]
    )
    func mistakes(file: String, text: String, code: String, line: Int, column: Int) {
        let error = #expect(throws: DataError.self) { try lexicon([(file, text)]) }
        #expect(error?.code == code)
        #expect(error?.location?.line == line)
        #expect(error?.location?.column == column)
    }

    @Test("A file whose name tells no kind is refused")
    func unknownFile() {
        let error = #expect(throws: DataError.self) { try lexicon([("people.tsv", "")]) }
        #expect(error?.code == "unknown_file")
    }

    @Test(
        "Ids are plain lower-case words joined by hyphens",
        arguments: [
            ("Kata'ib Hezbollah", "kataib-hezbollah"), ("Al-Qaeda", "al-qaeda"), ("Türkiye", "turkiye"),
            ("St. Kitts & Nevis", "st-kitts-nevis"), ("João Lourenço", "joao-lourenco"),
        ]
    )
    func slugs(name: String, id: String) {
        #expect(ActorLexicon.slug(name) == id)
    }
}
