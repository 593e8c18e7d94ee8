// One article's acts become events: the same act told again is one event with more mentions.
import Chronology
import EventModel
import Language

/// An event in the making, with the acts that tell of it.
struct Telling: Sendable {
    /// Indexes of acts, in the order of the text.
    var acts: [Int]
    var source: [Party]
    var target: [Party]
    var meaning: ActMeaning
    var date: DaySpan?
    /// Whether the text itself gives the date.
    var isDated: Bool
    var place: PlaceMention?
    var victims = VictimReader.Victims()
    var isAggregate: Bool
    var modality: Modality
    /// Indexes of the tellings that this one answers.
    var answers: [Int] = []
}

/// Merges the acts of an article.
struct StoryBuilder: Sendable {
    let text: CodedText
    let acts: ActList
    let dates: [Dating]
    let places: [PlaceMention?]
    let victims: [Int: VictimReader.Victims]
    /// By acts that only tell the toll of another, that other.
    var causes: [Int: Int] = [:]
    /// By act, the acts that answer it or that it answers: never told again by it.
    var apart: [Int: Set<Int>] = [:]
    /// Whether acts are merged at all.
    let merges: Bool

    /// Days by which the spans of two sums of the same acts may miss each other.
    private static let aggregateSlack = 31

    /// The tellings, and for each act the telling that it went into, −1 for an act that is no event.
    func build(isEvent: [Bool]) -> (tellings: [Telling], byAct: [Int]) {
        var tellings: [Telling] = []
        var byType: [EventType: [Int]] = [:]
        var byAct = [Int](repeating: -1, count: acts.count)
        // What is a toll waits until its cause, which may stand after it, has its telling.
        let order = acts.indices.filter { causes[$0] == nil } + acts.indices.filter { causes[$0] != nil }
        for index in order {
            if let cause = causes[index], byAct[cause] >= 0 {
                byAct[index] = byAct[cause]
                pool(index, into: &tellings[byAct[cause]])
            } else if let known = earlier(
                index,
                byType[acts[index].meaning.type] ?? [],
                tellings,
                isEvent: isEvent[index]
            ) {
                byAct[index] = known
                if isEvent[index] || tellsAgain(acts[index], tellings[known]) {
                    pool(index, into: &tellings[known])
                } else if isTollAlone(acts[index]), let more = victims[index] {
                    // "Three soldiers died and nine were wounded": no event of its own, but the toll of the one before.
                    tellings[known].victims.pool(more, isWhole: !acts[index].isAggregate)
                }
            } else if isEvent[index] {
                byAct[index] = tellings.count
                byType[acts[index].meaning.type, default: []].append(tellings.count)
                tellings.append(telling(index))
            }
        }
        // "a suicide attack that killed nine": told by its toll alone, it is the same event.
        for (toll, cause) in causes where byAct[cause] < 0 && apart[cause]?.contains(toll) != true {
            byAct[cause] = byAct[toll]
        }
        return inOrder(tellings, byAct)
    }

    /// Whether an act that is no event of its own tells of the one it was found in: "the attack", "Monday's attack by Iran".
    private func tellsAgain(_ act: Act, _ telling: Telling) -> Bool {
        guard !act.isReference else { return false }
        if act.isDefinite { return true }
        return act.noun != nil && act.modality == .actual && Sides.compare(act.source, telling.source) >= .related
    }

    /// Whether a verb only tells who suffered, and not from whom.
    private func isTollAlone(_ act: Act) -> Bool {
        act.source.isEmpty && act.noun == nil && act.modality == .actual && act.meaning.flags.contains(.victim)
    }

    /// The tellings by the first word of their first act, as the text has them.
    private func inOrder(_ tellings: [Telling], _ byAct: [Int]) -> (tellings: [Telling], byAct: [Int]) {
        let order = tellings.indices.sorted { tellings[$0].acts[0] < tellings[$1].acts[0] }
        var places = [Int](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = place }
        return (order.map { tellings[$0] }, byAct.map { $0 < 0 ? $0 : places[$0] })
    }

