// The value of a field of an event, read from columns without making the event.
import Chronology

/// What stands in a field, and how a test judges it.
public enum FieldValue: Sendable {
    /// No value.
    case unknown
    /// One text.
    case text(String)
    /// A number.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// A day or a span of days.
    case days(DaySpan)
    /// Several texts.
    case list([String])
    /// The actors of one side.
    case actors([Actor])
}

extension FieldTest {
    /// Whether the value passes.
    public func passes(_ value: FieldValue) -> Bool {
        switch self {
        case .any(let tests): return tests.contains { $0.passes(value) }
        case .all(let tests): return tests.allSatisfy { $0.passes(value) }
        case .none(let tests): return !tests.contains { $0.passes(value) }
        case .known(let known): return value.isKnown == known
        default: return passesOne(value)
        }
    }

    private func passesOne(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.text(let wanted), .text(let text)): return wanted.lowercased() == text.lowercased()
        case (.contains(let wanted), .text(let text)): return text.lowercased().contains(wanted.lowercased())
        case (.contains(let wanted), .list(let texts)):
            let wanted = wanted.lowercased()
            return texts.contains { $0.lowercased().contains(wanted) }
        case (.prefix(let wanted), .text(let text)): return text.hasPrefix(wanted)
        case (.text(let wanted), .list(let texts)):
            let wanted = wanted.lowercased()
            return texts.contains { $0.lowercased() == wanted }
        case (.text(let wanted), .actors(let actors)):
            let wanted = wanted.lowercased()
            return actors.contains { $0.isKnown(as: wanted) }
        case (.says(let phrases), .text(let text)):
            let words = Phrase.words(of: text)
            return phrases.contains { $0.occurs(in: words) }
        case (.says(let phrases), .list(let texts)):
            return texts.contains { text in
                let words = Phrase.words(of: text)
                return phrases.contains { $0.occurs(in: words) }
            }
        case (.actor(let fields), .actors(let actors)):
            return actors.contains { actor in
                fields.allSatisfy { $0.value.passes(actor.value(of: $0.key)) }
            }
        case (.number(let wanted), .number(let number)): return wanted == number
        case (.range(let lower, let upper), .number(let number)):
            return number >= lower ?? -.infinity && number <= upper ?? .infinity
        case (.flag(let wanted), .flag(let flag)): return wanted == flag
        case (.days(let wanted), .days(let days)): return wanted.overlaps(days)
        default: return false
        }
    }
}

extension FieldValue {
    /// Whether there is a value at all.
    public var isKnown: Bool {
        switch self {
        case .unknown: false
        case .list(let texts): !texts.isEmpty
        case .actors(let actors): !actors.isEmpty
        case .text, .number, .flag, .days: true
        }
    }
}

extension FieldValue: CustomStringConvertible {
    /// The value for a person to read.
    public var description: String {
        switch self {
        case .unknown: "unknown"
        case .text(let text): text
        case .number(let number): FieldTest.words(number)
        case .flag(let flag): flag ? "true" : "false"
        case .days(let span): span.description
        case .list(let texts): texts.isEmpty ? "none" : texts.joined(separator: ", ")
        case .actors(let actors): actors.isEmpty ? "nobody" : actors.map(\.name).joined(separator: " and ")
        }
    }
}

extension Actor {
    /// Whether the actor goes by this name, in lower case, at any level of the roll-up.
    fileprivate func isKnown(as name: String) -> Bool {
        [id, self.name, family, backer, country].contains { $0?.lowercased() == name }
    }

    /// The value of one of its fields.
    fileprivate func value(of field: ActorField) -> FieldValue {
        // Either is what a person calls an actor by.
        if field == .id || field == .name { return .list([id, name]) }
        let text: String? =
            switch field {
            case .id, .name: id
            case .family: family
            case .backer: backer
            case .country: country
            case .sector: sector?.rawValue
            }
        return text.map(FieldValue.text) ?? .unknown
    }
}
