// Puts mentions into chains while the text is read from front to back.

/// The chains as far as the text has been read.
struct ChainBuilder {
    private struct Chain {
        var kind: Name.Kind
        var gender: Name.Gender?
        var names: [String] = []
        var noun: String?
        /// The titles that stood before its names, in lower case.
        var titles: Set<String> = []
        var lastMention: Int
        var lastSentence: Int
        /// Whether it was last the subject or first in its sentence, which pronouns prefer.
        var isProminent: Bool
        var isPlural = false
    }

    private let document: Document
    private(set) var mentions: [Mention] = []
    private var all: [Chain] = []
    private var byName: [String: Int] = [:]
    /// The last chain of each name's first letters.
    private var byInitials: [String: Int] = [:]
    /// The sentence that is being read.
    var sentence = 0

    init(document: Document) {
        self.document = document
    }

    /// How many chains there are.
    var chains: Int { all.count }

    // MARK: Names

    /// Adds a name to the chain of the same name, of the full name that it shortens, or to a new one.
    mutating func add(_ name: Name) {
        let chain = chain(of: name) ?? newChain(name.kind, name.gender)
        let initials = self.initials(name)
        all[chain].names.append(name.text)
        if initials.count > 1 { byInitials[initials] = max(byInitials[initials] ?? 0, chain) }
        for token in name.titled.lowerBound..<max(name.titled.lowerBound, name.tokens.lowerBound) {
            all[chain].titles.insert(document.form(token).lowercased())
        }
        if all[chain].kind == .unknown { all[chain].kind = name.kind }
        if all[chain].gender == nil { all[chain].gender = name.gender }
        byName[name.text] = chain
        if name.tokens.count > 1, name.kind == .person || name.kind == .unknown, let last = name.tokens.last {
            let surname = document.form(last)
            if byName[surname] == nil || name.kind == .person { byName[surname] = chain }
        }
        append(name.tokens, .name, name.text, name.kind == .unknown ? all[chain].kind : name.kind, chain)
    }

    private func chain(of name: Name) -> Int? {
        if let same = byName[name.text], isCompatible(all[same], name) { return same }
        // "Mr. Austin", "Gen. Ryder" by the last word; a full name may come after the surname.
        if name.tokens.count > 1, name.kind == .person, let last = name.tokens.last,
            let short = byName[document.form(last)],
            all[short].names.allSatisfy({ $0 == document.form(last) })
        {
            return short
        }
        guard name.tokens.count == 1, name.text.count <= 6,
            name.text.utf8.allSatisfy({ $0.isUpper || $0 == UInt8(ascii: ".") })
        else { return nil }
        let letters = name.text.filter { $0 != "." }
        if let inBrackets = bracketed(name), all[inBrackets].kind != .person { return inBrackets }
        return byInitials[letters]
    }

    /// The chain of the name right before the brackets that hold this one: "Kataib Hezbollah (KH)".
    private func bracketed(_ name: Name) -> Int? {
        let before = name.tokens.lowerBound - 1
        guard before > 0, document.text.utf8[document.tokens[before].bytes.lowerBound] == UInt8(ascii: "("),
            let last = mentions.last,
            last.form == .name, last.tokens.upperBound == before
        else { return nil }
        let first = name.text.utf8.first
        return last.text.utf8.contains { $0 == first } ? last.chain : nil
    }

    private func isCompatible(_ chain: Chain, _ name: Name) -> Bool {
        guard let one = chain.gender, let other = name.gender else { return true }
        return one == other
    }

    private func initials(_ name: Name) -> String {
        guard name.tokens.count > 1, name.kind != .person else { return "" }
        var letters = ""
        for token in name.tokens {
            let byte = document.text.utf8[document.tokens[token].bytes.lowerBound]
            if byte.isUpper { letters.append(Character(UnicodeScalar(byte))) }
        }
        return letters
    }

    private mutating func newChain(_ kind: Name.Kind, _ gender: Name.Gender? = nil) -> Int {
        all.append(
            Chain(kind: kind, gender: gender, lastMention: mentions.count, lastSentence: sentence, isProminent: false)
        )
        return all.count - 1
    }