    private func telling(_ index: Int) -> Telling {
        let act = acts[index]
        return Telling(
            acts: [index],
            source: act.source,
            target: act.target,
            meaning: act.meaning,
            date: dates[index].days,
            isDated: dates[index].isTold,
            place: places[index],
            victims: victims[index] ?? VictimReader.Victims(),
            isAggregate: act.isAggregate,
            modality: act.modality
        )
    }

    /// The telling of which this act tells again: of those of its type the last that fits best.
    private func earlier(_ index: Int, _ alike: [Int], _ tellings: [Telling], isEvent: Bool) -> Int? {
        guard merges || !isEvent else { return nil }
        let act = acts[index]
        let others = apart[index]
        var best: (telling: Int, score: Int)?
        for number in alike {
            if let others, tellings[number].acts.contains(where: { others.contains($0) }) { continue }
            guard let score = fit(index, act, tellings[number], isEvent: isEvent) else { continue }
            if best.map({ score >= $0.score }) ?? true { best = (number, score) }
        }
        return best?.telling
    }

    private func fit(_ index: Int, _ act: Act, _ telling: Telling, isEvent: Bool) -> Int? {
        guard !isEvent || isCompatible(telling.modality, act.modality) else { return nil }
        let source = compare(act.source, act, telling.source)
        guard source > .different else { return nil }
        let target = compare(act.target, act, telling.target)
        guard target > .different else { return nil }
        let date = dates[index].days
        // A noun that names no party has the day of the report beside it as little as another's.
        let isBare = act.isDefinite && act.source.isEmpty && act.target.isEmpty
        let isDated = dates[index].isTold && (!isBare || dates[index].rule == .clause)
        let slack = act.isAggregate && telling.isAggregate ? Self.aggregateSlack : 0
        if isDated, telling.isDated, let date, let other = telling.date, abs(date.days(since: other)) > slack {
            return nil
        }
        if isEvent, isAnother(index, telling) { return nil }
        let score = source.rawValue * 2 + target.rawValue * 2
        if act.isDefinite || !isEvent {
            // "the attack": whatever fits and stands nearest before it.
            if act.isAggregate != telling.isAggregate, act.isAggregate { return nil }
            return score + (telling.isAggregate ? 0 : 1)
        }
        guard source >= .related, target >= .related else {
            // One side is not told: only where the text gives no other date and the words are alike.
            guard source >= .related || target >= .related,
                isDated == telling.isDated || !isDated || act.isAggregate,
                act.meaning.type.quad == .materialConflict, act.isAggregate == telling.isAggregate
            else { return nil }
            return score
        }
        if act.isAggregate != telling.isAggregate, isDated || telling.isDated || act.meaning.type == .assault {
            // "attacks on X" without a day belong to what the text sums up.
            let isLoose =
                telling.isAggregate ? isLoose(act) && !isDated : isLoose(acts[telling.acts[0]]) && !telling.isDated
            return isLoose ? score : nil
        }
        return score + 1
    }

    // MARK: Acts beside each other

    /// Whether an attack by the same on the same day is another one: the text says so, or the town or the toll is another.
    private func isAnother(_ index: Int, _ telling: Telling) -> Bool {
        let act = acts[index]
        guard act.meaning.type == .assault, !act.isDefinite, !act.isAggregate, !telling.isAggregate,
            act.source.contains(where: { !$0.isInferred }), act.sentence != acts[telling.acts[0]].sentence
        else { return false }
        if isFurther(act) { return true }
        if let one = places[index], let other = telling.place, isTown(one.kind), isTown(other.kind),
            one.place.name != other.place.name
        {
            return true
        }
        // Those who count the dead of one attack name it again as "the attack".
        guard let own = killed(by: index), let known = telling.acts.lazy.compactMap(killed(by:)).first else {
            return false
        }
        return own != known && !act.meaning.flags.contains(.victim)
    }

    /// The dead of an act, told with it or by a toll of its own.
    private func killed(by index: Int) -> Int? {
        victims[index]?.killed
            ?? causes.filter { $0.value == index }.keys.sorted().lazy.compactMap { victims[$0]?.killed }.first
    }

