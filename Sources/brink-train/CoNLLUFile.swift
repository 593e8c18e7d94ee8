// A treebank file with what is needed of it.
import Foundation
import Language

/// A treebank and its name.
struct CoNLLUFile {
    let name: String
    let content: CoNLLU

    init(path: String) throws {
        name = URL(fileURLWithPath: path).lastPathComponent
        content = CoNLLU(try String(contentsOfFile: path, encoding: .utf8))
    }
}
