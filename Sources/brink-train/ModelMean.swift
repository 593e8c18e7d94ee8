// The mean of models that were trained apart, which is steadier than each of them.
import Foundation
import Language

/// Averages the weights of models whose tags and relations are the same.
struct ModelMean {
    let options: Options

    init(_ options: Options) { self.options = options }

    /// Writes the mean with the words of the first model, its confidences fitted again, and prints how good it is.
    func run() throws {
        let paths = try options.strings("model")
        let models = try paths.map { path in
            try ModelContents(compressed: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        }
        guard var mean = models.first, models.count > 1 else { throw UsageError(message: "--model wants two or more") }
        for (model, path) in zip(models, paths)
        where model.tags != mean.tags || model.labels != mean.labels || !Self.areAlike(model, mean) {
            throw UsageError(message: "\(path) has other tags, relations or sizes than \(paths[0])")
        }
        for weights in Self.tables { mean[keyPath: weights] = Self.mean(models.map { $0[keyPath: weights] }) }
        let segmenter = try Segmenter(wordList: try options.bytes("word-list"))
        Calibration(segmenter: segmenter, files: try options.treebanks("dev")).fit(&mean)
        let bytes = try mean.compressed()
        try Data(bytes).write(to: URL(fileURLWithPath: try options.string("out")))
        print("\(bytes.count) bytes")
        try Evaluation(options).run(bytes)
    }

    private static let tables: [WritableKeyPath<ModelContents, [UInt8]> & Sendable] = [
        \.taggerWeights, \.labellerWeights, \.greedyWeights, \.beamWeights,
    ]

    private static func areAlike(_ first: ModelContents, _ second: ModelContents) -> Bool {
        tables.allSatisfy { first[keyPath: $0].count == second[keyPath: $0].count }
    }

    /// Means of signed bytes, halves towards zero: a zero more takes less room in the file.
    private static func mean(_ tables: [[UInt8]]) -> [UInt8] {
        tables[0].indices.map { place in
            let sum = tables.reduce(0) { $0 + Int(Int8(bitPattern: $1[place])) }
            let rounded = (2 * abs(sum) + tables.count - 1) / (2 * tables.count)
            return UInt8(bitPattern: Int8(sum < 0 ? -rounded : rounded))
        }
    }
}
