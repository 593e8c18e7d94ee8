// "Took on the rebels", "handed over the town": what stands behind a verb with a particle is its object.

/// Makes prepositions particles behind verbs that have them so.
enum ParticleRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            let particle = verb + 1
            guard particle < tree.range.upperBound, tree.tokens[particle].relation == .case_,
                let noun = tree.head(particle), tree.head(noun) == verb, tree.tokens[noun].relation == .obl,
                isNominal(noun, tree), !tree.hasChild(verb, where: { $0 == .obj || $0 == .nsubjPassive }),
                isPhrasal(tree.tokens[verb].lemma, tree.tokens[particle].lemma)
            else { continue }
            tree.attach(particle, to: verb, .compoundParticle)
            tree.tokens[noun].relation = .obj
        }
    }

    /// A thing or a person, unlike "on Monday".
    private static func isNominal(_ noun: Int, _ tree: SentenceTree) -> Bool {
        tree.isNominal(noun) && !tree.isTime(noun) && tree.tokens[noun].upos != .num
    }

    /// Verbs that mean something else with their particle, and always have an object then.
    private static func isPhrasal(_ verb: String, _ particle: String) -> Bool {
        switch particle {
        case "on": verb == "take"
        case "over": verb == "turn" || verb == "hand" || verb == "sign"
        case "up":
            [
                "set", "pick", "build", "blow", "give", "step", "break", "round", "call", "draw", "prop", "back",
                "stir",
                "ramp", "shore", "beef", "clean",
            ].contains(verb)
        case "out": ["carry", "wipe", "point", "single", "phase", "rule", "drive"].contains(verb)
        case "off":
            ["call", "fend", "ward", "beat", "seal", "cut", "break", "fight", "lay", "hold", "set"].contains(verb)
        case "down": ["shoot", "shut", "lay", "gun", "track", "tear", "bring", "put", "hunt", "scale"].contains(verb)
        default: false
        }
    }
}
