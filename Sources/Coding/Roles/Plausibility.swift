// Whether parties such as these do such a thing: both sides must play a political or armed role.
import EventModel
import Language

/// Judges acts by their parties and by what the text is about.
struct Plausibility: Sendable {
    let text: CodedText
    let domain: TextDomain

    /// Why an act is no event, nil where it is one.
    func objection(to act: Act) -> String? {
        let flags = act.meaning.flags
        if act.source.isEmpty && act.target.isEmpty { return "no party" }
        if let reason = missing(act) { return reason }
        if isNameOfWar(act) { return "the name of a war" }
        if isSelf(act) { return "an act upon oneself" }
        let target = standing(act.target)
        let source = max(standing(act.source), nation(act.source, toward: act.target))
        let isCrowd = act.meaning.type == .protest && flags.contains(.crowd) && source >= .people && !domain.isLabour
        if source < .political, target < .political, !isCrowd { return "no party with a political or armed role" }
        if flags.contains(.states), !(isState(act.source) && isState(act.target)) { return "not between states" }
        if flags.contains(.official), !isOfficial(act) { return "not between governments" }
        if flags.contains(.forces), source < .political { return "no forces" }
        if flags.contains(.strict), source < .political, !act.source.isEmpty, !isCrowd, !isRiot(act, target) {
            let isPlea = source >= .people && isPlea(act)
            if !((source == .social || isPlea) && target >= .political) {
                return "the source plays no political or armed role"
            }
        }
        return unlikely(act, source) ?? figurative(act, source, target)
    }

    /// How much of a role a side plays.
    enum Standing: Int, Comparable {
        case none, people, social, political, armed
        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    /// The strongest role on a side.
    func standing(_ side: [Party]) -> Standing { side.map { Self.standing($0.actor, $0.kind) }.max() ?? .none }

    /// "Palestinians blamed Israel": a people stands for its nation toward another one.
    private func nation(_ side: [Party], toward other: [Party]) -> Standing {
        let countries = Set(other.compactMap(\.actor.country))
        let isPeople = side.contains { party in
            guard party.actor.sector == .civilians, let mention = text.actor(at: party.head), mention.form == .name,
                mention.agent == nil, let country = party.actor.country
            else { return false }
            return !countries.isEmpty && !countries.contains(country)
        }
        return isPeople ? .political : .none
    }

    static func standing(_ actor: Actor, _ kind: Party.Kind = .actor) -> Standing {
        switch actor.sector {
        case .military, .police, .intelligence, .rebels, .unidentifiedArmed: .armed
        case .government, .judiciary, .legislature, .party, .opposition: .political
        case .criminals: .social
        case .nonGovernmental: .political
        case .business, .medical, .religious: .social
        case .civilians: .people
        case nil:
            if actor.country != nil, kind != .open { .political } else { kind == .open ? .none : .social }
        }
    }

    private func missing(_ act: Act) -> String? {
        let flags = act.meaning.flags
        if act.target.isEmpty {
            switch act.meaning.type {
            case .mobilize, .protest, .retreat: if flags.contains(.object) { return "no target" }
            case .threaten: if !flags.contains(.readiness) { return "no target" }
            case .agree: return "no target"
            default: return "no target"
            }
        }
        if act.source.isEmpty {
            let isNamed = act.target.contains { party in
                (party.kind != .place || !act.meaning.weapon.isEmpty)
                    && Self.standing(party.actor, party.kind) >= .political
            }
            guard act.meaning.type == .assault, !flags.contains(.byOnly), isNamed, !act.hasIdleSubject,
                !domain.isPeaceful
            else { return "no source" }
        }
        return nil
    }

    /// "The Israel-Hamas war": both sides stand before the noun, which names a war and tells no act.
    private func isNameOfWar(_ act: Act) -> Bool {
        guard let noun = act.noun, act.trigger == noun, act.clause == noun || !act.words.contains(act.clause) else {
            return false
        }
        guard text.tokens[noun].lemma == "war" || text.tokens[noun].lemma == "conflict" else { return false }
        func isInName(_ party: Party) -> Bool {
            guard party.head < noun, noun - party.head <= 6 else { return false }
            switch text.tokens[party.head].relation {
            case .nmodPossessive, .nsubj, .obl: return false
            default: return text.tree.isWithin(party.head, noun)
            }
        }
        // "the conflict with", "a war on": whom it is waged against makes it an act again.
        let isWaged = ["with", "on", "against"].contains { preposition in
            text.grammar.objects(of: preposition, beside: noun).contains { object in
                act.target.contains { $0.head == object && $0.kind != .open }
            }
        }
        return !act.source.isEmpty && act.source.allSatisfy(isInName)
            && (!isWaged || act.target.allSatisfy(isInName))
    }

