// Trains the tagger, the parser and the lemmatizer, and measures them.
import Foundation
import Language

@main struct Main {
    static let usage = """
        usage:
          brink-train train --treebank FILE… --dev FILE… --wordnet DIR --word-list FILE --out MODEL [--seed N] [--rounds N]
              [--templates FILE --sentences N [--part all|training]]
              trains a model on CoNLL-U treebanks and sentences of templates, writes it and prints its evaluation
          brink-train expand --templates FILE [--sentences N] [--part all|training|held-out] [--seed N]
              prints sentences of templates as CoNLL-U
          brink-train eval --model MODEL --word-list FILE --dev FILE… [--beam N]
              measures a model: tags and trees on given tokens, tokens and sentences from raw text, speed
          brink-train mean --model MODEL MODEL… --word-list FILE --dev FILE… --out MODEL
              averages models that were trained from other seeds, writes the mean and prints its evaluation
          brink-train calibrate --model MODEL --word-list FILE --dev FILE… --out MODEL
              fits the confidences of a model again, as training does at its end
          brink-train parse --model MODEL --word-list FILE --conllu FILE | --text FILE [--beam N]
              prints trees as CoNLL-U
          brink-train segment --word-list FILE --articles FILE.jsonl
              prints the sentence and token spans of the `text` of each line
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("brink-train: \(error)\n".utf8))
            exit(error is UsageError ? 2 : 1)
        }
    }

    static func run(_ arguments: [String]) throws {
        let options = try Options(Array(arguments.dropFirst()))
        switch arguments.first {
        case "train": try Training(options).run()
        case "expand": try TemplatePrinter(options).run()
        case "eval": try Evaluation(options).run()
        case "mean": try ModelMean(options).run()
        case "calibrate": try Training(options).calibrate()
        case "parse": try TreePrinter(options).run()
        case "segment": try SpanPrinter(options).run()
        default: throw UsageError(message: "which command?\n" + usage)
        }
    }
}
