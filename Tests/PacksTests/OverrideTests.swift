// A user's changes to the rules of somebody else's pack.
import EventModel
import Testing

@testable import Rules

@Suite struct OverrideTests {
    static func overrides(_ text: String) throws(RuleError) -> RuleOverrides {
        try RuleOverrides(RuleFile(path: "overrides.lua", bytes: Array(text.utf8)))
    }

    static let rules = """
        rule "blow" { kind = "k", severity = "low", match = step "s" { type = "ASSAULT" },
            alert = function(m) return { summary = "x", severity = "high" } end }
        rule "threat" { kind = "k", match = step "s" { type = "THREATEN" } }
        """

    static func pack(_ overrides: String) throws -> RulePack {
        let files = [RuleFile(path: "a.lua", bytes: Array(rules.utf8))]
        return try RulePack(name: "p", files: files, overrides: try Self.overrides(overrides))
    }

    /// An event between two actors of these names.
    static func event(_ id: String, _ source: String, _ target: String, _ type: EventType) -> Event {
        func actor(_ name: String) -> Actor {
            Actor(id: name, name: name, country: nil, sector: nil, backer: nil, family: nil, text: name)
        }
        return Event(
            id: id,
            date: nil,
            source: [actor(source)],
            target: [actor(target)],
            action: "did",
            type: type,
            hostility: 1,
            article: id,
            sentence: 0,
            span: 0..<1,
            trigger: 0..<1,
            text: "x"
        )
    }

    @Test("a rule is switched off, and its severity is the user's even where the rule words another")
    func severity() throws {
        let pack = try Self.pack(
            "return { ['p/blow'] = { severity = 'critical' }, ['p/threat'] = { enabled = false } }"
        )
        #expect(pack.rules.map(\.id) == ["p/blow"] && pack.ruleIDs == ["p/blow", "p/threat"])
        let events = [Self.event("e_1", "a", "b", .assault), Self.event("e_2", "a", "b", .threaten)]
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        #expect(report.alerts.map(\.severity) == [.critical])
    }

    @Test("an exception keeps back the alerts that stand on such an event, and no others")
    func exceptions() throws {
        let pack = try Self.pack("return { ['p/blow'] = { exceptions = { { source = 'a', target = 'b' } } } }")
        let events = [Self.event("e_1", "a", "b", .assault), Self.event("e_2", "b", "a", .assault)]
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        #expect(report.alerts.flatMap(\.evidence) == ["e_2"])
    }

    @Test("a threshold takes the user's value; one that the rule does not have is shown where the user wrote it")
    func thresholds() throws {
        let text = """
            rule "burst" { kind = "k", thresholds = { count = 3, within = days(14) },
                match = function(t)
                    return sequence { by = "source", within = t.within, step "s" { times(at_least(t.count)) } }
                end }
            """
        func pack(_ overrides: String) throws -> RulePack {
            let file = RuleFile(path: "a.lua", bytes: Array(text.utf8))
            return try RulePack(name: "p", files: [file], overrides: try Self.overrides(overrides))
        }
        let changed = try pack("return { ['p/burst'] = { thresholds = { count = 1, within = days(3) } } }")
        #expect(changed.errors.isEmpty, "\(changed.errors)")
        #expect(changed.rules.first?.thresholds.map(\.isChanged) == [true, true])
        #expect(changed.rules.first?.thresholds.first?.value == 1)
        let wrong = try pack("return {\n  ['p/burst'] = { thresholds = { cuont = 1 } } }")
        #expect(wrong.errors.first?.location?.description == "overrides.lua:2:4")
        #expect(wrong.errors.first?.hint?.contains("count") == true)
    }

    @Test("of two files the later one counts, key by key")
    func adding() throws {
        var both = try Self.overrides(
            "return { ['p/blow'] = { severity = 'low', thresholds = { n = 1, m = days(2) } } }"
        )
        both.add(try Self.overrides("return { ['p/blow'] = { enabled = false, thresholds = { n = 5 } } }"))
        let change = try #require(both.override(of: "p/blow"))
        #expect(change.severity == .low && change.isEnabled == false)
        #expect(change.thresholds["n"] == 5 && change.thresholds["m"]?.days == 2)
    }

    @Test(
        "a mistake is shown where it stands",
        arguments: [
            ("return { ['p/blwo'] = {} }", "1:11", "no rule 'p/blwo'", "p/blow"),
            ("return { ['q/blow'] = {} }", "1:11", "no pack 'q'", "p/blow"),
            ("return { blow = {} }", "1:10", "'pack/rule'", ""),
            ("return {\n ['p/blow'] = { severty = 'low' } }", "2:17", "no key 'severty'", "severity"),
            ("return { ['p/blow'] = { severity = 'lwo' } }", "1:36", "no severity 'lwo'", "low"),
            ("return { ['p/blow'] = { enabled = 'no' } }", "1:35", "true or false", ""),
            ("return { ['p/blow'] = { exceptions = { { tpye = 'ASSAULT' } } } }", "1:40", "no key 'tpye'", "type"),
            ("return { ['p/blow'] = { exceptions = { { reverses = 'x' } } } }", "1:40", "one event", ""),
            ("return { ['p/blow'] = { exceptions = { source = 'a' } } }", "1:25", "list of conditions", ""),
            ("return { ['p/blow'] = { severity = tostring(1) } }", "1:36", "tostring", "data"),
        ]
    )
    func mistakes(text: String, place: String, message: String, hint: String) throws {
        do throws(RuleError) {
            let overrides = try Self.overrides(text)
            let pack = try? RulePack(name: "p", files: [RuleFile(path: "a.lua", bytes: Array(Self.rules.utf8))])
            try overrides.check(pack.map { [$0] } ?? [], known: ["p", "other"])
            Issue.record("no error")
        } catch {
            #expect(error.message.contains(message), "\(error)")
            #expect(error.location?.description == "overrides.lua:\(place)", "\(error)")
            #expect(hint.isEmpty || error.hint?.contains(hint) == true, "\(error)")
        }
    }

    @Test("a change of a pack that is there but not run is no mistake")
    func otherPack() throws {
        try Self.overrides("return { ['other/x'] = { enabled = false } }").check([], known: ["other"])
    }
}
