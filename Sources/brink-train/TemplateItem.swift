// One piece of a template: a word, a reference, a phrase.

/// A piece of an alternative, with how it hangs on the alternative's head.
struct TemplateItem {
    indirect enum Content {
        /// A word with its tag and lemma.
        case word(form: String, tag: String, lemma: String)
        /// A choice from a list or from phrases, with the tag that it is to have; `*` is the tag of the phrase around.
        case reference(name: String, tag: String?)
        case phrase([TemplateItem])
    }

    var content: Content
    /// Nil for the head and for references that bring their own relation.
    var relation: String?
    var preposition: String?
    var isOptional = false
    /// Whether the alternative that is chosen tells the relation.
    var bringsRelation = false

    var isHead: Bool { relation == nil && !bringsRelation }
}
