// The dependency relations of Universal Dependencies, with the English subtypes (universaldependencies.org/en/dep).

/// A dependency relation; raw values are the names of Universal Dependencies.
public enum Relation: String, Sendable, CaseIterable {
    case acl
    case aclRelative = "acl:relcl"
    case advcl
    case advclRelative = "advcl:relcl"
    case advmod
    case amod
    case appos
    case aux
    case auxPassive = "aux:pass"
    case case_ = "case"
    case cc
    case ccPreconjunct = "cc:preconj"
    case ccomp
    case compound
    case compoundParticle = "compound:prt"
    case conj
    case cop
    case csubj
    case csubjPassive = "csubj:pass"
    case dep
    case det
    case detPredeterminer = "det:predet"
    case discourse
    case dislocated
    case expl
    case fixed
    case flat
    case goeswith
    case iobj
    case list
    case mark
    case nmod
    case nmodDescriptive = "nmod:desc"
    case nmodPossessive = "nmod:poss"
    case nmodTemporal = "nmod:tmod"
    case nmodUnmarked = "nmod:unmarked"
    case nsubj
    case nsubjOuter = "nsubj:outer"
    case nsubjPassive = "nsubj:pass"
    case nummod
    case obj
    case obl
    case oblAgent = "obl:agent"
    case oblTemporal = "obl:tmod"
    case oblUnmarked = "obl:unmarked"
    case orphan
    case parataxis
    case punct
    case reparandum
    case root
    case vocative
    case xcomp

    /// The universal part of the name: `nsubj` for `nsubj:pass`.
    public var universal: Substring { rawValue.prefix { $0 != ":" } }
}
