// A sentence as a person names it on the command line: the article's id and its number.

/// A sentence of an article.
struct SentencePlace: Equatable {
    /// The article's id.
    let article: String
    /// The number of the sentence, from 0; −1 is the title.
    let sentence: Int

    /// The place that `ARTICLE:SENTENCE` names, nil for anything else; the id may hold colons itself.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let sentence = Int(text[text.index(after: colon)...]), sentence >= -1
        else { return nil }
        article = String(text[..<colon])
        self.sentence = sentence
    }

    /// What to say where it is not found.
    func missing(isArticleKnown: Bool) -> Failure {
        isArticleKnown
            ? Failure(
                code: "no_sentence",
                message: "the article '\(article)' has no sentence \(sentence)",
                hint: "'brink code --emit sentences' prints them; the first is 0, the title -1"
            )
            : Failure(
                code: "no_article",
                message: "there is no article '\(article)' here",
                hint: "an article's id is the stem of its file, in JSON lines its 'id' or file:line"
            )
    }
}
