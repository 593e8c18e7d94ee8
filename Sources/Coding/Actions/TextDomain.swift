// What a text is about, as far as it decides whether "attack" is an attack.
import EventModel
import Language

/// How much a text speaks of sport, stage, business, labour, disasters and conflict.
struct TextDomain: Sendable {
    /// Words of each kind in the text.
    var sport = 0
    var film = 0
    var business = 0
    var labour = 0
    var disaster = 0
    var conflict = 0
    private var length: Int

    /// Below so many tokens a text is too short for its silence on conflict to tell anything.
    private static let tellingLength = 120

    init(_ text: CodedText) {
        length = text.tokens.count
        for token in text.tokens.indices {
            switch text.tokens[token].upos {
            case .noun, .propn, .verb, .adj: break
            default: continue
            }
            let cues = text.cues(token)
            if cues.isDisjoint(with: [.sport, .film, .business, .labour, .disaster, .conflict]) { continue }
            if cues.contains(.sport) { sport += 1 }
            if cues.contains(.film) { film += 1 }
            if cues.contains(.business) { business += 1 }
            if cues.contains(.labour) { labour += 1 }
            if cues.contains(.disaster) { disaster += 1 }
            if cues.contains(.conflict) { conflict += 1 }
        }
    }

    /// The same domain counted several times: a headline says more of what a text is about than its other words.
    func weighted(_ times: Int) -> TextDomain {
        var domain = self
        domain.sport *= times
        domain.film *= times
        domain.business *= times
        domain.labour *= times
        domain.disaster *= times
        domain.conflict *= times
        return domain
    }

    /// The domain of two texts that belong together, such as a headline and its article.
    static func + (left: TextDomain, right: TextDomain) -> TextDomain {
        var sum = left
        sum.sport += right.sport
        sum.film += right.film
        sum.business += right.business
        sum.labour += right.labour
        sum.disaster += right.disaster
        sum.conflict += right.conflict
        sum.length += right.length
        return sum
    }

    /// Whether the text is of games: countries are teams there, and attacks are moves.
    var isSport: Bool { sport >= 4 && sport > conflict }
    /// Whether the text is of stage and screen, where wars are plots.
    var isFilm: Bool { film >= 4 && film > conflict }
    /// Whether the text is of disputes between unions and employers.
    var isLabour: Bool { labour >= 4 && labour > conflict * 2 }
    /// Whether the text is of markets and firms.
    var isBusiness: Bool { business >= 4 && business > conflict * 2 }
    /// Whether the text is of storms, earthquakes, diseases or accidents, which strike, kill and close too.
    var isDisaster: Bool { disaster >= 4 && disaster > conflict }
    /// Whether violent words are to be believed only of armed and political parties.
    var isPeaceful: Bool {
        isSport || isFilm || isLabour || isBusiness || isDisaster || (conflict < 2 && length >= Self.tellingLength)
    }
}
