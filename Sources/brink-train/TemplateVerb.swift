// The forms of an English verb.

/// A verb as templates list it: `carry_out`, `hit+//hit/hit`, `take_over//took/taken`.
struct TemplateVerb {
    /// The lemma of the verb itself, without its particle.
    let lemma: String
    let particle: String?
    private let present: String
    private let past: String
    private let participle: String
    private let gerund: String

    init(_ entry: Substring) {
        let parts = entry.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let doubles = parts[0].hasSuffix("+")
        let words = parts[0].filter { $0 != "+" }.split(separator: "_").map(String.init)
        let lemma = words[0]
        self.lemma = lemma
        particle = words.count > 1 ? words[1] : nil
        func irregular(_ place: Int) -> String? { parts.count > place && !parts[place].isEmpty ? parts[place] : nil }
        let stem = doubles ? lemma + String(lemma.suffix(1)) : lemma
        let endsInY = lemma.hasSuffix("y") && !"aeou".contains(lemma.dropLast().last ?? "a")
        let hisses = ["s", "sh", "ch", "x", "z", "o"].contains { lemma.hasSuffix($0) }
        let regular = endsInY ? lemma.dropLast() + "ied" : lemma.hasSuffix("e") ? lemma + "d" : stem + "ed"
        present = irregular(1) ?? (endsInY ? lemma.dropLast() + "ies" : hisses ? lemma + "es" : lemma + "s")
        past = irregular(2) ?? regular
        participle = irregular(3) ?? past
        if lemma.hasSuffix("ie") {
            gerund = lemma.dropLast(2) + "ying"
        } else if lemma.hasSuffix("e"), !lemma.hasSuffix("ee") {
            gerund = lemma.dropLast() + "ing"
        } else {
            gerund = stem + "ing"
        }
    }

    /// The form that a Penn tag asks for.
    func form(_ tag: String) -> String {
        switch tag {
        case "VBZ": present
        case "VBD": past
        case "VBN": participle
        case "VBG": gerund
        default: lemma
        }
    }
}
