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
        let width = try options.number("width", default: 8)
        let clock = ContinuousClock()
        var last = clock.now
        func report(_ what: String) {
            print(what, String(format: "%.1f s", Double((clock.now - last).components.seconds)))
            last = clock.now
        }
        var data = TrainingData(
            try options.treebanks("treebank"),
            wordNet: try WordNetReader(folder: try options.string("wordnet"))
        )
        var contents = data.contents
        let all = Array(data.samples.indices)
        report("\(all.count) sentences, \(contents.tags.count) tags, \(contents.labels.count) relations")
        let tagging = TaggerTrainer(tagCount: contents.tags.count)
        contents.taggerWeights = tagging.train(data.samples, all, rounds: rounds, &random).quantised(largest: 64)
        report("tagger")
        tagging.jackknife(&data.samples, tags: contents.tags, folds: 5, &random)
        report("tags for the parser")
        let tagFeatures = TagFeatures(contents.tags)
        contents.greedyWeights = GreedyTrainer(tagFeatures: tagFeatures)
            .train(data.samples, bits: bits, rounds: rounds, &random).transitionDifferences()
        report("greedy parser")
        contents.beamWeights = BeamTrainer(tagFeatures: tagFeatures, width: width)
            .train(data.samples, bits: bits, rounds: rounds, &random).transitionPlanes()
        report("beam parser")
        contents.labellerWeights = LabellerTrainer(contents: contents)
            .train(data.samples, rounds: rounds, &random).quantised(largest: 64)
        report("labeller")
        let bytes = try contents.compressed()
        try Data(bytes).write(to: URL(fileURLWithPath: try options.string("out")))
        report("\(bytes.count) bytes")
        try Evaluation(options).run(bytes)
    }
}
