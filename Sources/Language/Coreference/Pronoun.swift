// The pronouns that stand for somebody named before.

/// A pronoun of the third person.
enum Pronoun {
    case he, she, it, they

    /// The pronoun that a word of the vocabulary is a form of, or nil.
    init?(_ word: Int32) {
        switch Keyword(rawValue: word) {
        case .he, .him, .his: self = .he
        case .she, .her: self = .she
        case .it, .its: self = .it
        case .they, .them, .their: self = .they
        default: return nil
        }
    }
}
