// A filter as rules write it, in plain data: what stands to the right of `type = `.
import Chronology

/// A value of a filter, as a rule or a command wrote it.
public indirect enum FilterValue: Sendable, Hashable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case date(DaySpan)
    case list([FilterValue])
    /// Named parts, such as `min` and `max`; sorted by name, so that errors do not depend on the order of a table.
    case table([String: FilterValue])
    /// A test that a word such as `at_least` has made.
    case test(FieldTest)
    /// Some of several: `any { … }`, `all { … }`, `none { … }`.
    case choice(Choice, [FilterValue])

    /// How many of several must hold.
    public enum Choice: Sendable, Hashable {
        case any
        case all
        case none
    }

    /// What a person calls a value of this kind.
    var kind: String {
        switch self {
        case .text(let text): "the text '\(text)'"
        case .number(let number): "the number \(number)"
        case .flag(let flag): "\(flag)"
        case .date(let date): "the date \(date)"
        case .list: "a list"
        case .table: "a table"
        case .test(let test): "'\(test)'"
        case .choice: "a choice"
        }
    }

    /// The value's elements where it is a list, else itself alone.
    var elements: [FilterValue] {
        if case .list(let elements) = self { elements } else { [self] }
    }
}
