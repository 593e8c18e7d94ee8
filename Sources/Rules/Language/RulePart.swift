// What the words of the rule language make: data that Lua hands around without looking into it.
import EventModel
import LuaRuntime

/// A piece of a rule, as a combinator returns it.
struct RulePart: HostObject {
    /// What it is.
    let content: Content
    /// The word that made it, for error messages.
    let word: String

    indirect enum Content: Sendable {
        /// `at_least(3)`, `known()`, `says("…")`: a test of a field's value.
        case test(FieldTest)
        /// `above "first"`: a comparison with the same field of a step's event.
        case comparison(Relation.Comparison, step: String)
        /// `any { … }`, `all_of { … }`: what it is a choice of shows where it stands.
        case choice(Choice, Table)
        /// `times(3)`.
        case times(ClosedRange<Int>)
        /// `pair { level = "backer" }`.
        case key(MatchKey)
        /// `step "name"`, still without its table; whether it is `immediately_followed_by`.
        case stepName(String, immediately: Bool)
        /// `every()`.
        case every
        /// `until_ { … }`.
        case until(Condition)
        /// `step "name" { … }`.
        case step(StepPattern)
        /// `absent { … }`.
        case absence(AbsencePattern)
        /// `sequence { … }`, as the sequences that its alternatives unfold into.
        case sequences([SequencePattern])
        /// `but(…)`, `again(…)`: examples made of a story.
        case retelling(Retelling)
        /// `rule "name"`, still without its table.
        case ruleName(String)
    }

    /// How the parts of a choice combine.
    enum Choice: Sendable {
        case any
        case all
        case none
    }

    static var luaTypeName: String { "rule part" }

    var luaDescription: String {
        switch content {
        case .test(let test): test.description
        case .step(let step): "step \"\(step.name)\""
        case .stepName(let name, _): "step \"\(name)\" without its table"
        case .ruleName(let name): "rule \"\(name)\" without its table"
        case .key(let key): key.description
        case .comparison, .choice, .times, .every, .until, .absence, .sequences, .retelling: word
        }
    }
}
