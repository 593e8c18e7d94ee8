// How far events that tell of one act are put together.
import ArgumentParser
import Coding

/// The scope of merging.
enum MergeScope: String, CaseIterable, ExpressibleByArgument {
    /// One event a mention.
    case none
    /// One event an act within an article.
    case article
    /// One event an act across all articles.
    case corpus

    /// The scope in the coder's terms.
    var coderMerge: Coder.Options.Merge {
        switch self {
        case .none: .none
        case .article: .article
        case .corpus: .corpus
        }
    }
}
