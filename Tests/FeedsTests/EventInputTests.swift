import Chronology
import EventModel
import Feeds
import Foundation
import Testing

@Suite struct EventInputTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    static let record = """
        {"id":"e_5f0c19ab27d3e410","revision":2,"date":"2024-01-20/2024-01-23","source":[{"id":"united-states",\
        "name":"United States","country":"USA","sector":"MIL","backer":null,"text":"US forces"}],"target":[{"id":\
        "kataib-hezbollah","name":"Kataib Hezbollah","country":"IRQ","sector":"REB","backer":"IRN","text":"KH"}],\
        "action":"struck","type":"ASSAULT","mode":"heavy-weapons","context":["military"],"cameo":"195",\
        "quad":"material_conflict","goldstein":-10.0,"hostility":4,"modality":"claimed","quoted":true,"speaker":"Austin",\
        "aggregate":true,"location":{"name":"Iraq","country":"IRQ","lat":33.0,"lon":44.0},"weapon":["missile"],\
        "killed":null,"wounded":4,"in_response_to":["e_0000000000000001"],"article":"a","published":"2024-01-24",\
        "sentence":-1,"span":[0,108],"trigger":[24,30],"text":"US forces struck.","mentions":[{"article":"b",\
        "sentence":1,"span":[3,9],"text":"Again."}],"trace":"lexicon line 3"}
        """

    @Test("An event record in JSON lines comes back whole")
    func roundTrip() throws {
        let reading = Reading([try place.write("events.jsonl", Self.record)])
        #expect(reading.problems.isEmpty)
        let event = try #require(reading.events.first)
        #expect(event.id == "e_5f0c19ab27d3e410" && event.revision == 2)
        #expect(event.date?.description == "2024-01-20/2024-01-23")
        #expect(
            event.target == [
                Actor(
                    id: "kataib-hezbollah",
                    name: "Kataib Hezbollah",
                    country: "IRQ",
                    sector: .rebels,
                    backer: "IRN",
                    text: "KH"
                )
            ]
        )
        #expect(
            event.type == .assault && event.mode == "heavy-weapons" && event.cameo == "195" && event.goldstein == -10
        )
        #expect(event.modality == .claimed && event.quoted && event.aggregate && event.speaker == "Austin")
        #expect(event.location == Place(name: "Iraq", country: "IRQ", latitude: 33, longitude: 44))
        #expect(event.killed == nil && event.wounded == 4 && event.inResponseTo == ["e_0000000000000001"])
        #expect(event.sentence == -1 && event.span == 0..<108 && event.trigger == 24..<30)
        #expect(event.mentions == [Mention(article: "b", sentence: 1, span: 3..<9, text: "Again.")])
        #expect(event.trace == "lexicon line 3")
    }

    @Test("What a record leaves out stays unknown, and its id follows from its place")
    func short() throws {
        let row = #"{"type": "threaten", "source": ["Kataib Hezbollah"], "target": ["USA"], "date": "2024-01-20"}"#
        let event = try #require(Reading([try place.write("events.jsonl", row)]).events.first)
        #expect(event.source == [Actor(id: "kataib-hezbollah", name: "Kataib Hezbollah", text: "Kataib Hezbollah")])
        #expect(event.target == [Actor(id: "usa", name: "USA", country: "USA", text: "USA")])
        #expect(event.type == .threaten && event.article == "events.jsonl:1" && event.hostility == 1)
        #expect(event.id == Digest.eventID(article: "events.jsonl:1", span: 0..<0, trigger: 0..<0, ordinal: 0))
    }

    @Test(
        "A wrong value is reported where it stands, and the row is left out",
        arguments: [
            (#""type":"ASSAULT""#, #""type":"ATTACK""#, "'ATTACK' is no type"),
            (#""wounded":4"#, #""wounded":"four""#, "'wounded' must be a whole number, not a string"),
            (#""hostility":4"#, #""hostility":9"#, "'hostility' runs from 1 to 5"),
            (#""span":[0,108]"#, #""span":[9,3]"#, "'span' must be two offsets, such as [0, 108], not an array"),
            (
                #""date":"2024-01-20/2024-01-23""#, #""date":"last week""#,
                "'last week' is no ISO day and no span of days"
            ),
        ]
    )
    func wrong(good: String, bad: String, message: String) throws {
        let rows = Self.record.replacingOccurrences(of: good, with: bad) + "\n" + Self.record
        let reading = Reading([try place.write("events.jsonl", rows)])
        #expect(reading.events.count == 1)
        let problem = try #require(reading.problems.first)
        #expect(problem.message == message)
        let column = try #require(problem.location?.column)
        let value = bad.drop { $0 != ":" }.dropFirst()
        #expect(rows.dropFirst(column - 1).hasPrefix(value))
    }

    @Test("A table of events is read by the names of its columns, tabs or commas alike", arguments: ["\t", ","])
    func table(separator: String) throws {
        let rows = [
            ["date", "source", "source_country", "target", "type", "cameo", "goldstein", "killed", "other"],
            ["2018-08-29", "Iran; Syria", "IRN; SYR", "USA", "ACCUSE", "112", "-2.0", "", "x"],
            ["2018-08-30", "Iran", "", "USA", "NONE", "112", "-2.0", "", "x"],
            ["", "Iran", "", "USA", "ASSAULT", "", "", "3", "x"],
        ]
        let path = try place.write("t", rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n") + "\r\n")
        let reading = Reading([path])
        #expect(reading.events.count == 2)
        let first = try #require(reading.events.first)
        #expect(first.source.map(\.name) == ["Iran", "Syria"] && first.source.map(\.country) == ["IRN", "SYR"])
        #expect(first.target.map(\.country) == ["USA"] && first.type == .accuse && first.goldstein == -2)
        #expect(first.date?.description == "2018-08-29" && first.killed == nil && first.article == "t:2")
        #expect(reading.events.last?.date == nil && reading.events.last?.killed == 3)
        #expect(reading.problems.map { $0.location?.line } == [3])
    }

    @Test("Quoted cells hold commas, quotes and line breaks, and later lines keep their numbers")
    func quoted() throws {
        let table =
            "source,target,type,text\n\"Smith, J.\",USA,ACCUSE,\"He said \"\"no\"\".\nThen left.\"\nIran,USA\nIran,USA,COERCE,x\n"
        let reading = Reading([try place.write("t.csv", table)])
        #expect(reading.events.map(\.text) == ["He said \"no\".\nThen left.", "x"])
        #expect(reading.events.first?.source.map(\.name) == ["Smith, J."])
        #expect(reading.problems.map(\.message) == ["2 columns, but the header has 4"])
        #expect(reading.problems.first?.location?.line == 4)
    }

    @Test("A quote that is never closed costs its own row only")
    func openQuote() throws {
        let good = "Iran,USA,COERCE,x\n"
        let table = "source,target,type,text\n" + good + "Iran,USA,COERCE,\"open\n" + good + good
        let reading = Reading([try place.write("t.csv", table)])
        #expect(reading.events.count == 3)
        #expect(reading.problems.map(\.message) == ["the quote that opens here is never closed"])
        #expect(reading.problems.first?.location?.line == 3)
        #expect(reading.problems.first?.location?.column == 17)
    }

    @Test("A CAMEO code alone says the type where the ontology is at hand")
    func ontology() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/EventModel/Data").standardizedFileURL
        let file = { (name: String) in Array(try Data(contentsOf: folder.appending(path: name))) }
        let ontology = try Ontology(
            cameo: file("cameo.tsv"),
            modes: file("modes.tsv"),
            contexts: file("contexts.tsv"),
            hostility: file("hostility.tsv")
        )
        let path = try place.write("t.csv", "source,target,cameo\nIran,USA,195\n")
        #expect(Reading([path]).codes == ["bad_row"])
        let event = try #require(Reading([path], FeedOptions(ontology: ontology)).events.first)
        #expect(event.type == .assault && event.goldstein == -10 && event.hostility == 4)
    }
}
