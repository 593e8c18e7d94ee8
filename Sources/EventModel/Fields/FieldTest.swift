// What rules, filters and examples ask of the value of one field.
import Chronology

/// A test of one value; a field that is a list passes where one of its elements does.
public indirect enum FieldTest: Sendable, Hashable {
    /// The same text; letter case does not count.
    case text(String)
    /// A text that has this one in it; letter case does not count.
    case contains(String)
    /// A text that begins with this one: a CAMEO code and all below it.
    case prefix(String)
    /// The same number.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// No less than the first and no more than the second; nil is open.
    case range(Double?, Double?)
    /// Wholly or partly within these days.
    case days(DaySpan)
    /// One of these phrases is said.
    case says([Phrase])
    /// There is a value (true) or there is none (false).
    case known(Bool)
    /// One of them passes.
    case any([FieldTest])
    /// All of them pass.
    case all([FieldTest])
    /// None of them passes.
    case none([FieldTest])
    /// For actors: tests of an actor's own fields, all of which one actor must pass.
    case actor([ActorField: FieldTest])

    /// Passes whatever has a value.
    public static let present = FieldTest.known(true)

    /// A list of actors that has one who is known by this at any level: id, name, family, backer, country.
    public static func known(as name: String) -> FieldTest { .text(name) }
}

extension FieldTest: CustomStringConvertible {
    /// The test in the words of a rule.
    public var description: String {
        switch self {
        case .text(let text): return text
        case .contains(let text): return "has '\(text)'"
        case .prefix(let text): return "\(text)*"
        case .number(let number): return Self.words(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .range(let lower?, nil): return "at least \(Self.words(lower))"
        case .range(nil, let upper?): return "at most \(Self.words(upper))"
        case .range(let lower?, let upper?): return "between \(Self.words(lower)) and \(Self.words(upper))"
        case .range(nil, nil): return "any number"
        case .days(let span) where span.end == .latest: return "since \(span.start)"
        case .days(let span) where span.start == .earliest: return "until \(span.end)"
        case .days(let span): return "in \(span)"
        case .says(let phrases): return "says " + phrases.map { "'\($0.text)'" }.joined(separator: " or ")
        case .known(let known): return known ? "known" : "unknown"
        case .any(let tests): return tests.map(\.description).joined(separator: " or ")
        case .all(let tests): return tests.map(\.description).joined(separator: " and ")
        case .none(let tests): return "not " + tests.map(\.description).joined(separator: ", not ")
        case .actor(let fields):
            let parts = fields.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
            return parts.joined(separator: ", ")
        }
    }

    /// A number as a person writes it: whole ones without a point.
    public static func words(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
