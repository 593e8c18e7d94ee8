import Chronology
import EventModel
import Feeds
import Foundation
import Testing

/// What a reader gave, sorted into kinds.
struct Reading {
    var articles: [Article] = []
    var events: [Event] = []
    var tokens: [TokenFile] = []
    var problems: [FeedError] = []

    init(_ paths: [String], _ options: FeedOptions = FeedOptions()) {
        for item in FeedReader(paths: paths, options: options) {
            switch item {
            case .article(let article): articles.append(article)
            case .event(let event): events.append(event)
            case .tokens(let file): tokens.append(file)
            case .problem(let problem): problems.append(problem)
            }
        }
    }

    var codes: [String] { problems.map(\.code) }
}

@Suite struct FeedReaderTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test("The text of a seed-shaped file is what follows its header, to the byte")
    func seed() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/articles/000_3831629d43024d0a.txt").standardizedFileURL
        let bytes = try Data(contentsOf: file)
        let reading = Reading([file.path])
        #expect(reading.problems.isEmpty)
        let article = try #require(reading.articles.first)
        #expect(article.id == "000_3831629d43024d0a")
        #expect(article.published == Day(iso: "2024-01-24"))
        #expect(Array(article.text.utf8) == Array(bytes.dropFirst(" date 2024-01-24 ".utf8.count)))
        #expect(article.text.hasPrefix("The US on Tuesday"))
    }

    @Test(
        "A header is one, whatever it is followed by, and nothing after it is trimmed",
        arguments: [
            (" date 2024-01-24 Text.\n", "Text.\n", "2024-01-24"), ("date 2024-01-24 Text.", "Text.", "2024-01-24"),
            (" date 2024-01-24  Two spaces.\r\n ", " Two spaces.\r\n ", "2024-01-24"),
            (" date 2024-01-24\nText.", "Text.", "2024-01-24"), (" date 2024-01-24\r\nText.", "Text.", "2024-01-24"),
            ("\u{FEFF} date 2024-01-24 Text.", "Text.", "2024-01-24"),
            (" date 2024-01-24 date 2023-01-01 Text.", "date 2023-01-01 Text.", "2024-01-24"),
            (" date 2024-1-24 Text.", " date 2024-1-24 Text.", nil),
            ("  date 2024-01-24 T", "  date 2024-01-24 T", nil),
            (" date 2024-01-245 Text.", " date 2024-01-245 Text.", nil),
        ] as [(String, String, String?)]
    )
    func headers(file: String, text: String, date: String?) throws {
        let article = try #require(Reading([try place.write("a.txt", file)]).articles.first)
        #expect(article.text == text)
        #expect(article.published == date.flatMap { Day(iso: $0) })
    }

    @Test("Plain text takes the default date, a header and a row keep their own")
    func defaultDate() throws {
        try place.write("a.txt", "Plain text.")
        try place.write("b.txt", " date 2024-01-24 With a header.")
        try place.write("c.jsonl", #"{"text": "x", "date": "2020-02-02"}"# + "\n" + #"{"text": "y"}"#)
        let reading = Reading([place.folder.path], FeedOptions(date: Day(iso: "1999-12-31")))
        #expect(reading.problems.isEmpty)
        #expect(
            reading.articles.map { $0.published?.description } == [
                "1999-12-31", "2024-01-24", "2020-02-02", "1999-12-31",
            ]
        )
    }

    @Test("Articles without a date are counted in one warning at the end")
    func undated() throws {
        let path = try place.write("c.jsonl", (1...5).map { #"{"text": "row \#($0)"}"# }.joined(separator: "\n"))
        let reading = Reading([path])
        #expect(reading.articles.count == 5)
        #expect(reading.codes == ["no_date"])
        let problem = try #require(reading.problems.first)
        #expect(problem.severity == .warning)
        #expect(problem.message.hasPrefix("5 articles have no date, the first 'c.jsonl:1'"))
    }

    @Test(
        "An article is named by its file's stem",
        arguments: [
            ("a.txt", "a"), ("a.txt.gz", "a"), ("a.b.TXT", "a.b"), ("AFP_2024.01.24", "AFP_2024.01.24"), ("a.gz", "a"),
            ("a", "a"),
        ]
    )
    func stems(name: String, stem: String) throws {
        #expect(Reading([try place.write(name, "Some text.")]).articles.map(\.id) == [stem])
    }

    @Test("A folder is walked in the order of its paths, hidden files left out")
    func folder() throws {
        for name in ["b.txt", "a/z.txt", "a.txt", "a/.hidden.txt", ".git/x.txt", "a/b/c.txt", "Ä.txt"] {
            try place.write(name, "Text of \(name).")
        }
        #expect(
            Reading([place.folder.path]).articles.map(\.text)
                == ["a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "Ä.txt"].map { "Text of \($0)." }
        )
    }

    @Test("A circle of links ends, and a file named twice is read once")
    func links() throws {
        let file = try place.write("a/one.txt", "Some text.")
        try FileManager.default.createSymbolicLink(
            atPath: place.path("a/loop"),
            withDestinationPath: place.folder.path
        )
        let reading = Reading([place.folder.path, file])
        #expect(reading.articles.count == 1)
        #expect(reading.codes.contains("same_file"))
    }

    @Test("gzip is known by its content, of one member or of several")
    func gzipped() throws {
        let path = try place.write("a.txt", gzip(" date 2024-01-24 First half, ") + gzip("second half."))
        #expect(Reading([path]).articles.map(\.text) == ["First half, second half."])
        let padded = try place.write("b.txt.gz", gzip(" date 2024-01-24 Text.") + [0, 0, 0])
        #expect(Reading([padded]).articles.map(\.text) == ["Text."])
        #expect(Reading([padded]).codes == ["trailing_bytes"])
    }

    @Test("gzip data that was cut off gives what it holds, then an error")
    func truncated() throws {
        let rows = (1...4).map { #"{"id": "r\#($0)", "date": "2024-01-24", "text": "row \#($0)"}"# }.joined(
            separator: "\n"
        )
        let whole = gzip(rows)
        let lines = Reading([try place.write("a.jsonl.gz", whole.dropLast(30))])
        #expect(lines.articles.map(\.id) == ["r1", "r2", "r3"])
        #expect(lines.codes == ["truncated_gzip"])
        let text = Reading([try place.write("b.gz", gzip(" date 2024-01-24 Some words and more").dropLast(12))])
        #expect(text.articles.map(\.text) == ["Some words and "])
        #expect(text.codes == ["truncated_gzip"])
        let none = Reading([try place.write("c.gz", whole.prefix(6))])
        #expect(none.codes == ["truncated_gzip"])
    }

    @Test("Damaged gzip data gives what came before the damage, then an error")
    func damaged() throws {
        var bytes = gzip(" date 2024-01-24 Some words.")
        bytes[bytes.count - 6] ^= 0xFF
        let reading = Reading([try place.write("a.gz", bytes)])
        #expect(reading.articles.map(\.text) == ["Some words."])
        #expect(reading.codes == ["corrupt_gzip"])
    }

    @Test(
        "A file that holds no text is an error that says why",
        arguments: [
            ("", "empty_file"), (" \n\n", "empty_file"), (" date 2024-01-24 \n", "empty_file"),
            ("\u{0}\u{1}\u{2}binary", "binary_file"), ("%PDF-1.7", "binary_file"),
            ("[{\"text\": \"x\"}]", "json_array"),
        ]
    )
    func nothing(content: String, code: String) throws {
        try place.write("b.txt", " date 2024-01-24 Another file.")
        let path = try place.write("a.txt", content)
        let reading = Reading([path, place.path("b.txt")])
        #expect(reading.codes == [code])
        #expect(reading.problems.first?.location?.file == path)
        #expect(reading.articles.map(\.id) == ["b"])
    }

    @Test("UTF-16 is told from binary data and met with a hint")
    func utf16() throws {
        let problem = try #require(Reading([try place.write("a.txt", [0xFF, 0xFE, 0x41, 0x00])]).problems.first)
        #expect(problem.hint == "iconv -f UTF-16 -t UTF-8")
    }

    @Test("Bytes that are not UTF-8 are replaced and reported with offset and line")
    func encoding() throws {
        let bytes = Array(" date 2024-01-24 Line one.\nCaf".utf8) + [0xE9] + Array(" two ".utf8) + [0xC3]
        let reading = Reading([try place.write("a.txt", bytes)])
        #expect(reading.articles.map(\.text) == ["Line one.\nCaf\u{FFFD} two \u{FFFD}"])
        let problem = try #require(reading.problems.first)
        #expect(problem.message == "not UTF-8 at byte 30, and 1 more like it; replaced by U+FFFD")
        #expect(problem.location?.line == 2)
    }

    @Test("A path that is not there, or not to be read, costs that path only")
    func missing() throws {
        let good = try place.write("a.txt", " date 2024-01-24 Text.")
        let reading = Reading([place.path("none.txt"), good, place.path("none/deep.txt")])
        #expect(reading.codes == ["missing_path", "missing_path"])
        #expect(reading.articles.count == 1)
        #expect(reading.problems.first?.description == "\(place.path("none.txt")): no such file or folder")
    }

    @Test("A folder without files is an error")
    func emptyFolder() throws {
        try FileManager.default.createDirectory(
            at: place.folder.appending(path: "a/b"),
            withIntermediateDirectories: true
        )
        try place.write("a/.hidden", "x")
        #expect(Reading([place.folder.path]).codes == ["no_articles"])
    }

    @Test("Articles with the same id are told apart, in the order of reading")
    func duplicates() throws {
        let rows = #"{"id": "x", "date": "2024-01-24", "text": "a"}"# + "\n"
        let reading = Reading([try place.write("a.jsonl", rows + rows + rows)])
        #expect(reading.articles.map(\.id) == ["x", "x~2", "x~3"])
        #expect(reading.codes == ["duplicate_id"])
    }

    @Test("An article longer than the limit is cut there, and said to be")
    func limit() throws {
        var options = FeedOptions()
        options.articleByteCountMax = 20
        let text = Reading([try place.write("a.txt", " date 2024-01-24 A long text.")], options)
        #expect(text.articles.map(\.text) == ["A l"])
        #expect(text.codes == ["too_large"])
        let rows = #"{"text": "far too long a line"}"# + "\n" + #"{"text": "y"}"#
        let lines = Reading([try place.write("b.jsonl", rows)], options)
        #expect(lines.articles.map(\.text) == ["y"])
        #expect(lines.codes == ["too_large", "no_date"])
    }

    @Test("Given tokens come through as they are")
    func tokens() throws {
        let text =
            "# sent_id = 1\n1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
        let reading = Reading([try place.write("a.conllu", text)])
        #expect(reading.tokens.map(\.text) == [text])
        #expect(reading.articles.isEmpty)
        let asked = Reading([try place.write("b.txt", "free text")], FeedOptions(inputFormat: .conllu))
        #expect(asked.tokens.map(\.id) == ["b"])
    }

    @Test("The format asked for wins over the content")
    func asked() throws {
        let path = try place.write("a.jsonl", #"{"text": "x"}"#)
        #expect(Reading([path], FeedOptions(inputFormat: .text)).articles.map(\.text) == [#"{"text": "x"}"#])
        let plain = try place.write("b.txt", "No header.")
        #expect(Reading([plain], FeedOptions(inputFormat: .seed)).codes == ["no_header", "no_date"])
    }
}
