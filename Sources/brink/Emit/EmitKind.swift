// What `brink code --emit` can print instead of events.
import ArgumentParser

/// A stage of the language room whose results can be printed.
enum EmitKind: String, CaseIterable, ExpressibleByArgument {
    case sentences
    case tokens
    case conllu
    case times
    case counts
    case quotes

    /// Whether the stage reads trees, so that the parser's model must be loaded.
    var needsTrees: Bool {
        switch self {
        case .sentences: false
        case .tokens, .conllu, .times, .counts, .quotes: true
        }
    }
}
