// A tree that templates build, and how it is written.

/// Words with heads; one is the head of all.
struct TemplateTree {
    struct Word {
        var form: String
        var lemma: String
        var tag: String
        var relation = "root"
        /// The place of the head, or nil for the head of all.
        var head: Int?
    }

    private(set) var words: [Word] = []
    /// The place of the word on which all others hang.
    var top = 0

    init() {}

    init(form: String, lemma: String, tag: String) { words = [Word(form: form, lemma: lemma, tag: tag)] }

    /// Puts a tree behind this one and tells where its top now is.
    mutating func append(_ other: TemplateTree) -> Int {
        let offset = words.count
        words += other.words.map { word in
            var word = word
            word.head = word.head.map { $0 + offset }
            return word
        }
        return offset + other.top
    }

    mutating func attach(_ place: Int, to head: Int, as relation: String) {
        words[place].head = head
        words[place].relation = relation
    }

    /// The sentence as it would be printed: one comma for two, `an` before vowels, a capital in front.
    mutating func finish(titleCase: Bool) {
        for place in words.indices.reversed() where words[place].form == "," {
            let next = place + 1 < words.count ? words[place + 1].form : "."
            if place == 0 || [",", ".", "'s", ":"].contains(next) { remove(place) }
        }
        var opened = false
        for place in words.indices {
            if words[place].form == "a", place + 1 < words.count, let letter = words[place + 1].form.lowercased().first
            {
                words[place].form = "aeiou8".contains(letter) ? "an" : "a"
            }
            if words[place].form == "\"" {
                words[place].tag = opened ? "''" : "``"
                opened.toggle()
            }
            let isFirst = place == 0 || place == 1 && words[0].form == "\""
            let isLong = words[place].form.utf8.count > 3 || words[place].tag.hasPrefix("N")
            if isFirst || titleCase && isLong {
                words[place].form = words[place].form.prefix(1).uppercased() + words[place].form.dropFirst()
            }
        }
    }

    private mutating func remove(_ place: Int) {
        words.remove(at: place)
        for other in words.indices {
            if let head = words[other].head, head > place { words[other].head = head - 1 }
        }
        if top > place { top -= 1 }
    }

    /// The rows of CoNLL-U.
    var text: String {
        words.enumerated().map { place, word in
            let head = word.head.map { $0 + 1 } ?? 0
            return "\(place + 1)\t\(word.form)\t\(word.lemma)\t\(Self.partOfSpeech(word))\t\(word.tag)\t_\t\(head)\t"
                + "\(word.relation)\t_\t_\n"
        }.joined()
    }

    /// The universal part of speech of a word with this tag and relation.
    private static func partOfSpeech(_ word: Word) -> String {
        switch word.tag {
        case "NN", "NNS": "NOUN"
        case "NNP", "NNPS": word.relation == "amod" ? "ADJ" : "PROPN"
        case "JJ", "JJR", "JJS": "ADJ"
        case "RB", "RBR": word.form == "not" ? "PART" : "ADV"
        case "WRB": "ADV"
        case "IN": word.relation == "mark" ? "SCONJ" : "ADP"
        case "RP": "ADP"
        case "TO", "POS": "PART"
        case "DT": word.relation == "det" ? "DET" : "PRON"
        case "PRP", "PRP$", "WP", "WDT", "EX": "PRON"
        case "CD": "NUM"
        case "CC": "CCONJ"
        case "MD": "AUX"
        case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG":
            ["aux", "aux:pass", "cop"].contains(word.relation) ? "AUX" : "VERB"
        default: "PUNCT"
        }
    }
}
