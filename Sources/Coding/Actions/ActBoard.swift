// The acts of a sentence while its words are read, each at its trigger.
import EventModel
import Language

/// The acts found so far in a sentence; later words take earlier acts over.
struct ActBoard {
    /// Acts by the token that carries them.
    var acts: [Int: Act] = [:]
    /// How much of each verb's line was asked for and found.
    var scores: [Int: Int] = [:]
    /// Tokens that the line of another verb has asked for.
    var absorbed: Set<Int> = []
    /// Nouns by the light verb that carries them.
    var carriers: [Int: Int] = [:]
    /// Nouns that a light verb has carried.
    var lifted: Set<Int> = []

    /// Event nouns that are no acts of their own here, but say what others are about.
    var references: [Act] = []

    /// Whether a token carries an assault, or stands among the words of one: the strikes of "carried out strikes".
    func isAssault(at token: Int) -> Bool {
        if let act = acts[token] { return act.meaning.type == .assault }
        return acts.values.contains { $0.meaning.type == .assault && $0.words.contains(token) }
    }

    /// Keeps the act at a token only as something that is spoken of.
    mutating func refer(_ token: Int) {
        guard var act = acts[token] else { return }
        acts[token] = nil
        guard act.noun != nil else { return }
        act.isReference = true
        references.append(act)
    }

    /// Drops what an accusation, demand, threat or promise only speaks of: its complement is no act of its own.
    mutating func dropInner(_ tree: ParseTree) {
        let speech = acts.values.filter { act in
            switch act.meaning.type {
            case .threaten, .request, .agree: true
            case .reject: true
            case .accuse: act.meaning.cameo.hasPrefix("112") || act.meaning.cameo.hasPrefix("115")
            default: false
            }
        }
        for outer in speech {
            for (token, _) in acts where token != outer.trigger && tree.isWithin(token, outer.trigger) {
                if isComplement(token, of: outer.trigger, tree) { refer(token) }
            }
        }
    }

    /// Whether the path from the inner token up to the outer one enters it as a complement and not as a narrated fact.
    private func isComplement(_ inner: Int, of outer: Int, _ tree: ParseTree) -> Bool {
        var current = inner
        var steps = 0
        while let head = tree.tokens[current].head, steps < 32 {
            if tree.tokens[current].relation == .aclRelative { return false }
            if head == outer {
                switch tree.tokens[current].relation {
                case .xcomp, .ccomp, .acl, .obl, .nmod, .obj: return true
                case .advcl:
                    for child in tree.children(of: current) where tree.tokens[child].relation == .mark {
                        switch tree.tokens[child].lemma {
                        case "of", "for", "to", "if", "unless", "against": return true
                        default: return false
                        }
                    }
                    return false
                default: return false
                }
            }
            current = head
            steps += 1
        }
        return false
    }
}
