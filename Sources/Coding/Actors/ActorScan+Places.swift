// Tells the state from the place: "Tehran said" is Iran, "in Tehran" is a city.
import EventModel
import Language

extension ActorScan {
    /// Marks the names of states and capitals that stand as places.
    func placeAsPlaces(_ found: inout [ActorMention]) {
        for index in found.indices where found[index].use == .phrase || found[index].use == .attribute {
            if found[index].tokens.lowerBound < datelineEnd || isInPlaceName(found[index]) {
                found[index].use = .locative
                continue
            }
            guard found[index].form == .name || found[index].form == .unknown else { continue }
            if isPlace(found[index], found) { found[index].use = .locative }
        }
    }

    /// The "Strait" of "the Strait of Hormuz" is no stranger.
    private func isInPlaceName(_ mention: ActorMention) -> Bool {
        guard mention.form == .unknown, let name = placeNames[mention.core.lowerBound] else { return false }
        return name.count > mention.core.count && name.upperBound >= mention.core.upperBound
    }

    /// "based in Akure": what stands after "in" and no dictionary knows is a place.
    private func isUnderLocative(_ mention: ActorMention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        guard before >= sentenceStart, mention.core.count <= 2 else { return false }
        switch document.form(before).lowercased() {
        case "in", "at", "near", "outside", "around": return true
        default: return false
        }
    }

    private func isPlace(_ mention: ActorMention, _ found: [ActorMention]) -> Bool {
        let entry = lexicon.entry(id: mention.actor.id)
        let isUnknownPlace = mention.form == .unknown && (isPlaceName(mention.core) || isUnderLocative(mention))
        guard isUnknownPlace || entry?.kind == .state || (entry?.kind == .people && !mention.isPerson) else {
            return false
        }
        let isCapital = isCapital(mention)
        let start = mention.tokens.lowerBound
        for token in start..<mention.core.lowerBound where isWord(token, .part) { return true }
        if mention.use == .attribute { return isCapital && isBareAttribute(mention) }
        guard start > 0 else { return false }
        let before = start - 1
        if isWord(before, .part) || isWord(before, .settlement) { return true }
        if isWord(before, .locative) { return true }
        if tag(before) == "," || tag(before) == "IN" && isWord(before, .of) {
            // "Kabul, Afghanistan" and "the city of Basra"
            if tag(before) == ",", isEndOfPlace(before) { return true }
            if before > 0, isWord(before - 1, .settlement) || isWord(before - 1, .part) { return true }
        }
        if isWord(before, .and) || tag(before) == "," { return isJoinedToPlace(mention, found) }
        if isWord(before, .to) || isWord(before, .from) { return isMotion(mention, isCapital: isCapital) }
        return false
    }

    private func isCapital(_ mention: ActorMention) -> Bool {
        let names = dictionary.capitalHashes
        return mention.core.contains { names.contains(hashes[$0]) }
    }

    /// A capital before a noun that is neither an act nor an actor ("Beirut airport"): the noun decides later.
    private func isBareAttribute(_ mention: ActorMention) -> Bool {
        let after = mention.core.upperBound
        guard after < document.tokens.count else { return false }
        return tag(after) != "POS" && !isHyphen(after)
    }

    /// Whether a place's name ends before a comma.
    private func isEndOfPlace(_ comma: Int) -> Bool { placeCountry[comma] != nil }

    private func isJoinedToPlace(_ mention: ActorMention, _ found: [ActorMention]) -> Bool {
        guard token(mention.head).relation == .conj, let first = token(mention.head).head else { return false }
        return found.contains { $0.use == .locative && $0.tokens.contains(first) }
    }

    /// "flew to Damascus", "troops from Georgia" are places; "a warning to Tehran", "aid from Moscow" are not.
    private func isMotion(_ mention: ActorMention, isCapital: Bool) -> Bool {
        guard let governor = token(mention.head).head else { return isCapital }
        let lemma = token(governor).lemma.isEmpty ? document.form(governor).lowercased() : token(governor).lemma
        let hash = Folding.hash(lemma)
        let classes = dictionary.classes[hash] ?? []
        if classes.contains(.addressing) { return false }
        if classes.contains(.motion) { return true }
        return isCapital && token(governor).upos == .verb
    }
}
