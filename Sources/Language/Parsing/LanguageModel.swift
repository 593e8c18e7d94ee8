// The trained weights and tables of this room, in one compressed file.

/// Everything that was learnt: tagger, parser, labeller, lemmatizer and lexicon.
public struct LanguageModel: Sendable {
    package let lexicon: Lexicon
    package let tagger: Tagger
    package let tagRepair: TagRepair
    package let tagFeatures: TagFeatures
    package let roles: [TagRole]
    /// The weights of one state, or nil where they were not asked for.
    package let greedy: TransitionWeights?
    /// The weights of whole parses, or nil where they were not asked for.
    package let beam: TransitionWeights?
    package let labeller: Labeller
    let missingVerb: MissingVerb
    package let lemmatizer: Lemmatizer
    let greedyConfidence: LogisticCurve
    let beamConfidence: LogisticCurve
    let beamScale: Float

    /// The model in a file that `brink-train` wrote.
    ///
    /// With the `beam` of the pipelines that it is for, 1 or more, it loads sooner: without the other parser's weights.
    public init(bytes: [UInt8], beam: Int? = nil) throws(LanguageError) {
        self.init(try ModelContents(compressed: bytes, beam: beam))
    }

    package init(_ contents: ModelContents) {
        lexicon = Lexicon(contents.lexicon)
        tagger = Tagger(
            tags: contents.tags,
            weights: contents.taggerWeights,
            mask: contents.mask(contents.taggerWeights.count, Tagger.width)
        )
        tagRepair = TagRepair(tags: contents.tags)
        tagFeatures = TagFeatures(contents.tags)
        missingVerb = MissingVerb(contents.tags)
        roles = contents.tags.map(TagRole.init)
        greedy = contents.greedyWeights.isEmpty ? nil : TransitionWeights(differences: contents.greedyWeights)
        beam = contents.beamWeights.isEmpty ? nil : TransitionWeights(contents.beamWeights)
        labeller = Labeller(
            labels: contents.labels,
            weights: contents.labellerWeights,
            mask: contents.mask(contents.labellerWeights.count, Labeller.width)
        )
        lemmatizer = Lemmatizer(contents.exceptions)
        greedyConfidence = LogisticCurve(offset: contents.greedyConfidence[0], slope: contents.greedyConfidence[1])
        beamConfidence = LogisticCurve(offset: contents.beamConfidence[0], slope: contents.beamConfidence[1])
        beamScale = contents.beamConfidence[2]
    }
}
