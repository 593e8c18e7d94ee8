// What tags mean to the labeller.

/// What a tag means to the labeller.
package enum TagRole: UInt8, Sendable {
    case other, marker, auxiliary, nominal

    /// The role of a tag.
    package init(_ pair: TagPair) {
        switch pair.upos {
        case .adp, .sconj: self = .marker
        case .part where pair.tag == "TO": self = .marker
        case .aux: self = .auxiliary
        case .noun, .propn, .pron, .num: self = .nominal
        default: self = .other
        }
    }
}