    /// Violence by those who wield none, and harm that nobody is said to have done.
    private func unlikely(_ act: Act, _ source: Standing) -> String? {
        let sectors = Set(act.source.map(\.actor.sector))
        let peaceful: Set<Sector?> = [.business, .medical, .nonGovernmental, .religious]
        switch act.meaning.type {
        case .assault, .mobilize:
            if !act.source.isEmpty, sectors.isSubset(of: peaceful) { return "the source has no forces" }
        case .coerce:
            let isOfLaw = act.meaning.cameo.hasPrefix("17")
            if !act.source.isEmpty, sectors == [.criminals], isOfLaw { return "criminals arrest nobody" }
        default: return nil
        }
        if act.meaning.cameo == "182", act.target.allSatisfy(isBareState) { return "a state cannot be beaten up" }
        guard act.meaning.type == .assault, act.meaning.flags.contains(.victim), act.source.isEmpty else { return nil }
        // "Spain: three killed in a fire": a state cannot be wounded, and not every death is a blow.
        if act.target.allSatisfy(isBareState) { return "a state cannot be wounded" }
        let needed = standing(act.target) >= .armed ? 1 : 3
        if act.noun == nil, act.meaning.weapon.isEmpty, domain.conflict < needed {
            return "nothing shows that it was a blow"
        }
        return nil
    }

    private func isBareState(_ party: Party) -> Bool {
        guard party.actor.sector == nil, party.actor.country != nil, !isPeople(party) else { return false }
        return text.actor(at: party.head).map { !$0.isPerson } ?? true
    }

    private func isSelf(_ act: Act) -> Bool {
        guard !act.source.isEmpty, !act.target.isEmpty, !act.meaning.flags.contains(.own) else { return false }
        return act.source.allSatisfy { source in
            act.target.allSatisfy { target in
                if source.actor.id == target.actor.id {
                    // "The army seized the ministry": forces turn on another part of their state.
                    if let left = source.actor.sector, let right = target.actor.sector, left != right, isForced(act),
                        source.kind == .actor, target.kind == .actor
                    {
                        return false
                    }
                    return !((isPeople(target) || isScene(target, of: source)) && isForced(act))
                        && !areColleagues(source, target, act)
                }
                let states: [Sector?] = [.government, .military, nil]
                guard let country = source.actor.country, country == target.actor.country, country != "IGO" else {
                    return false
                }
                switch act.meaning.type {
                case .assault, .coerce, .mobilize, .threaten:
                    return source.actor.sector == .military && target.actor.sector == .military
                        && source.kind == .actor && target.kind == .actor
                case .request:
                    return act.meaning.flags.contains(.speech) && act.meaning.cameo == "100"
                        && states.contains(source.actor.sector) && states.contains(target.actor.sector)
                        && source.kind == .actor && target.kind == .actor
                case .accuse, .reject, .protest, .sanction, .retreat, .concede: return false
                default:
                    return states.contains(source.actor.sector) && states.contains(target.actor.sector)
                        && source.kind != .open && target.kind != .open && source.actor.family == target.actor.id
                }
            }
        }
    }

    /// Whether the act is one by which people turn to those in power.
    private func isPlea(_ act: Act) -> Bool {
        // "called off the strike", "will not end the strike": so do those who end or go on with a protest.
        ["115", "082", "1242"].contains(act.meaning.cameo) || act.meaning.type == .request
            || act.meaning.type == .protest || act.meaning.type == .accuse
    }

    /// "Protesters attacked the embassy": a crowd turns on those in power.
    private func isRiot(_ act: Act, _ target: Standing) -> Bool {
        guard act.meaning.type == .assault || act.meaning.type == .coerce, target >= .political else { return false }
        return act.source.contains { party in
            switch text.tokens[party.head].lemma {
            case "protester", "protestor", "demonstrator", "rioter", "mob", "crowd", "settler": true
            default: false
            }
        }
    }

    /// "In the film, a general attacks New York", "his film tells of a soldier held by rebels": what a work of fiction tells.
    private func isInFiction(_ act: Act) -> Bool {
        if text.grammar.objects(of: "in", beside: act.clause).contains(where: { text.cues($0).contains(.film) }) {
            return true
        }
        let telling: Set<String> = [
            "play", "tell", "follow", "show", "depict", "portray", "see", "feature", "imagine", "star",
        ]
        let works: Set<String> = [
            "film", "movie", "novel", "play", "drama", "thriller", "opera", "story", "game", "actor", "actress",
        ]
        var current = act.trigger
        var steps = 0
        while let above = text.tokens[current].head, steps < 8 {
            current = above
            steps += 1
            guard telling.contains(text.tokens[current].lemma), let subject = text.tree.child(of: current, .nsubj)
            else {
                continue
            }
            if works.contains(text.tokens[subject].lemma) { return true }
        }
        return false
    }

