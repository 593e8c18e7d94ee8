// What the parser sees of tags.

/// What the parser must know of each tag.
package struct TagFeatures: Sendable {
    /// Kinds of tags that features count.
    package enum Kind: UInt8, Sendable {
        case other, verb, comma, conjunction, noun, adjective, auxiliary, subordinator
    }

    /// The features of one tag.
    package struct Feature: Sendable {
        package var tag: UInt32
        package var upos: UInt32
        package var kind: Kind
    }

    package let features: [Feature]

    /// The features of a tagger's tags.
    package init(_ tags: [TagPair]) {
        features = tags.map { pair in
            let kind: Kind =
                switch pair.upos {
                case .verb: .verb
                case .aux: .auxiliary
                case .sconj: .subordinator
                case .pron where pair.tag == "WDT" || pair.tag == "WP": .subordinator
                case .adv where pair.tag == "WRB": .subordinator
                case .noun, .propn, .num, .pron: .noun
                case .adj: .adjective
                case .cconj: .conjunction
                case .punct where pair.tag == ",": .comma
                default: .other
                }
            let upos = Lexicon.key(pair.upos.rawValue.utf8)
            return Feature(tag: mix(upos, Lexicon.key(pair.tag.utf8)), upos: upos, kind: kind)
        }
    }
}
