// Prints sentences of templates as CoNLL-U, to look at them and to measure on them.
import Foundation

/// Expands templates on their own.
struct TemplatePrinter {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws { print(try Self.sentences(options, default: 100), terminator: "") }

    /// The sentences that the options ask for; none without `--templates`.
    static func sentences(_ options: Options, default count: Int = 0) throws -> String {
        guard let path = try? options.string("templates") else { return "" }
        let name = (try? options.string("part")) ?? "all"
        guard let part = TemplateExpansion.Part(rawValue: name) else {
            throw UsageError(message: "--part is all, training or held-out, not \(name)")
        }
        let reader = try TemplateReader(try String(contentsOfFile: path, encoding: .utf8), name: path)
        var expansion = TemplateExpansion(reader, part: part, seed: try options.number("seed", default: 1))
        return expansion.sentences(try options.number("sentences", default: count))
    }
}
