// What the closed words of the record mean, in one line each, for help and documentation.

extension EventType {
    /// What the type means, after the PLOVER codebook (Halterman and others 2023).
    public var meaning: String {
        switch self {
        case .agree: "agree to, promise or announce cooperation that has not happened yet"
        case .consult: "meet, visit, host, talk, mediate or negotiate"
        case .support: "praise, defend, recognise, sign, open or improve relations"
        case .concede: "give in: ease a measure, free a prisoner, accept a demand, step down"
        case .cooperate: "work together in fact: economic, military, judicial, intelligence"
        case .aid: "give material help: money, arms, relief, shelter, rescue"
        case .retreat: "end or step back from force: withdraw, surrender, cease fire, hand back"
        case .request: "ask, demand or appeal for something"
        case .accuse: "blame, condemn, protest in words, investigate, lay a charge"
        case .reject: "refuse, deny, veto, decline to agree or to cooperate"
        case .threaten: "warn of harm or of a measure, give an ultimatum"
        case .protest: "demonstrate, strike, boycott, riot: people against those in power"
        case .sanction: "reduce relations, embargo, expel, stop aid or talks: conflict without force"
        case .mobilize: "raise, move or show armed forces without using them"
        case .coerce: "force without killing: arrest, seize, ban, curfew, deport, attack by computer"
        case .assault: "use violence: fight, bomb, shoot, kidnap, kill"
        }
    }
}

extension QuadClass {
    /// What the class holds.
    public var meaning: String {
        let types = EventType.allCases.filter { $0.quad == self }.map(\.rawValue).joined(separator: " ")
        return "the types \(types)"
    }
}

extension Modality {
    /// What the word says of an event.
    public var meaning: String {
        switch self {
        case .actual: "told as a fact"
        case .claimed: "told by one party only"
        case .planned: "announced or decided, not yet done"
        case .hypothetical: "possible, conditional or wished for"
        case .negated: "told not to have happened"
        }
    }
}

extension Sector {
    /// Who belongs to the sector.
    public var meaning: String {
        switch self {
        case .government: "government: the executive, ministries, the state as such"
        case .military: "armed forces of a state"
        case .police: "police"
        case .intelligence: "intelligence services"
        case .judiciary: "courts, judges, prosecutors"
        case .legislature: "legislatures and their members"
        case .party: "political parties"
        case .opposition: "the opposition"
        case .rebels: "rebels and armed groups with a name"
        case .unidentifiedArmed: "unidentified armed forces"
        case .criminals: "criminals and their organisations"
        case .civilians: "civilians"
        case .business: "business"
        case .medical: "medicine and its staff"
        case .nonGovernmental: "non-governmental organisations"
        case .religious: "religious bodies and leaders"
        }
    }
}
