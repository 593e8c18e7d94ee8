// What a text has named so far, and which of it a noun or pronoun can mean.
import EventModel
import Language

/// The mentions read so far, the last first in every search.
struct AntecedentStack {
    let document: Document
    let lexicon: ActorLexicon
    private var seen: [Int] = []
    private var sentence = 0
    /// The first state that the text names.
    private var firstState: Int?

    /// How many sentences back a pronoun or noun looks.
    static let pronounReach = 2
    static let nounReach = 8

    init(document: Document, lexicon: ActorLexicon) {
        self.document = document
        self.lexicon = lexicon
    }

    /// Tells where reading has come to.
    mutating func enter(_ token: Int) {
        while sentence + 1 < document.sentences.count,
            document.sentences[sentence].tokens.upperBound <= token
        { sentence += 1 }
    }

    /// Adds a mention, resolved.
    mutating func add(_ index: Int, _ mentions: [ActorMention]) {
        seen.append(index)
        if firstState == nil, mentions[index].use == .phrase, isState(mentions[index]) { firstState = index }
    }

    /// The antecedent of a pronoun: the nearest sentence first, in it subjects first, then the nearest.
    func pronoun(_ pronoun: ActorMention, _ mentions: [ActorMention]) -> Int? {
        let word = document.form(pronoun.head).lowercased()
        guard !["we", "us", "i"].contains(word) else { return nil }
        return best(mentions, reach: Self.pronounReach, before: pronoun) { agrees(word, $0) }
    }

    /// The owner that "its", "his" or "their" stands for, the subject of the same sentence first.
    func owner(_ word: String, before index: Int, _ mentions: [ActorMention]) -> Int? {
        let personal = ["his": "he", "her": "he", "its": "it", "their": "they", "our": "we"][word] ?? word
        guard personal != "we" else { return nil }
        if let sufferer = sufferer(before: mentions[index], mentions, { agrees(personal, $0) }) { return sufferer }
        return best(mentions, reach: Self.pronounReach, before: mentions[index], inSentence: true) {
            agrees(personal, $0)
        }
    }

    /// "Soldiers were killed when militants attacked their base": to whom it was done, not who did it.
    private func sufferer(before owned: ActorMention, _ mentions: [ActorMention], _ fits: (ActorMention) -> Bool)
        -> Int?
    {
        let tokens = document.tokens
        guard tokens[owned.head].relation == .obj, let verb = tokens[owned.head].head, tokens[verb].relation == .advcl,
            let main = tokens[verb].head
        else { return nil }
        return seen.last { index in
            let other = mentions[index]
            guard tokens[other.head].relation == .nsubjPassive, tokens[other.head].head == main else { return false }
            return other.use == .phrase && fits(other) && other.tokens.upperBound <= owned.tokens.lowerBound
        }
    }

    /// The antecedent of "the group", "the army", "the president".
    func noun(_ noun: ActorMention, _ agent: AgentNoun, _ mentions: [ActorMention]) -> Int? {
        let first = firstSentence(reach: Self.nounReach)
        for index in seen.reversed() {
            let other = mentions[index]
            guard other.tokens.lowerBound >= first else { return nil }
            // "In Yemen …, the country": a country that is only the scene is spoken of too.
            guard other.form != .pronoun, other.use != .locative || agent.noun == .states, fits(noun, agent, other)
            else { continue }
            return index
        }
        return nil
    }

    /// The mention whose country "the country" is: of whom the text tells, and not whom the clause tells of.
    ///
    /// "Ukraine's air force said Russia launched missiles across the country": the one that speaks, and else the subject
    /// of the sentences before.
    func country(_ mentions: [ActorMention]) -> Int? {
        let here = document.sentences[sentence].tokens.lowerBound
        let subjects = seen.filter { isStateLike(mentions[$0]) && isSubject(mentions[$0]) }
        let own = subjects.drop { mentions[$0].tokens.lowerBound < here }
        if let first = own.first, let last = own.last, mentions[first].actor.country != mentions[last].actor.country {
            return first
        }
        let reach = firstSentence(reach: Self.nounReach)
        let before = subjects.last { (reach..<here).contains(mentions[$0].tokens.lowerBound) }
        return before ?? own.first ?? seen.last { isStateLike(mentions[$0]) && mentions[$0].tokens.lowerBound >= reach }
    }

    /// Whether a mention is of a state or of a body or leader of one.
    private func isStateLike(_ mention: ActorMention) -> Bool {
        guard mention.form != .pronoun, mention.actor.country != nil, mention.actor.country != "IGO" else {
            return false
        }
        switch mention.actor.sector {
        case .government, .military, .police, .legislature, .judiciary, .intelligence: return true
        case nil: return isState(mention)
        default: return false
        }
    }

