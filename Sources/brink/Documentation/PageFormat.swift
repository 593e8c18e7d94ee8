// The formats of pages.
import ArgumentParser
import Rendering

/// How a page is written.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
    case markdown
    case html

    /// The page in the format.
    func text(_ document: Page) -> String {
        switch self {
        case .markdown: document.markdown
        case .html: document.html
        }
    }

    /// The ending of files.
    var suffix: String {
        switch self {
        case .markdown: "md"
        case .html: "html"
        }
    }
}
