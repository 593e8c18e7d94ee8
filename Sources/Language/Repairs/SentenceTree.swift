// One sentence's tree while repairs change it.

/// The tokens of a sentence with what WordNet says of them; heads may be changed, cycles are refused.
struct SentenceTree {
    /// What repairs ask of WordNet.
    struct Marks: OptionSet {
        let rawValue: UInt8
        /// The noun's first sense is a time.
        static let time = Marks(rawValue: 1)
        /// The verb's first sense is an act of speech.
        static let speech = Marks(rawValue: 2)
        /// The verb may have an object.
        static let object = Marks(rawValue: 4)
        /// The verb may stand without one.
        static let bare = Marks(rawValue: 8)
        /// The verb may have a clause for its object.
        static let clause = Marks(rawValue: 16)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The marks of a word by the files of its first senses and by its verb frames.
        init(_ facts: Lexicon.Facts) {
            self = facts.nounClass == 26 ? .time : []
            if facts.verbClass == 4 { insert(.speech) }
            let frames = facts.frames
            if frames & 1 != 0 { insert(.bare) }
            if frames & 2 != 0 { insert(.object) }
            if frames & 8 != 0 { insert(.clause) }
        }
    }

    let tokens: UnsafeMutableBufferPointer<Token>
    let range: Range<Int>
    let marks: UnsafePointer<Marks>

    func marks(_ token: Int) -> Marks { marks[token - range.lowerBound] }

    func isTime(_ token: Int) -> Bool { marks[token - range.lowerBound].contains(.time) }

    func isSpeech(_ token: Int) -> Bool { marks[token - range.lowerBound].contains(.speech) }

    func head(_ token: Int) -> Int? { tokens[token].head }

    /// The dependents of a token within a part of the sentence.
    func children(_ token: Int, in part: Range<Int>? = nil) -> [Int] {
        (part ?? range).clamped(to: range).filter { tokens[$0].head == token }
    }

    /// The nearest dependent on the left of this relation.
    func leftChild(_ token: Int, _ relation: Relation) -> Int? {
        var at = token - 1
        while at >= range.lowerBound {
            if tokens[at].head == token, tokens[at].relation == relation { return at }
            at -= 1
        }
        return nil
    }

    func hasChild(_ token: Int, _ relation: Relation) -> Bool {
        range.contains { tokens[$0].head == token && tokens[$0].relation == relation }
    }

    func hasChild(_ token: Int, where isWanted: (Relation) -> Bool) -> Bool {
        range.contains { tokens[$0].head == token && isWanted(tokens[$0].relation) }
    }

    /// The objects of a verb behind it.
    func objects(_ verb: Int) -> [Int] {
        ((verb + 1)..<max(verb + 1, range.upperBound)).filter {
            tokens[$0].head == verb && tokens[$0].relation == .obj
        }
    }

    /// A common noun or a name.
    func isNoun(_ token: Int) -> Bool { tokens[token].upos == .noun || tokens[token].upos == .propn }

    /// Whatever may be a subject: a noun, a name, a pronoun, a number.
    func isNominal(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .noun, .propn, .pron, .num, .sym: true
        default: false
        }
    }

    /// Whether a token is another or depends on it through any number of heads.
    func isWithin(_ token: Int, _ top: Int) -> Bool {
        var at: Int? = token
        while let here = at {
            if here == top { return true }
            at = tokens[here].head
        }
        return false
    }

    /// The first token of a token's subtree.
    func start(_ token: Int) -> Int {
        var first = token
        while let child = (range.lowerBound..<first).first(where: { tokens[$0].head == first }) { first = child }
        return first
    }

    /// The last token of a token's subtree.
    func end(_ token: Int) -> Int {
        var last = token
        while last + 1 < range.upperBound,
            let child = ((last + 1)..<range.upperBound).last(where: { tokens[$0].head == last })
        {
            last = child
        }
        return last
    }

    /// Makes a token depend on another unless that would close a circle.
    func attach(_ token: Int, to head: Int, _ relation: Relation) {
        var at: Int? = head
        while let here = at {
            if here == token { return }
            at = tokens[here].head
        }
        tokens[token].head = head
        tokens[token].relation = relation
    }

    /// Gives an oblique that came to a noun to the verb over that, or makes it a modifier where there is none.
    func moveOblique(_ token: Int, from noun: Int) {
        let relation = tokens[token].relation
        guard relation == .obl || relation == .oblUnmarked || relation == .oblAgent else { return }
        if let head = tokens[noun].head, tokens[head].upos == .verb {
            tokens[token].head = head
        } else {
            tokens[token].relation = relation == .oblUnmarked ? .nmodUnmarked : .nmod
        }
    }

    /// Puts a token into the place of its head, which then depends on it.
    func promote(_ token: Int, over head: Int, as relation: Relation) {
        guard tokens[token].head == head else { return }
        tokens[token].head = tokens[head].head
        tokens[token].relation = tokens[head].relation
        tokens[head].head = token
        tokens[head].relation = relation
    }
}
