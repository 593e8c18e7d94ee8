// What the parser sees of the words of one sentence, laid out for quick reading.

/// The atoms of the words of a sentence: node 0 is the root, words are nodes 1…n, all beyond are nothing.
package final class SentenceFeatures {
    /// The parts of a word that features are made of.
    package struct Atom {
        package var word: UInt32
        package var tag: UInt32
        package var wordTag: UInt32
        package var upos: UInt32
        /// What WordNet says of a noun or a verb.
        package var sense: UInt32
        /// Verbs, commas and conjunctions up to and with this word.
        package var verbs: Int32
        package var commas: Int32
        package var conjunctions: Int32
        package var form: UInt32
        /// The first verb or auxiliary from this word on, and whether a comma, a conjunction or a subordinator stands before it.
        package var ahead: UInt32 = 0
    }

    package private(set) var atoms = UnsafeMutablePointer<Atom>.allocate(capacity: 72)
    package private(set) var count = 0
    private var capacity = 72

    package init() {}
    deinit { atoms.deallocate() }

    /// The number of the node that stands for nothing.
    package var nothing: Int { count + 1 }

    /// Fills the atoms from words and tags.
    package func fill(
        _ words: UnsafePointer<WordFeatures>,
        _ tags: UnsafePointer<UInt8>,
        _ count: Int,
        _ names: TagFeatures
    ) {
        if count + 5 > capacity {
            atoms.deallocate()
            capacity = count * 2 + 5
            atoms = .allocate(capacity: capacity)
        }
        self.count = count
        atoms[0] = Self.mark(0x4001)
        var verbs: Int32 = 0
        var commas: Int32 = 0
        var conjunctions: Int32 = 0
        for index in 0..<count {
            let word = words[index]
            let name = names.features[Int(tags[index])]
            switch name.kind {
            case .verb: verbs += 1
            case .comma: commas += 1
            case .conjunction: conjunctions += 1
            default: break
            }
            let facts = word.facts
            let sense: UInt32 =
                switch name.kind {
                case .noun: facts.nounClass
                case .verb: mix(facts.verbClass, facts.frames)
                case .adjective: facts.partsOfSpeech
                default: 0
                }
            atoms[index + 1] = Atom(
                word: word.lexical,
                tag: name.tag,
                wordTag: mix(word.lexical, name.tag),
                upos: name.upos,
                sense: mix(sense, name.upos),
                verbs: verbs,
                commas: commas,
                conjunctions: conjunctions,
                form: word.form
            )
        }
        fillAhead(tags, names)
        for index in 0..<4 {
            atoms[count + 1 + index] = Self.mark(0x4002)
            atoms[count + 1 + index].verbs = verbs
            atoms[count + 1 + index].commas = commas
            atoms[count + 1 + index].conjunctions = conjunctions
        }
    }

    /// Writes what lies ahead of each word, from the last one to the first.
    private func fillAhead(_ tags: UnsafePointer<UInt8>, _ names: TagFeatures) {
        var tag: UInt32 = 0x4002
        var between: UInt32 = 0
        var index = count - 1
        while index >= 0 {
            let name = names.features[Int(tags[index])]
            switch name.kind {
            case .verb, .auxiliary:
                tag = name.tag
                between = 0
            case .comma: between |= 1
            case .conjunction: between |= 2
            case .subordinator: between |= 4
            default: break
            }
            atoms[index + 1].ahead = mix(tag, between)
            index -= 1
        }
    }

    private static func mark(_ value: UInt32) -> Atom {
        Atom(
            word: value,
            tag: value,
            wordTag: value,
            upos: value,
            sense: value,
            verbs: 0,
            commas: 0,
            conjunctions: 0,
            form: value
        )
    }
}
