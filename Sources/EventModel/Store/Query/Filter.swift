// A filter: fields and what they must be, read from plain data and checked against the closed vocabularies.
import Chronology

/// Conditions that an event must meet, all of them.
///
/// Fields are those of `EventField`, and `actor` (either side), `since` and
/// `until`, which is also `through`, since `until` is a word of Lua. What each takes:
/// - a closed field (`type`, `quad`, `modality`, `mode`, `context`, `weapon`): a value or a list of values;
/// - `cameo`: codes, each standing also for those below it (`"19"` for all of root 19);
/// - a number: a value, a list, or `{ min =, max = }`;
/// - `quoted`, `aggregate`: true or false;
/// - a text: `id`, `article`, `speaker`, `location` by value or list, letter case aside; `action`, `text`, `trace` by
///   what they contain; any of them by `{ contains = }`;
/// - `date`, `published`: a day or a span, or `{ from =, to = }`; an event with a span meets what it shares a day with;
/// - `source`, `target`, `actor`: a name at any level (id, name, family, backer, country), a list of such, or a table
///   of `id`, `family`, `backer`, `country` and `sector`;
/// - true or false for whether it is known at all, where the field is not a yes-or-no itself;
/// - what rules say: a test such as `at_least(3)` or `says("…")`, and `any`, `all`, `none` of several.
public struct Filter: Sendable {
    var conditions: [Condition]

    init(conditions: [Condition]) { self.conditions = conditions }

    /// A filter that every event meets.
    public init() { conditions = [] }

    /// The filter of these fields; throws `unknown_field`, `unknown_value` and `bad_value`, with what was meant.
    public init(_ fields: [String: FilterValue], vocabulary: FieldVocabulary = FieldVocabulary()) throws(QueryError) {
        conditions = []
        let reader = FilterReader(vocabulary: vocabulary)
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            conditions.append(try reader.condition(name, value))
        }
    }

    /// The names that a filter takes.
    public static var fieldNames: [String] { FilterReader.names }

    /// Both filters at once.
    public func and(_ other: Filter) -> Filter { Filter(conditions: conditions + other.conditions) }

    /// Events that share a day with the span from `from` to `until`; either may be open.
    public static func days(from: Day? = nil, until: Day? = nil) -> Filter {
        let low = from ?? .earliest
        return Filter(conditions: [.field(.date, .days(DaySpan(low, max(low, until ?? .latest))))])
    }

    /// Events of one of these with the other, whichever did it.
    public static func between(_ one: FieldTest, _ other: FieldTest) -> Filter {
        Filter(conditions: [.between(one, other)])
    }
}
