// The shapes in which articles and events come in.

/// A shape of input; raw values are the names of `--input-format`.
public enum InputFormat: String, Sendable, CaseIterable {
    /// One article a file, its first words being ` date YYYY-MM-DD `.
    case seed
    /// One article a file, all of it text.
    case text
    /// A JSON object a line: an article or an event record.
    case jsonl
    /// Sentences of given tokens, CoNLL-U.
    case conllu
    /// A table of events with a header, columns separated by commas (RFC 4180).
    case csv
    /// A table of events with a header, columns separated by tabs.
    case tsv
}
