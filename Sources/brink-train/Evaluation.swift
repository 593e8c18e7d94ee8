// Measures a model on treebanks' dev parts.
import Foundation
import Language

/// Tags and trees on given tokens, segmentation of raw text, and speed.
struct Evaluation {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws { try run(try options.bytes("model")) }

    func run(_ bytes: [UInt8]) throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let cycles = Self.processorSeconds
        let model = try LanguageModel(bytes: bytes)
        print("loaded in \(clock.now - begin), \(Self.processorSeconds - cycles) s of this thread's processor time")
        let segmenter = try Segmenter(wordList: try options.bytes("word-list"))
        let files = try options.treebanks("dev")
        let beams = try options.number("beam", default: 0)
        for beam in beams == 0 ? [1, 4, 8] : [beams] {
            let pipeline = Pipeline(
                segmenter: segmenter,
                model: model,
                beam: beam,
                repairs: try options.number("repairs", default: 1) == 1
            )
            print("beam \(beam)")
            for file in files {
                var document = file.content.document
                pipeline.annotate(&document)
                print("  \(file.name):", TreeScore(file.content, document))
            }
            speed(pipeline, files)
        }
        for file in files { print("  \(file.name):", SegmentationScore(file.content, segmenter)) }
    }

    private func speed(_ pipeline: Pipeline, _ files: [CoNLLUFile]) {
        let texts = files.flatMap { RawDocument.documents(of: $0.content) }.map(\.text)
        var best = 0.0
        for _ in 0..<3 {
            var tokens = 0
            let begin = Self.processorSeconds
            for text in texts { tokens += pipeline.annotate(text).tokens.count }
            best = max(best, Double(tokens) / (Self.processorSeconds - begin))
        }
        print("  raw text to trees:", Int(best), "tokens/s of processor time")
    }

    /// Seconds that this thread has computed, which other processes do not change much.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
