// Makes confidences mean what they say.
import Foundation
import Language

/// Fits the curves that turn margins and agreement into likelihoods, on treebanks kept out of training.
struct Calibration {
    let segmenter: Segmenter
    let files: [CoNLLUFile]

    /// Sets the confidences of a model.
    func fit(_ contents: inout ModelContents) {
        // Curves that can be read backwards: a flat one for margins, none for agreement.
        contents.greedyConfidence = [0, 0.0005]
        contents.greedyConfidence = fit(observed(contents, beam: 1).map { ($0.logit / 0.0005, $0.right) })
        var least = Double.infinity
        var best: [Float] = [0, 1, 0.01]
        for scale: Float in [0.002, 0.005, 0.01, 0.02, 0.04] {
            contents.beamConfidence = [0, 1, scale]
            let seen = observed(contents, beam: 4)
            let curve = fit(seen)
            let loss = seen.reduce(0) { $0 + Self.loss(Double(curve[0]) + Double(curve[1]) * $1.logit, $1.right) }
            if loss < least {
                least = loss
                best = curve + [scale]
            }
        }
        contents.beamConfidence = best
    }

    /// The logits of all arcs' confidences with whether they were right.
    private func observed(_ contents: ModelContents, beam: Int) -> [(logit: Double, right: Bool)] {
        let pipeline = Pipeline(
            segmenter: segmenter,
            model: LanguageModel(contents),
            beam: beam,
            repairs: false
        )
        var seen: [(logit: Double, right: Bool)] = []
        for file in files {
            var document = file.content.document
            pipeline.annotate(&document)
            for (sentence, ours) in zip(file.content.sentences, document.sentences) {
                for (gold, place) in zip(GoldSentence(sentence).heads, ours.tokens) {
                    let token = document.tokens[place]
                    guard token.confidence < 1 else { continue }
                    let head = token.head.map { $0 - ours.tokens.lowerBound + 1 } ?? 0
                    let share = Double(token.confidence)
                    seen.append((log(share / (1 - share)), head == Int(gold)))
                }
            }
        }
        return seen
    }

    private static func loss(_ x: Double, _ right: Bool) -> Double { log(1 + exp(right ? -x : x)) }

    /// Offset and slope of the likeliest logistic curve, by Newton's method.
    private func fit(_ points: [(logit: Double, right: Bool)]) -> [Float] {
        let scale = max(points.reduce(0) { max($0, abs($1.logit)) }, 1e-9)
        var offset = 0.0
        var slope = 1.0
        for _ in 0..<30 {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-6, 0.0, 1e-6)
            for point in points {
                let x = point.logit / scale
                let p = 1 / (1 + exp(-(offset + slope * x)))
                let error = (point.right ? 1 : 0) - p
                let weight = p * (1 - p)
                g0 += error
                g1 += error * x
                h00 += weight
                h01 += weight * x
                h11 += weight * x * x
            }
            let determinant = max(h00 * h11 - h01 * h01, 1e-9)
            offset += (h11 * g0 - h01 * g1) / determinant
            slope += (h00 * g1 - h01 * g0) / determinant
        }
        return [Float(offset), Float(slope / scale)]
    }
}
