import Chronology
import EventModel
import LuaRuntime
import Testing

@Suite struct EventLibraryTests {
    @Test("Every example of the documentation gives what it says")
    func examples() throws {
        let context = try SampleEvents.context()
        let failing = SampleEvents.registry.failingExamples { vm throws(LuaError) in try vm.bind(context) }
        #expect(failing.isEmpty, "\(failing.joined(separator: "\n"))")
    }

    @Test("Every function and method has a summary, a signature and an example")
    func documented() {
        for function in Library.events.functions + Library.events.types.flatMap(\.methods) {
            #expect(!function.summary.isEmpty && !function.signature.isEmpty, "\(function.name)")
            #expect(!function.examples.isEmpty, "\(function.name)")
        }
    }

    @Test(
        "Fields read as the record has them",
        arguments: [
            ("e.date", "2024-01-20"), ("e.source", "Kataib Hezbollah"), ("e.target", "United States"),
            ("e.action", #""fired missiles""#), ("e.type", #""ASSAULT""#), ("e.mode", #""heavy-weapons""#),
            ("e.context", #"{ "military" }"#), ("e.cameo", #""195""#), ("e.quad", #""material_conflict""#),
            ("e.goldstein", "-10.0"), ("e.hostility", "4"), ("e.modality", #""actual""#), ("e.quoted", "false"),
            ("e.speaker", "nil"), ("e.aggregate", "false"), ("e.weapon", #"{ "missile" }"#), ("e.killed", "nil"),
            ("e.wounded", "4"), ("e.in_response_to", "{}"), ("e.article", #""a""#), ("e.published", "2024-01-24"),
            ("e.sentence", "1"), ("e.span", "{ 100, 160 }"), ("e.trigger", "{ 110, 120 }"), ("e.trace", "nil"),
            ("e.text", #""Sentence 1.""#), ("e.mentions", "{}"), ("e.revision", "0"),
            ("e.location", #"{ country = "IRQ", lat = 33.8, lon = 42.4, name = "Al-Asad" }"#),
            ("events[2].in_response_to[1] == e.id", "true"), ("events[3].speaker", #""Pentagon""#),
            ("events[3].modality", #""claimed""#), ("events[2].killed", "2"),
            (
                "events[2].mentions[1]",
                #"{ article = "b", sentence = 1, span = { 10, 40 }, text = "The strikes hit at night." }"#
            ),
            ("e", "2024-01-20 Kataib Hezbollah → United States: fired missiles (ASSAULT heavy-weapons)"),
            ("'since ' .. e.date .. ' by ' .. e.source", #""since 2024-01-20 by Kataib Hezbollah""#),
            ("('%s hit %s'):format(e.source, e.target)", #""Kataib Hezbollah hit United States""#),
            ("e.tpye", "error: an event has no field 'tpye'; did you mean 'type'?"),
            ("e[1]", "error: an event has no [1]"),
            ("events[4]", "nil"), ("events[0]", "nil"), ("#events", "3"), ("events", "3 events"),
        ]
    )
    func fields(code: String, expected: String) throws {
        let vm = try SampleEvents.vm()
        try vm.run("e = events[1]", chunk: "test")
        #expect(SampleEvents.shown(code, in: vm) == expected)
    }

    @Test("Every field of the record can be read, and nothing can be set")
    func allFields() throws {
        let vm = try SampleEvents.vm()
        for field in EventField.allCases {
            #expect(!SampleEvents.shown("events[2].\(field.rawValue)", in: vm).hasPrefix("error"), "\(field.rawValue)")
        }
        #expect(SampleEvents.shown("(function() events[1].type = 'AID' end)()", in: vm).hasPrefix("error"))
    }

    @Test(
        "Actor lists count, index, join and look at every level",
        arguments: [
            ("#s", "2"), ("s[1]", "Kataib Hezbollah"), ("s[2].id", #""united-states""#), ("s[3]", "nil"),
            ("s", "Kataib Hezbollah and United States"), ("#t", "0"), ("t", "nobody named"),
            ("s[1].family", #""iran-backed-militias""#), ("s[1].backer", #""IRN""#), ("s[2].backer", "nil"),
            ("s[1].text", #""the militia""#), ("s[1].sector", #""REB""#), ("s[1].country", #""IRQ""#),
            ("s:has('USA')", "true"), ("s:has('IRN')", "true"), ("s:has('iran-backed-militias')", "true"),
            ("s:has('Kataib Hezbollah')", "true"), ("s:has('kataib')", "false"), ("t:has('USA')", "false"),
            ("s:has(s[2])", "true"), ("s == events[1].source", "true"), ("s == t", "false"),
            ("(function() local n = 0 for i, a in ipairs(s) do n = n + #a.name end return n end)()", "29"),
            ("s.name", "error: an actor list has no field 'name'; take one actor, such as source[1].name"),
            ("s[1].nmae", "error: an actor has no field 'nmae'; did you mean 'name'?"),
            ("s:haz('x')", "error: an actor list has no field 'haz'; did you mean 'has'?"),
            ("#events:between(s[1], 'USA')", "0"), ("#events:where{ source = s }", "1"),
        ]
    )
    func actors(code: String, expected: String) throws {
        let both = [SampleEvents.militia, SampleEvents.america]
        let vm = try SampleEvents.vm([SampleEvents.event(1, nil, both, [], "met", .consult, nil)])
        try vm.run("s, t = events[1].source, events[1].target", chunk: "test")
        #expect(SampleEvents.shown(code, in: vm) == expected)
    }

    @Test(
        "Dates subtract from end to start, compare, and move by durations",
        arguments: [
            ("b - a", "3"), ("a - b", "-3"), ("a - a", "0"), ("span - a", "0"), ("date('2024-01-30') - span", "5"),
            ("a - nil", "nil"), ("nil - a", "nil"), ("a < b", "true"), ("a <= a", "true"), ("a > b", "false"),
            ("a == date('2024-01-20')", "true"), ("a ~= b", "true"), ("a >= '2024-01-01'", "true"),
            ("b - '2024-01-20'", "3"), ("a + days(3) == b", "true"), ("b - days(3)", "2024-01-20"),
            ("span + 1", "2024-01-19/2024-01-26"), ("b - a <= days(7)", "true"), ("b - a > days(2)", "true"),
            ("days(7) > b - a", "true"), ("weeks(1) - days(1)", "6 days"), ("days(1) * 2", "2 days"),
            ("hours(36).days", "1.5"), ("span.first", "2024-01-18"), ("span.last", "2024-01-25"),
            ("a.year * 10000 + a.month * 100 + a.day", "20240120"), ("date('2024-02-29').weekday", "4"),
            ("date('0001-01-01').year", "1"), ("date('9999-12-31') - date('0001-01-01')", "3652058"),
            ("a.yaer", "error: a date has no field 'yaer'; did you mean 'year'?"),
            ("a + a", "error: attempt to add a date and a date"),
            ("a < 3", "error: attempt to compare a date and a number"),
            ("a + 1e12", "error: 1000000000000.0 days are too many"),
            ("days('x')", "error: bad argument #1 to 'days' (number expected, got string)"),
        ]
    )
    func dates(code: String, expected: String) throws {
        let vm = try SampleEvents.vm()
        try vm.run("a, b, span = date('2024-01-20'), date('2024-01-23'), date('2024-01-18/2024-01-25')", chunk: "test")
        #expect(SampleEvents.shown(code, in: vm) == expected)
    }
}
