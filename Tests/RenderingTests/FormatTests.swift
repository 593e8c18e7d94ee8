import EventModel
import Feeds
import Foundation
import Rendering
import Testing

@Suite struct FormatTests {
    @Test("Events print as they were when someone last looked", arguments: OutputFormat.allCases)
    func events(format: OutputFormat) throws {
        try expectSnapshot(RecordWriter.text(Examples.events, format), "events-\(format.rawValue)")
    }

    @Test("Alerts print as they were when someone last looked", arguments: OutputFormat.allCases)
    func alerts(format: OutputFormat) throws {
        try expectSnapshot(RecordWriter.text(Examples.alerts, format), "alerts-\(format.rawValue)")
    }

    @Test("Other rows print as they were when someone last looked", arguments: OutputFormat.allCases)
    func rows(format: OutputFormat) throws {
        let rows: [Record] = [
            ["script": "a.lua", "outcome": "ok", "value": .list([.integer(1), .number(2.5)]), "message": .null],
            ["script": "b,c.lua", "outcome": "limit_time", "value": .null, "message": "stopped after 1 s\nat line 3"],
        ]
        try expectSnapshot(RecordWriter.text(rows, format), "rows-\(format.rawValue)")
    }

    @Test("Without rows there is still what a reader of the format needs", arguments: OutputFormat.allCases)
    func none(format: OutputFormat) throws {
        try expectSnapshot(RecordWriter.text([Event](), format), "none-\(format.rawValue)")
    }

    @Test("A wide terminal shows the ids, and colour sets off the header")
    func wide() throws {
        try expectSnapshot(RecordWriter.text(Examples.events, .table, width: 140), "events-table-wide")
        try expectSnapshot(
            RecordWriter.text(Examples.alerts, .table, width: 120, style: .colored),
            "alerts-table-coloured"
        )
    }

    @Test("The keys of the event record are the fields, in their order, with trace only where it is set")
    func keys() {
        let fields = EventField.allCases.map(\.rawValue)
        #expect(Examples.bare.record.members.map(\.key) == fields.filter { $0 != "trace" })
        var traced = Examples.bare
        traced.trace = "line 3"
        #expect(traced.record.members.map(\.key) == fields)
    }

    @Test("Every line of JSON is JSON, whatever the strings hold")
    func valid() throws {
        var event = Examples.strike
        event.text =
            String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init))) + "\u{2028}\u{10FFFF}/\\\""
        event.goldstein = .infinity
        let line = RecordWriter.text([event], .jsonl)
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(parsed["text"] as? String == event.text)
        #expect(parsed["goldstein"] is NSNull)
        #expect(!line.contains("\\/"))
        let array = RecordWriter.text(Examples.events, .json)
        #expect((try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [Any])?.count == 3)
    }

    @Test(
        "Numbers are JSON and keep their point",
        arguments: [
            (RecordValue.number(-10), "-10.0"), (.number(33), "33.0"), (.number(0.1), "0.1"), (.number(1e-7), "1e-07"),
            (.number(.nan), "null"), (.integer(-3), "-3"), (.bool(true), "true"), (.list([]), "[]"),
            (.record([:]), "{}"),
        ]
    )
    func numbers(value: RecordValue, json: String) {
        #expect(value.json == json)
    }

    @Test("What is printed as JSON lines or CSV reads back as the same events", arguments: [OutputFormat.jsonl, .csv])
    func roundTrip(format: OutputFormat) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "rendering-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var events = Examples.events
        events[0].source.append(Actor(id: "uk", name: "United Kingdom", country: "GBR", text: "Britain"))
        try Data(RecordWriter.text(events, format).utf8).write(to: file)
        var read: [Event] = []
        for item in FeedReader(paths: [file.path]) {
            guard case .event(let event) = item else {
                Issue.record("\(item)")
                continue
            }
            read.append(event)
        }
        #expect(read == events)
    }

    @Test("Cells that need quotes have them, and the others have none")
    func csv() {
        let row: Record = ["a": "plain", "b": "a,b", "c": "say \"no\"", "d": "two\nlines", "e": "", "f": .null]
        #expect(
            RecordWriter.text([row], .csv) == "a,b,c,d,e,f\r\nplain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,\r\n"
        )
    }

    @Test("Rows after the first stand under its columns, whatever their own order")
    func columns() {
        let rows: [Record] = [["a": 1, "b": 2], ["b": 3, "a": 4], ["b": 5]]
        #expect(RecordWriter.text(rows, .csv) == "a,b\r\n1,2\r\n4,3\r\n,5\r\n")
    }

    @Test("The sink gets pieces as rows are written, and all of them in order")
    func streaming() throws {
        var pieces: [[UInt8]] = []
        var writer = RecordWriter<Record>(.jsonl, flushByteCount: 10) { pieces.append($0) }
        for number in 0..<5 { try writer.write(["n": .integer(number)]) }
        try writer.finish()
        #expect(pieces.count == 3)
        #expect(
            String(decoding: pieces.joined(), as: UTF8.self)
                == RecordWriter.text((0..<5).map { ["n": .integer($0)] as Record }, .jsonl)
        )
    }

    @Test("What the sink throws comes through")
    func sinkFails() {
        struct Closed: Error {}
        var writer = RecordWriter<Record>(.jsonl) { _ in throw Closed() }
        #expect(throws: Closed.self) {
            try writer.write(["n": 1])
            try writer.finish()
        }
    }
}
