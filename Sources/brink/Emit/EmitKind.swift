// What `brink code --emit` can print instead of events.
import ArgumentParser

/// A stage of the language room whose results can be printed, or how the action lexicon was used.
enum EmitKind: String, CaseIterable, ExpressibleByArgument {
    case sentences
    case tokens
    case conllu
    case times
    case counts
    case quotes
    case patterns
    case patternTotals = "pattern-totals"

    /// Whether the lines of the action lexicon are counted and no language stage is printed.
    var isLexiconUse: Bool { self == .patterns || self == .patternTotals }

    /// Whether the stage reads trees, so that the parser's model must be loaded.
    var needsTrees: Bool {
        switch self {
        case .sentences: false
        case .tokens, .conllu, .times, .counts, .quotes, .patterns, .patternTotals: true
        }
    }
}