    /// The state that the text speaks of: the last named in this sentence or those just before.
    func state(_ mentions: [ActorMention]) -> Int? {
        let first = firstSentence(reach: 3)
        let near = seen.reversed().prefix { mentions[$0].tokens.lowerBound >= first }
        let here = document.sentences[sentence].tokens.lowerBound
        let own = near.prefix { mentions[$0].tokens.lowerBound >= here }
        let beside = own.filter { isState(mentions[$0]) && !isBeside($0, mentions) }
        if let state = beside.first(where: { mentions[$0].use != .locative }) ?? beside.first { return state }
        // "Pakistan raided … near the border with Afghanistan. Troops seized": of whom the text tells, not of the scene.
        if let doer = near.first(where: { isState(mentions[$0]) && isSubject(mentions[$0]) }) { return doer }
        if let named = near.first(where: {
            isState(mentions[$0]) && mentions[$0].use == .phrase && !isBeside($0, mentions)
        }) {
            return named
        }
        if let scene = near.first(where: { isState(mentions[$0]) }) { return scene }
        return near.count == seen.count ? firstState : nil
    }

    /// Whether a state stands only as the neighbour of a place: "the border with Afghanistan".
    private func isBeside(_ index: Int, _ mentions: [ActorMention]) -> Bool {
        let before = mentions[index].tokens.lowerBound - 1
        guard before > 0 else { return false }
        let word = document.form(before).lowercased()
        return word == "with" && document.tokens[before - 1].lemma == "border" || word == "near" || word == "from"
    }

    private func isState(_ mention: ActorMention) -> Bool {
        lexicon.entry(id: mention.actor.id)?.kind == .state && mention.actor.country != "IGO"
    }

    private func fits(_ noun: ActorMention, _ agent: AgentNoun, _ other: ActorMention) -> Bool {
        if other.agent == noun.agent, other.form == .common {
            return other.actor.country != nil || other.antecedent != nil
        }
        let kind = lexicon.entry(id: other.actor.id)?.kind
        switch agent.refers {
        case "group":
            guard other.form == .name || other.form == .composed else { return false }
            if kind == .group { return agent.sector != .rebels || other.actor.sector != .party }
            // A group that no dictionary has, named with its noun.
            if kind == nil, other.form == .composed, other.agent != nil, other.actor.sector == .rebels { return true }
            return other.actor.sector == agent.sector && agent.sector != nil
        case "party":
            return kind == .group && (other.actor.sector == .party || other.actor.sector == .opposition)
        default: break
        }
        guard other.form == .composed || other.form == .person || kind == .organization else { return false }
        guard agent.sector != nil, other.actor.sector == agent.sector else { return false }
        if agent.sector == .government, agent.noun == .body, other.actor.country == "IGO" { return false }
        if agent.noun == .title {
            guard other.form == .person, let entry = lexicon.entry(id: other.actor.id) else {
                return other.agent == noun.agent
            }
            return entry.terms.contains { $0.role.hasSuffix(agent.singular) }
        }
        return noun.isPerson == other.isPerson
    }

    /// The nearest fitting mention; a subject of its sentence goes before the others of that sentence.
    private func best(
        _ mentions: [ActorMention],
        reach: Int,
        before mention: ActorMention,
        inSentence: Bool = false,
        _ fits: (ActorMention) -> Bool
    ) -> Int? {
        for back in 0...reach where sentence - back >= 0 {
            let range = document.sentences[sentence - back].tokens
            var found: Int?
            for index in seen.reversed() {
                let other = mentions[index]
                guard other.tokens.lowerBound >= range.lowerBound else { break }
                guard range.contains(other.tokens.lowerBound), other.use == .phrase, fits(other) else { continue }
                guard other.tokens.upperBound <= mention.tokens.lowerBound else { continue }
                if isSubject(other) { return index }
                if found == nil { found = index }
            }
            if let found { return found }
        }
        return nil
    }

    private func isSubject(_ mention: ActorMention) -> Bool {
        let relation = document.tokens[mention.head].relation
        return relation == .nsubj || relation == .nsubjPassive
    }

    private func agrees(_ pronoun: String, _ mention: ActorMention) -> Bool {
        if mention.form == .pronoun { return document.form(mention.head).lowercased() == pronoun }
        let isStranger = mention.form == .unknown && mention.core.count >= 2
        let isOne = (mention.isPerson || isStranger) && mention.isPlural != true
        switch pronoun {
        case "he", "she", "him", "her", "himself", "herself": return isOne
        case "it", "itself": return !mention.isPerson && mention.isPlural != true
        default: return !isOne
        }
    }

    private func firstSentence(reach: Int) -> Int {
        guard !document.sentences.isEmpty else { return 0 }
        return document.sentences[max(0, sentence - reach)].tokens.lowerBound
    }
}
