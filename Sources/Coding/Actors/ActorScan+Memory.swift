// What a sentence teaches the next one: surnames and pronouns.
import EventModel
import Language

extension ActorScan {
    /// Remembers the surnames of the persons found.
    mutating func remember(_ found: [ActorMention]) {
        for mention in found where mention.form == .person {
            // Only a full name or a titled one introduces a person.
            guard let last = mention.core.last, isProper(last) else { continue }
            if surnames[hashes[last]] != nil, mention.core.count == 1 { continue }
            surnames[hashes[last]] = KnownPerson(actor: mention.actor, lines: mention.lines)
        }
        for mention in found where mention.form == .unknown && mention.core.count > 1 {
            guard let last = mention.core.last, surnames[hashes[last]] == nil else { continue }
            strangers[hashes[last]] = mention.actor
        }
    }

    /// The personal pronouns of a sentence, which `ActorResolver` ties to what they stand for.
    func pronouns(in tokens: Range<Int>) -> [ActorMention] {
        tokens.compactMap { index in
            // "US" in capitals is no pronoun, whatever its tag.
            guard kinds[index].contains(.pronoun), document.form(index) != "US" else { return nil }
            let isPerson = isWord(index, .personPronoun)
            let isPlural = isWord(index, .pluralPronoun)
            guard isPerson || isPlural || isWord(index, .thingPronoun) else { return nil }
            let word = document.form(index)
            var mention = ActorMention(
                tokens: index..<(index + 1),
                head: index,
                core: index..<(index + 1),
                actor: Actor(id: ActorLexicon.slug(word), name: word, text: word),
                form: .pronoun
            )
            mention.isDefinite = true
            mention.isPerson = isPerson
            mention.isPlural = isPlural
            return mention
        }
    }
}
