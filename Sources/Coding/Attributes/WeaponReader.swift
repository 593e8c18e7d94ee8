// With what an act was done, and what that makes of its code.
import EventModel
import Language

/// Finds the weapons named beside an act and gives attacks their finer code and mode.
struct WeaponReader: Sendable {
    let text: CodedText

    /// Adds the weapons of the act's own words to its meaning.
    func read(_ act: inout Act) {
        switch act.meaning.type {
        case .assault, .mobilize, .coerce: break
        default: return
        }
        var numbers: [Int] = []
        for token in neighbours(of: act) {
            guard let weapon = weapon(at: token) else { continue }
            if !numbers.contains(weapon) { numbers.append(weapon) }
        }
        for number in numbers {
            let weapon = text.lexicon.weapons[number]
            if !act.meaning.weapon.contains(weapon.name) { act.meaning.weapon.append(weapon.name) }
        }
        guard act.meaning.type == .assault, act.meaning.cameo == "190" || act.meaning.cameo == "183" else { return }
        let weapons = numbers.map { text.lexicon.weapons[$0] }
        if let finer = weapons.first(where: { refines($0, act.meaning.cameo) }), let cameo = finer.cameo {
            act.meaning.cameo = cameo
            act.meaning.mode = finer.mode ?? act.meaning.mode
        } else if isAerial(act) {
            act.meaning.cameo = "195"
            act.meaning.mode = "heavy-weapons"
        } else if let mode = weapons.compactMap(\.mode).last {
            act.meaning.mode = mode
        }
    }

    /// Whether a weapon says more than the code does: of a bombing, what kind of bomb, or that it fell from the air.
    private func refines(_ weapon: ActionWeapon, _ cameo: String) -> Bool {
        guard let finer = weapon.cameo else { return false }
        return cameo == "190" || finer.hasPrefix("183") || finer.hasPrefix("195")
    }

    /// "Turkey bombed Syria": states and their armies bomb from the air, unless another bomb is named.
    private func isAerial(_ act: Act) -> Bool {
        guard act.meaning.cameo == "183", !act.source.isEmpty else { return false }
        return act.source.allSatisfy { party in
            switch party.actor.sector {
            case .military, .government: party.actor.country != nil
            case nil: party.actor.country != nil && party.kind == .actor
            default: false
            }
        }
    }

    /// The weapon that a token names, alone or with the one or two words before it.
    private func weapon(at token: Int) -> Int? {
        var phrase = text.tokens[token].lemma
        var best = text.lexicon.weapon(phrase: phrase)
        for back in 1...2 where token - back >= 0 {
            phrase = text.tokens[token - back].lemma + " " + phrase
            if let longer = text.lexicon.weapon(phrase: phrase) { best = longer }
        }
        return best
    }

    /// The words that tell the means: the act's own, its modifiers, its objects, what follows "with" and "using".
    private func neighbours(of act: Act) -> [Int] {
        var found: [Int] = []
        func add(_ token: Int, _ depth: Int) {
            found.append(token)
            guard depth < 3 else { return }
            for child in text.tree.children(of: token) {
                switch text.tokens[child].relation {
                case .compound, .amod, .conj, .nmodDescriptive, .appos: add(child, depth + 1)
                case .nmod where text.grammar.preposition(of: child) == "of": add(child, depth + 1)
                default: continue
                }
            }
        }
        for token in Set([act.trigger] + act.others + (act.noun.map { [$0] } ?? []) + Array(act.words)).sorted() {
            add(token, 0)
            for child in text.tree.children(of: token) {
                // "attacked troops with drones": parsers tie the means to whom it hit.
                if text.tokens[child].relation == .obj {
                    for means in text.tree.children(of: child)
                    where text.tokens[means].relation == .nmod && text.grammar.preposition(of: means) == "with" {
                        add(means, 1)
                    }
                }
                switch text.tokens[child].relation {
                case .obj where text.cues(act.trigger).contains(.aiming) || act.meaning.cameo == "195": continue
                case .obj, .nsubj, .oblAgent, .nsubjPassive: if !isTarget(child, act) { add(child, 1) }
                case .obl, .nmod:
                    switch text.grammar.preposition(of: child) {
                    case "with", "by", "using", "from", "involving", "of", "in":
                        if !isTarget(child, act) { add(child, 1) }
                    default: continue
                    }
                case .advcl,
                    .acl where text.tokens[child].lemma == "use" || text.tokens[child].lemma == "involve":
                    for object in text.grammar.objects(of: child) { add(object, 1) }
                default: continue
                }
            }
        }
        // "carried out air strikes, bombing camps": the means stand with the verb above.
        if text.tokens[act.trigger].relation == .advcl, text.tokens[act.trigger].tag == "VBG",
            let above = text.tokens[act.trigger].head
        {
            for object in text.grammar.objects(of: above) { add(object, 1) }
        }
        return found
    }

    /// Whether a token is what was hit, whose weapons are not those of the act ("attacked a tank"), or an unknown name.
    private func isTarget(_ token: Int, _ act: Act) -> Bool {
        act.target.contains { $0.head == token && $0.kind != .open }
            || act.source.contains { party in
                party.head == token && party.kind != .open && party.actor.country == nil && party.actor.sector == nil
            }
    }
}
