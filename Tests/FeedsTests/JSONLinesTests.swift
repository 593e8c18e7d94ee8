import Chronology
import EventModel
import Feeds
import Foundation
import Testing

@Suite struct JSONLinesTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    @Test("A row gives id, title, text, date and source; other keys are left alone")
    func row() throws {
        let row =
            #"{"url": [1, {"a": null}], "id": "n1", "date": "2023-02-08 00:01:59+00:00", "title": "T", "source": "S", "text": " kept as is \n"}"#
        let reading = Reading([try place.write("a.jsonl", row)])
        #expect(
            reading.articles == [
                Article(id: "n1", text: " kept as is \n", title: "T", published: Day(iso: "2023-02-08"), source: "S")
            ]
        )
        #expect(reading.problems.isEmpty)
    }

    @Test("A row without an id is named by file and line; blank lines count and give nothing")
    func names() throws {
        let rows =
            "\n" + #"{"text": "a", "date": "2024-01-24"}"# + "\r\n\n"
            + #"{"title": "b", "id": 7, "date": "2024-01-24"}"#
        let reading = Reading([try place.write("feed.jsonl", rows)])
        #expect(reading.articles.map(\.id) == ["feed.jsonl:2", "7"])
        #expect(reading.articles.last == Article(id: "7", text: "", title: "b", published: Day(iso: "2024-01-24")))
        #expect(reading.problems.isEmpty)
    }

    @Test(
        "Any usual form of an ISO date is read",
        arguments: [
            "2023-02-08", "20230208", "2023-02-08T00:01:59Z", "2023-02-08 00:01:59+00:00",
            "2023-02-08 03:11:44.749281+00:00",
            "2023-02-08T23:59", "20230208T235959Z", "2023-02-08 10:00:00 UTC", "2023-02-08T10:00:00-0500",
            "2023-02-08t10:00:00,5+02",
        ]
    )
    func dates(text: String) throws {
        let reading = Reading([try place.write("a.jsonl", #"{"text": "a", "date": "\#(text)"}"#)])
        #expect(reading.articles.first?.published == Day(iso: "2023-02-08"))
        #expect(reading.problems.isEmpty)
    }

    @Test(
        "A date that is none is warned of and the article is read all the same",
        arguments: [#""8 February 2023""#, #""2023-02-30""#, "1675814519", #""2023-02-08T25:00""#, #""2023-02-08x""#]
    )
    func badDates(value: String) throws {
        let reading = Reading([try place.write("a.jsonl", #"{"text": "a", "date": \#(value)}"#)])
        #expect(reading.articles.count == 1)
        #expect(reading.codes == ["bad_date", "no_date"])
        #expect(reading.problems.first?.location?.column == 23)
    }

    @Test("Escapes are undone, pairs joined, and half a pair is replaced and reported")
    func escapes() throws {
        let row = #"{"date": "2024-01-24", "text": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude80"}"#
        #expect(Reading([try place.write("a.jsonl", row)]).articles.first?.text == "\"\\/\u{8}\u{C}\n\r\té🚀")
        let half = Reading([try place.write("b.jsonl", #"{"date": "2024-01-24", "text": "\ud83d!"}"#)])
        #expect(half.articles.first?.text == "\u{FFFD}!")
        #expect(half.codes == ["bad_encoding"])
    }

    @Test(
        "A broken line is reported where it breaks, and the others are read",
        arguments: [
            (#"{"text": "a""#, 13, "the object is not closed: '}' is missing"),
            (#"{"text": "a}"#, 10, "the string is not closed: '\"' is missing"),
            (#"{"text" "a"}"#, 9, "':' was expected after the key 'text'"),
            (#"{"text": "a",}"#, 14, "a key in double quotes was expected here"),
            (#"{"text": 'a'}"#, 10, "a JSON value was expected here"),
            (#"{"text": "\x"}"#, 11, "there is no such escape in JSON"),
            ("{\"text\": \"a\tb\"}", 12, "a control character inside a string must be escaped"),
            (#"{"n": 01, "text": "a"}"#, 7, "this is no JSON number"),
            (#"{"text": "a"} x"#, 15, "something follows the end of the JSON value"),
            (#"{"text": 5}"#, 10, "'text' must be a string, not a number"),
            (#"["text"]"#, 1, "a JSON object was expected, not an array"),
            (#"{"text": " "}"#, 10, "the row has neither 'text' nor 'title'"),
        ]
    )
    func broken(line: String, column: Int, message: String) throws {
        let good = #"{"id": "good", "date": "2024-01-24", "text": "a"}"#
        let path = try place.write("a.jsonl", [good, line, good].joined(separator: "\n"))
        let reading = Reading([path], FeedOptions(inputFormat: .jsonl))
        #expect(reading.articles.map(\.id) == ["good", "good~2"])
        let problem = try #require(reading.problems.first)
        #expect(problem.message == message)
        #expect(problem.location?.line == 2)
        #expect(problem.location?.column == column)
    }

    @Test("A mistake in a long line is shown with the part of the line around it")
    func elided() throws {
        let line =
            #"{"text": ""# + String(repeating: "é", count: 5_000) + #"", "date": ,"#
            + String(repeating: "x", count: 5_000) + "}"
        let problem = try #require(Reading([try place.write("a.jsonl", line)]).problems.first)
        let location = try #require(problem.location)
        #expect(location.column == 5_022)
        let shown = problem.description.split(separator: "\n")
        #expect(shown[1].count < 110)
        let caret = try #require(shown[2].firstIndex(of: "^"))
        let marked = shown[1][
            shown[1].index(shown[1].startIndex, offsetBy: shown[2].distance(from: shown[2].startIndex, to: caret))
        ]
        #expect(marked == ",")
    }

    @Test("Of very many broken lines the first are shown and the others counted")
    func manyBroken() throws {
        let path = try place.write("a.jsonl", String(repeating: "{broken\n", count: 500))
        let reading = Reading([path], FeedOptions(inputFormat: .jsonl))
        #expect(reading.problems.count == 101)
        #expect(reading.problems.last?.message == "400 more problems like these in this file")
    }

    @Test("A line that is not UTF-8 is reported with its offset in the file")
    func encoding() throws {
        let first = Array(#"{"date": "2024-01-24", "text": "one"}"#.utf8) + [0x0A]
        let second = Array(#"{"date": "2024-01-24", "text": "caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
        let reading = Reading([try place.write("a.jsonl", first + second)])
        #expect(reading.articles.map(\.text) == ["one", "caf\u{FFFD}"])
        #expect(reading.problems.first?.message == "not UTF-8 at byte \(first.count + 35); replaced by U+FFFD")
        #expect(reading.problems.first?.location?.line == 2)
    }

    @Test("Nesting without end is refused, not followed")
    func deep() throws {
        let path = try place.write("a.jsonl", #"{"a": "# + String(repeating: "[", count: 100_000))
        #expect(Reading([path]).problems.first?.message == "nested deeper than 128 levels")
    }

    @Test("Lines come out the same however the chunks of the file fall")
    func chunks() throws {
        let rows = (1...4_000).map {
            #"{"id": "r\#($0)", "date": "2024-01-24", "text": "\#(String(repeating: "w", count: $0 % 500))."}"#
        }
        let reading = Reading([try place.write("a.jsonl", gzip(rows.joined(separator: "\n")))])
        #expect(reading.problems.isEmpty)
        #expect(reading.articles.map(\.id) == (1...4_000).map { "r\($0)" })
        #expect(reading.articles.map(\.text.count) == (1...4_000).map { $0 % 500 + 1 })
    }
}
