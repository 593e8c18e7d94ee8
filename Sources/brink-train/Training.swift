// The whole training: treebanks and WordNet to a model file.
import Foundation
import Language

/// One training run.
struct Training {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        var random = SeededGenerator(seed: try options.number("seed", default: 1))
        let rounds = try options.number("rounds", default: 10)
        let bits = try options.number("bits", default: 20)
        let beamBits = try options.number("beam-bits", default: 21)
        let width = try options.number("width", default: 8)
        let clock = ContinuousClock()
        var last = clock.now
        func report(_ what: String) {
            print(what, String(format: "%.1f s", Double((clock.now - last).components.seconds)))
            last = clock.now
        }
        var data = TrainingData(
            try options.treebanks("treebank"),
            own: CoNLLU(try TemplatePrinter.sentences(options)),
            wordNet: try WordNetReader(folder: try options.string("wordnet"))
        )
        var contents = data.contents
        let all = Array(data.samples.indices)
        report("\(all.count) sentences, \(contents.tags.count) tags, \(contents.labels.count) relations")
        let repeats = try options.number("repeats", default: 1)
        let tagging = TaggerTrainer(
            tagCount: contents.tags.count,
            bits: try options.number("tagger-bits", default: 22),
            margin: 60
        )
        contents.taggerWeights = TrainedWeights(repeats: repeats, &random) { random in
            tagging.train(data.samples, all, rounds: rounds, &random)
        }.quantised(largest: 48)
        report("tagger")
        tagging.jackknife(&data.samples, tags: contents.tags, folds: 5, &random)
        report("tags for the parser")
        let tagFeatures = TagFeatures(contents.tags)
        GreedyTrainer(tagFeatures: tagFeatures).jackknife(&data.samples, bits: bits, folds: 5, &random)
        report("trees for the labeller")
        let samples = data.samples
        let treeRounds = try options.number("tree-rounds", default: rounds)
        contents.greedyWeights = TrainedWeights(repeats: repeats, &random) { random in
            GreedyTrainer(tagFeatures: tagFeatures).train(samples, bits: bits, rounds: treeRounds, &random)
        }.transitionDifferences()
        report("greedy parser")
        contents.beamWeights = TrainedWeights(repeats: repeats, &random) { random in
            BeamTrainer(tagFeatures: tagFeatures, width: width)
                .train(samples, bits: beamBits, rounds: treeRounds, &random)
        }.transitionPlanes(largest: 44)
        report("beam parser")
        let labelling = LabellerTrainer(contents: contents, margin: 150)
        contents.labellerWeights = TrainedWeights(repeats: repeats, &random) { random in
            labelling.train(samples, rounds: rounds, &random)
        }.quantised(largest: 48)
        report("labeller")
        let segmenter = try Segmenter(wordList: try options.bytes("word-list"))
        Calibration(segmenter: segmenter, files: try options.treebanks("dev")).fit(&contents)
        report("confidences \(contents.greedyConfidence + contents.beamConfidence)")
        let bytes = try contents.compressed()
        try Data(bytes).write(to: URL(fileURLWithPath: try options.string("out")))
        report("\(bytes.count) bytes")
        try Evaluation(options).run(bytes)
    }

    /// Fits the confidences of a trained model.
    func calibrate() throws {
        var contents = try ModelContents(compressed: try options.bytes("model"))
        let segmenter = try Segmenter(wordList: try options.bytes("word-list"))
        Calibration(segmenter: segmenter, files: try options.treebanks("dev")).fit(&contents)
        print("confidences \(contents.greedyConfidence + contents.beamConfidence)")
        try Data(try contents.compressed()).write(to: URL(fileURLWithPath: try options.string("out")))
    }
}