    /// "The opposition leader attacked the minister": politicians of one country attack each other in words.
    private func isTirade(_ act: Act) -> Bool {
        guard act.meaning.type == .assault, act.meaning.flags.contains(.war), act.meaning.weapon.isEmpty else {
            return false
        }
        let talkers: Set<Sector?> = [.government, .opposition, .party, .legislature, .judiciary]
        let countries = Set((act.source + act.target).map(\.actor.country))
        return !act.source.isEmpty && !act.target.isEmpty && countries.count == 1
            && (act.source + act.target).allSatisfy { $0.kind == .actor && talkers.contains($0.actor.sector) }
    }

    /// Whether a single word stands in quotation marks: “bombed”.
    private func isInScareQuotes(_ token: Int) -> Bool {
        guard token > 0, token + 1 < text.tokens.count else { return false }
        let marks: Set<String> = ["\"", "“", "”", "‘", "’", "''", "``", "'"]
        return marks.contains(text.document.form(token - 1)) && marks.contains(text.document.form(token + 1))
    }

    private func isPeople(_ party: Party) -> Bool { text.cues(party.head).contains(.people) }

    /// "The authorities imposed martial law in Bolivia": a state coerces the country that it governs.
    private func isScene(_ target: Party, of source: Party) -> Bool {
        guard source.kind == .actor, let sector = source.actor.sector else { return false }
        guard [.government, .military, .police].contains(sector) else { return false }
        return target.kind == .place || text.actor(at: target.head)?.use == .locative
    }

    /// A president and a prime minister are two, though both stand for one state.
    private func areColleagues(_ source: Party, _ target: Party, _ act: Act) -> Bool {
        guard act.meaning.type.quad == .verbalConflict, let one = text.actor(at: source.head),
            let other = text.actor(at: target.head)
        else { return false }
        guard one.isPerson && other.isPerson || one.agent != nil && other.agent != nil else { return false }
        return text.tokens[source.head].lemma != text.tokens[target.head].lemma
    }

    /// Whether the act is one that a state does to its own people.
    private func isForced(_ act: Act) -> Bool {
        switch act.meaning.type {
        case .assault, .coerce, .retreat, .concede, .sanction: true
        default: false
        }
    }

    private func isState(_ side: [Party]) -> Bool {
        side.contains { $0.actor.country != nil && Self.standing($0.actor, $0.kind) >= .political }
    }

    private func isOfficial(_ act: Act) -> Bool {
        let officials: [Sector?] = [.government, .legislature, .military, .party, .opposition, .judiciary]
        let isSource = act.source.contains { party in
            party.kind == .actor && (officials.contains(party.actor.sector) || party.actor.country == "IGO")
        }
        return isSource && (act.target.isEmpty || standing(act.target) >= .political)
    }

    /// Violence in figures of speech, in sport, on stage.
    private func figurative(_ act: Act, _ source: Standing, _ target: Standing) -> String? {
        switch act.meaning.type {
        case .assault, .coerce, .mobilize, .threaten, .protest, .sanction: break
        default:
            if domain.isSport || domain.isFilm, source < .armed, target < .armed, isState(act.source) == false {
                return "sport or stage"
            }
            return nil
        }
        if domain.isSport || domain.isFilm {
            if source < .armed || target < .political { return "sport or stage" }
        }
        if isInScareQuotes(act.trigger) { return "a figure of speech" }
        if isInFiction(act) { return "sport or stage" }
        if domain.isDisaster, source < .armed, !["173", "174"].contains(act.meaning.cameo.prefix(3)) {
            switch act.meaning.type {
            case .assault, .coerce, .mobilize: return "a disaster"
            default: break
            }
        }
        if isTirade(act) { return "a figure of speech" }
        let hasWeapons = !act.meaning.weapon.isEmpty
        if act.meaning.type == .assault, source < .political, !act.source.isEmpty,
            !(hasWeapons && target >= .political), !isRiot(act, target)
        {
            return "the source plays no political or armed role"
        }
        guard act.meaning.flags.contains(.war) else { return nil }
        let hasWeapon = !act.meaning.weapon.isEmpty
        if source < .armed, !hasWeapon, domain.isPeaceful { return "nothing shows that violence is meant" }
        if target <= .none, source < .armed { return "nothing shows that violence is meant" }
        return nil
    }
}