    /// "another strike", "a second raid", "separately attacked".
    private func isFurther(_ act: Act) -> Bool {
        ([act.trigger, act.clause] + (act.noun.map { [$0] } ?? [])).contains { site in
            text.tree.children(of: site).contains { child in
                switch text.tokens[child].lemma {
                case "another", "second", "third", "separate", "separately", "further", "elsewhere": true
                default: false
                }
            }
        }
    }

    /// Whether a place is a point on the map; facilities may stand in a town of another name.
    private func isTown(_ kind: PlaceKind) -> Bool {
        switch kind {
        case .town, .city, .metropolis, .capital: true
        default: false
        }
    }

    /// Whether a bare plural tells of acts without singling one out.
    private func isLoose(_ act: Act) -> Bool {
        act.noun.map { text.tokens[$0].tag == "NNS" && act.words.contains(act.clause) == false } ?? false
    }

    /// Of an act that points back, victims without a country do not tell another act: "four were killed in the attack".
    private func known(_ side: [Party], _ act: Act) -> [Party] {
        guard act.isDefinite else { return side }
        return side.filter { $0.kind != .open || $0.actor.country != nil }
    }

    private func compare(_ side: [Party], _ act: Act, _ other: [Party]) -> Sides.Match {
        let match = Sides.compare(known(side, act), other)
        guard match == .different else { return match }
        // "commercial vessels" and "ships and vessels" without a flag: the same word is the same sort of target.
        let isAlike = side.contains { party in
            party.kind == .open && party.actor.country == nil
                && other.contains { known in
                    known.kind == .open && known.actor.country == nil
                        && text.tokens[known.head].lemma == text.tokens[party.head].lemma
                }
        }
        return isAlike || isToll(of: other, side, act) ? .related : .different
    }

    /// Whom a toll without a doer names may be of those attacked: "… attacked Ugandan troops", "three soldiers died".
    private func isToll(of attacked: [Party], _ side: [Party], _ act: Act) -> Bool {
        guard act.source.isEmpty, act.meaning.flags.contains(.victim), act.noun == nil else { return false }
        return side.allSatisfy { victim in
            victim.kind == .open && victim.actor.country == nil && victim.actor.sector == .military
                && attacked.contains { $0.actor.sector == .military }
        }
    }

    private func isCompatible(_ left: Modality, _ right: Modality) -> Bool {
        func isReal(_ modality: Modality) -> Bool { modality == .actual || modality == .claimed }
        return isReal(left) == isReal(right)
    }

    private func pool(_ index: Int, into telling: inout Telling) {
        let act = acts[index]
        telling.acts.append(index)
        if telling.source.isEmpty { telling.source = act.source }
        if telling.target.isEmpty { telling.target = act.target }
        add(act.source, to: &telling.source)
        add(act.target, to: &telling.target)
        if dates[index].isTold, !telling.isDated {
            telling.date = dates[index].days
            telling.isDated = true
        }
        if telling.place == nil { telling.place = places[index] }
        if act.isAggregate { telling.isAggregate = telling.isAggregate || !act.isDefinite }
        if let more = victims[index] {
            telling.victims.pool(more, isWhole: !act.isAggregate)
        }
        for weapon in act.meaning.weapon where !telling.meaning.weapon.contains(weapon) {
            telling.meaning.weapon.append(weapon)
        }
        if telling.meaning.cameo.hasSuffix("0"), act.meaning.type == telling.meaning.type,
            !act.meaning.cameo.hasSuffix("0")
        {
            telling.meaning.cameo = act.meaning.cameo
            telling.meaning.mode = act.meaning.mode
        }
        if telling.modality == .claimed, act.modality == .actual { telling.modality = .actual }
    }

    /// More exact names of the same side are kept beside the first; a side names few.
    private func add(_ parties: [Party], to side: inout [Party]) {
        for party in parties where side.count < 2 {
            let known = side.map { Sides.compare($0.actor, party.actor) }.max() ?? .different
            if known == .related, party.kind == .actor { side.append(party) }
        }
    }
}
