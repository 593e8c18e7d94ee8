// Composes actors out of what stands in one noun chunk: owners, compounds, titles, nouns, names.
import EventModel
import Language

extension ActorScan {
    /// Adds the actors of a chunk.
    mutating func compose(_ chunk: NounChunk, items: [LexicalItem], into found: inout [ActorMention]) {
        var owner: ActorMention?
        for (number, segment) in chunk.segments.enumerated() {
            let isLast = number == chunk.segments.count - 1
            let inside = items.filter {
                segment.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= segment.upperBound
            }
            let parts = self.parts(segment, inside, into: &found)
            var mention = element(segment, parts, owner: owner, into: &found)
            if var whole = mention, isLast {
                if let owner, whole.use == .phrase, whole.form == .composed || whole.form == .person {
                    whole.tokens = min(owner.tokens.lowerBound, whole.tokens.lowerBound)..<whole.tokens.upperBound
                    whole.head = head(of: whole.tokens)
                }
                whole.actor.text = text(whole.tokens)
                mention = whole
            }
            if let given = owner {
                let isTaken = mention.map { $0.use == .phrase && ($0.form == .composed || $0.form == .person) } ?? false
                var left = given
                left.use = isTaken ? .embedded : .attribute
                found.append(left)
            }
            if isLast, let mention { found.append(mention) }
            owner = isLast ? nil : mention
        }
    }

    /// What a segment offers for composing, compounds like "Iranian-backed" taken out.
    struct SegmentParts {
        var items: [LexicalItem] = []
        /// The country or actor of "…-backed".
        var backer: ActorMention?
        /// The state of "…-led".
        var leader: ActorMention?
        /// The country of "Gaza-based" or of a place in the phrase.
        var country: String?
    }

    /// Sorts the matches of a segment into compounds and the rest.
    private func parts(
        _ segment: Range<Int>,
        _ items: [LexicalItem],
        into found: inout [ActorMention]
    ) -> SegmentParts {
        var parts = SegmentParts()
        for item in items {
            let after = item.tokens.upperBound
            let word = isHyphen(after) ? after + 1 : after
            let isCompound = segment.contains(word) && word < segment.upperBound
            let before = item.tokens.lowerBound - 1
            let prefix = before > segment.lowerBound - 1 && isHyphen(before) ? before - 1 : before
            // "British armed forces" are backed by nobody.
            let isOwnWord = !isHyphen(after) && cover.indices.contains(word) && cover[word] != .none
            if isCompound, isWord(word, .backing), item.name != nil, !isOwnWord {
                parts.backer = embedded(item, &found)
            } else if isCompound, isWord(word, .leading), item.name != nil {
                parts.leader = embedded(item, &found)
            } else if isCompound, isHyphen(after), isWord(word, .basing) {
                parts.country = embedded(item, &found)?.actor.country
            } else if isCompound, isHyphen(after), isWord(word, .holding), item.name != nil {
                parts.items.append(item)
            } else if isHyphen(after), isCompound, tag(word).hasPrefix("VB") || tag(word) == "JJ" {
                _ = embedded(item, &found)
            } else if prefix >= segment.lowerBound, isWord(prefix, .siding), item.name != nil {
                parts.backer = embedded(item, &found)
            } else if prefix >= segment.lowerBound, isWord(prefix, .opposing) {
                _ = embedded(item, &found)
            } else {
                parts.items.append(item)
            }
        }
        if parts.country == nil {
            for end in segment where placeCountry[end + 1] != nil {
                guard let place = placeCountry[end + 1], place.tokens.lowerBound >= segment.lowerBound,
                    end + 1 < segment.upperBound, !items.contains(where: { $0.tokens.overlaps(place.tokens) })
                else { continue }
                parts.country = place.country
            }
        }
        return parts
    }

    private func embedded(_ item: LexicalItem, _ found: inout [ActorMention]) -> ActorMention? {
        guard var mention = mention(item) else { return nil }
        mention.use = .embedded
        found.append(mention)
        return mention
    }

    /// The actor that a segment as a whole stands for; the others in it are added to `found`.
    private mutating func element(
        _ segment: Range<Int>,
        _ parts: SegmentParts,
        owner: ActorMention?,
        into found: inout [ActorMention]
    ) -> ActorMention? {
        guard let lastNoun = lastNoun(segment, parts.items) else {
            return adjective(segment, parts, into: &found)
        }
        guard let last = parts.items.last else { return unknown(segment, owner: owner, parts: parts) }
        if last.tokens.contains(lastNoun) {
            return last.name == nil
                ? composed(last, segment, parts, owner: owner, into: &found)
                : named(last, segment, parts, into: &found)
        }
        let rest = last.tokens.upperBound..<segment.upperBound
        if rest.allSatisfy({ isProper($0) || isHyphen($0) || tag($0) == "POS" }) {
            return trailingName(rest, last, segment, parts, owner: owner, into: &found)
        }
        // "the former Germany defender Ana Maria Prado": a person of that country.
        let given = Array(rest.reversed().prefix { isProper($0) })
        if last.name != nil, given.count >= 2, given.count < rest.count, let start = given.last,
            (rest.lowerBound..<start).allSatisfy({ isNoun($0) || kinds[$0].contains(.phrase) && !isHyphen($0) })
        {
            let country = embedded(last, &found)?.actor.country
            return stranger(start..<rest.upperBound, tokens: segment, country: country)
        }
        // The noun at the end is no actor: what stands before it is an attribute.
        let prefix = segment.lowerBound..<last.tokens.upperBound
        var inner =
            last.name == nil
            ? composed(last, prefix, parts, owner: owner, into: &found) : named(last, prefix, parts, into: &found)
        inner?.use = .attribute
        if let inner { found.append(inner) }
        return nil
    }

    /// The last noun of a segment, which says what it is; a number or a symbol after it does not count.
    private func lastNoun(_ segment: Range<Int>, _ items: [LexicalItem]) -> Int? {
        if let last = items.last, last.tokens.upperBound == segment.upperBound, last.isNoun || last.agent != nil {
            return segment.upperBound - 1
        }
        return segment.last { index in isNoun(index) }
    }

    /// An adjective that stands alone ("Iranian and Iraqi officials", "the British").
    private func adjective(
        _ segment: Range<Int>,
        _ parts: SegmentParts,
        into found: inout [ActorMention]
    ) -> ActorMention? {
        guard let last = parts.items.last, last.name != nil else { return nil }
        for item in parts.items.dropLast() { _ = embedded(item, &found) }
        var mention = mention(last)
        let isWhole = tag(segment.lowerBound) == "DT" && last.tokens.upperBound == segment.upperBound
        mention?.use = isWhole ? .phrase : .attribute
        if isWhole { mention?.tokens = segment }
        let words = text(isWhole ? segment : last.tokens)
        mention?.actor.text = words
        return mention
    }

    /// A name at the end of its segment.
    private func named(
        _ item: LexicalItem,
        _ segment: Range<Int>,
        _ parts: SegmentParts,
        into found: inout [ActorMention]
    ) -> ActorMention? {
        guard var mention = mention(item) else { return nil }
        for other in parts.items.dropLast() where other.name != nil { _ = embedded(other, &found) }
        if let backer = parts.backer?.actor.country, mention.actor.country != backer { mention.actor.backer = backer }
        mention.tokens = segment
        mention.head = head(of: segment)
        mention.isDefinite = false
        mention.actor.text = text(segment)
        return mention
    }
}
