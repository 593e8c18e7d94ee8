// The universal parts of speech (universaldependencies.org/u/pos).

/// A universal part of speech; raw values are the names of Universal Dependencies.
public enum PartOfSpeech: String, Sendable, CaseIterable {
    case adj = "ADJ"
    case adp = "ADP"
    case adv = "ADV"
    case aux = "AUX"
    case cconj = "CCONJ"
    case det = "DET"
    case intj = "INTJ"
    case noun = "NOUN"
    case num = "NUM"
    case part = "PART"
    case pron = "PRON"
    case propn = "PROPN"
    case punct = "PUNCT"
    case sconj = "SCONJ"
    case sym = "SYM"
    case verb = "VERB"
    case x = "X"
}