    private mutating func append(
        _ tokens: Range<Int>,
        _ form: Mention.Form,
        _ text: String,
        _ kind: Name.Kind,
        _ chain: Int
    ) {
        all[chain].lastMention = mentions.count
        all[chain].lastSentence = sentence
        let begin = document.sentences[sentence].tokens.lowerBound
        let relation = document.tokens[tokens.upperBound - 1].relation
        all[chain].isProminent = relation == .nsubj || relation == .nsubjPassive || tokens.lowerBound - begin <= 2
        mentions.append(
            Mention(tokens: tokens, span: document.span(tokens), form: form, text: text, kind: kind, chain: chain)
        )
    }

    /// The chains of which the last few sentences speak, the newest chain first.
    private func recent(within reach: Int) -> [Int] {
        let start = document.sentences[max(sentence - reach, 0)].tokens.lowerBound
        var chains: Set<Int> = []
        for mention in mentions.reversed() {
            if mention.tokens.lowerBound < start { break }
            chains.insert(mention.chain)
        }
        return chains.sorted(by: >)
    }

    // MARK: Pronouns

    /// Adds a pronoun to the chain that it most likely stands for; one that stands for nobody named is left out.
    mutating func add(_ pronoun: Pronoun, at token: Int) {
        var best: (chain: Int, score: Int)?
        for index in recent(within: 3) {
            let chain = all[index]
            guard let fit = fit(pronoun, chain) else { continue }
            let distance = mentions.count - chain.lastMention
            let score = fit + (chain.isProminent ? 6 : 0) - 4 * (sentence - chain.lastSentence) - min(distance, 10)
            if best.map({ score > $0.score }) ?? true { best = (index, score) }
        }
        guard let best else { return }
        if all[best.chain].gender == nil, all[best.chain].kind == .person || all[best.chain].kind == .unknown {
            if pronoun == .he { all[best.chain].gender = .male }
            if pronoun == .she { all[best.chain].gender = .female }
        }
        append(token..<token + 1, .pronoun, document.form(token), all[best.chain].kind, best.chain)
    }

    /// How well a pronoun fits a chain, or nil where it cannot stand for it.
    private func fit(_ pronoun: Pronoun, _ chain: Chain) -> Int? {
        switch pronoun {
        case .he, .she:
            let wanted: Name.Gender = pronoun == .he ? .male : .female
            if let gender = chain.gender { return gender == wanted ? 12 : nil }
            return chain.kind == .person ? 8 : nil
        case .it: return chain.kind == .organisation || chain.kind == .group ? 6 : chain.kind == .place ? 2 : nil
        case .they: return chain.isPlural ? 8 : chain.kind == .group || chain.kind == .organisation ? 4 : nil
        }
    }

    // MARK: Definite nouns

    /// Adds "the official" to the chain of the last noun phrase with the same head, or to a new one.
    mutating func addDefinite(_ tokens: Range<Int>) {
        let noun = document.form(tokens.upperBound - 1).lowercased()
        // "The general" is General Hale, unless "a general" came in between.
        let chain = recent(within: 10).first { all[$0].noun == noun || all[$0].titles.contains(noun) }
        addNoun(tokens, noun, chain)
    }

    /// Adds "an official" as somebody new.
    mutating func addIndefinite(_ tokens: Range<Int>) {
        addNoun(tokens, document.form(tokens.upperBound - 1).lowercased(), nil)
    }

    private mutating func addNoun(_ tokens: Range<Int>, _ noun: String, _ old: Int?) {
        let chain = old ?? newChain(.unknown)
        all[chain].noun = noun
        all[chain].isPlural = noun.hasSuffix("s") && !noun.hasSuffix("ss")
        let bytes =
            document.tokens[tokens.lowerBound].bytes
            .lowerBound..<document.tokens[tokens.upperBound - 1].bytes.upperBound
        append(tokens, .noun, document.text.string(bytes), .unknown, chain)
    }
}
