// The parts of a model file and how they are laid out.

/// A model's tables before they are made ready for use.
///
/// The file is a magic line and sections, each a four-letter name, two UInt32 sizes (little-endian) of its bytes and
/// of its zlib stream, and that stream; streams of their own let all processors inflate at once.
package struct ModelContents {
    package var tags: [TagPair] = []
    package var labels: [Relation] = []
    package var lexicon: [(key: UInt32, facts: Lexicon.Facts)] = []
    package var exceptions: [Lemmatizer.Exception] = []
    /// Signed bytes, as all weights here; a power of two of places and the width of a row more.
    package var taggerWeights: [UInt8] = []
    package var labellerWeights: [UInt8] = []
    /// Two planes of one power of two of places: left and right, measured against shift.
    package var greedyWeights: [UInt8] = []
    /// Three such planes: shift, left, right.
    package var beamWeights: [UInt8] = []
    /// How sure a greedy arc is by its margin: offset and slope of a logistic function.
    package var greedyConfidence: [Float] = [0, 0.001]
    /// How sure an arc is by what a beam agrees on: offset and slope, and the weight of scores among parses.
    package var beamConfidence: [Float] = [0, 1, 0.01]

    package init() {}

    func mask(_ count: Int, _ width: Int) -> UInt32 { UInt32(truncatingIfNeeded: count - width - 1) }

    private static let magic = Array("brink language model 2\n".utf8)
    private static let largest = 64 << 20

    /// Reads a model file; with a `beam` only the weights of the parser that such a beam asks for.
    package init(compressed: [UInt8], beam: Int? = nil) throws(LanguageError) {
        let idle = beam.map { $0 > 1 ? "grdy" : "beam" }
        guard compressed.starts(with: Self.magic) else {
            throw LanguageError(
                code: .model,
                message: "this is no language model of this version",
                hint: "train one with brink-train, or reinstall"
            )
        }
        var reader = SectionReader(compressed[Self.magic.count...])
        var sections: [SectionReader.Section] = []
        while let section = reader.next() {
            if section.name != idle { sections.append(section) }
        }
        guard reader.isAtEnd, sections.reduce(0, { $0 + $1.size }) <= Self.largest,
            let bytes = Deflate.inflate(sections)
        else { throw Self.broken("the compressed streams") }
        for (section, bytes) in zip(sections, bytes) { try read(section.name, bytes) }
        try check(idle: idle)
    }

    private static func broken(_ what: String) -> LanguageError {
        LanguageError(code: .model, message: "the language model is cut short or broken", location: what)
    }

    private mutating func read(_ name: String, _ bytes: [UInt8]) throws(LanguageError) {
        switch name {
        case "tags":
            for line in Self.lines(bytes) {
                let fields = line.split(separator: " ")
                guard fields.count == 2, let upos = PartOfSpeech(rawValue: String(fields[0])) else {
                    throw Self.broken(name)
                }
                tags.append(TagPair(upos: upos, tag: String(fields[1])))
            }
        case "labl":
            for line in Self.lines(bytes) {
                guard let label = Relation(rawValue: String(line)) else { throw Self.broken(name) }
                labels.append(label)
            }
        case "lemm":
            // By bytes, for Characters would take a third of the time to load.
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
                guard fields.count == 3, let part = PartOfSpeech(rawValue: fields[1]) else { throw Self.broken(name) }
                exceptions.append(Lemmatizer.Exception(form: fields[0], part: part, lemma: fields[2]))
            }
        case "lexi":
            guard let entries = LexiconCoding.decode(bytes[...]) else { throw Self.broken(name) }
            lexicon = entries
        case "tagw": taggerWeights = bytes
        case "labw": labellerWeights = bytes
        case "grdy": greedyWeights = bytes
        case "beam": beamWeights = bytes
        case "conf":
            guard bytes.count == 20 else { throw Self.broken(name) }
            let values = (0..<5).map { index in
                Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[index * 4 + $1]) << (8 * UInt32($1)) })
            }
            greedyConfidence = Array(values.prefix(2))
            beamConfidence = Array(values.suffix(3))
        default: throw Self.broken(name)
        }
    }

    private func check(idle: String?) throws(LanguageError) {
        func isPower(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }
        guard !tags.isEmpty, tags.count <= Tagger.width, isPower(taggerWeights.count - Tagger.width) else {
            throw Self.broken("tagger")
        }
        guard lexicon.allSatisfy({ $0.facts.onlyTag <= tags.count }) else { throw Self.broken("lexicon") }
        guard !labels.isEmpty, labels.count <= Labeller.width, isPower(labellerWeights.count - Labeller.width) else {
            throw Self.broken("labeller")
        }
        guard idle == "grdy" || isPower(greedyWeights.count) && greedyWeights.count > 1,
            idle == "beam" || isPower(beamWeights.count / 3) && beamWeights.count % 3 == 0
        else { throw Self.broken("parser") }
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    // MARK: Writing

    /// The model as a file's bytes.
    package func compressed() throws(LanguageError) -> [UInt8] {
        var file = Self.magic
        var isComplete = true
        func add(_ name: String, _ bytes: [UInt8]) {
            guard let stream = Deflate.deflate(bytes) else {
                isComplete = false
                return
            }
            file += Array(name.utf8)
            for size in [bytes.count, stream.count] {
                file += (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
            }
            file += stream
        }
        add("tags", Array(tags.map { "\($0.upos.rawValue) \($0.tag)\n" }.joined().utf8))
        add("labl", Array(labels.map { "\($0.rawValue)\n" }.joined().utf8))
        add("lemm", Array(exceptions.map { "\($0.form)\t\($0.part.rawValue)\t\($0.lemma)\n" }.joined().utf8))
        add("lexi", LexiconCoding.encode(lexicon))
        add("tagw", taggerWeights)
        add("labw", labellerWeights)
        add("grdy", greedyWeights)
        add("beam", beamWeights)
        let confidence = greedyConfidence + beamConfidence
        add(
            "conf",
            confidence.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
        )
        guard isComplete else { throw LanguageError(code: .training, message: "the model could not be compressed") }
        return file
    }
}
