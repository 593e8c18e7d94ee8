// Makes sentences with trees from templates.
import Language

/// Expands templates at random.
struct TemplateExpansion {
    /// Which alternatives are used.
    ///
    /// About a fifth of those that say what is done or build sentences can be kept aside.
    enum Part: String {
        case all, training
        /// Sentences that use at least one of those kept aside.
        case heldOut = "held-out"
    }

    private let reader: TemplateReader
    private let part: Part
    private var random: SeededGenerator
    private var usesHeldOut = false

    init(_ reader: TemplateReader, part: Part, seed: Int) {
        self.reader = reader
        self.part = part
        random = SeededGenerator(seed: seed)
    }

    /// As many different sentences as CoNLL-U.
    mutating func sentences(_ count: Int) -> String {
        var seen: Set<String> = []
        var text = ""
        while seen.count < count {
            usesHeldOut = false
            var tree = phrase("SENTENCE", tag: nil).tree
            let isHeadline = tree.words.last.map { $0.form != "." && $0.form != "\"" } ?? false
            tree.finish(titleCase: isHeadline && random.unit() < 0.4)
            let rows = tree.text
            guard tree.words.count < 60, part != .heldOut || usesHeldOut, seen.insert(rows).inserted else { continue }
            text += rows + "\n"
        }
        return text
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    private mutating func phrase(_ name: String, tag: String?) -> (tree: TemplateTree, relation: String?) {
        let all = reader.phrases[name] ?? []
        let divided = ["DO", "CLAUSE", "SENTENCE"].contains(name)
        while let alternative = pick(all) {
            let isHeldOut = divided && alternative.line % 5 == 0
            if isHeldOut, part == .training { continue }
            usesHeldOut = usesHeldOut || isHeldOut
            return (tree(alternative.items, tag: tag), alternative.relation)
        }
        return (TemplateTree(), nil)
    }

    private mutating func tree(_ items: [TemplateItem], tag: String?) -> TemplateTree {
        var whole = TemplateTree()
        var waiting: [(place: Int, relation: String)] = []
        for item in items where !item.isOptional || random.unit() < 0.5 {
            var (part, relation) = self.part(item, tag: tag)
            relation = item.relation ?? relation
            if let preposition = item.preposition {
                var marked = TemplateTree(form: preposition, lemma: preposition, tag: "IN")
                let top = marked.append(part)
                let isClause = relation?.hasPrefix("a") ?? false
                marked.attach(0, to: top, as: isClause ? "mark" : "case")
                marked.top = top
                part = marked
            }
            let place = whole.append(part)
            if item.isHead {
                whole.top = place
            } else {
                waiting.append((place, relation ?? "dep"))
            }
        }
        for dependent in waiting { whole.attach(dependent.place, to: whole.top, as: dependent.relation) }
        return whole
    }

    private mutating func part(_ item: TemplateItem, tag: String?) -> (TemplateTree, String?) {
        switch item.content {
        case .word(let form, let tag, let lemma): return (TemplateTree(form: form, lemma: lemma, tag: tag), nil)
        case .phrase(let items): return (tree(items, tag: tag), nil)
        case .reference(let name, let asked):
            let wanted = asked == "*" ? tag : asked
            if reader.phrases[name] != nil { return phrase(name, tag: wanted) }
            switch reader.lists[name] {
            case .verbs(let verbs): return (pick(verbs).map { Self.verb($0, wanted ?? "VB") } ?? TemplateTree(), nil)
            case .nouns(let nouns): return (pick(nouns).map { Self.noun($0, wanted ?? "NN") } ?? TemplateTree(), nil)
            case .words(let words, let tag): return (pick(words).map { Self.word($0, tag) } ?? TemplateTree(), nil)
            case nil: return (reader.verbs[name].map { Self.verb($0, wanted ?? "VB") } ?? TemplateTree(), nil)
            }
        }
    }

    private static func verb(_ verb: TemplateVerb, _ tag: String) -> TemplateTree {
        var tree = TemplateTree(form: verb.form(tag), lemma: verb.lemma, tag: tag)
        if let particle = verb.particle {
            let place = tree.append(TemplateTree(form: particle, lemma: particle, tag: "RP"))
            tree.attach(place, to: 0, as: "compound:prt")
        }
        return tree
    }

    /// `air_strike` is a compound, `military=base` has an adjective.
    private static func noun(_ entry: Substring, _ tag: String) -> TemplateTree {
        let forms = entry.split(separator: "/")
        var tree = TemplateTree()
        var modifiers: [(place: Int, relation: String)] = []
        var word = ""
        for letter in forms[0] {
            guard letter == "_" || letter == "=" else {
                word.append(letter)
                continue
            }
            let isAdjective = letter == "="
            let part = TemplateTree(form: word, lemma: word, tag: isAdjective ? "JJ" : "NN")
            modifiers.append((tree.append(part), isAdjective ? "amod" : "compound"))
            word = ""
        }
        let lasting = forms.count > 1 && forms[1] == "-"
        var form = word
        if tag == "NNS", !lasting {
            if forms.count > 1 {
                form = String(forms[1])
            } else if word.hasSuffix("y"), !"aeiou".contains(word.dropLast().last ?? "a") {
                form = word.dropLast() + "ies"
            } else {
                form = word + (["s", "sh", "ch", "x"].contains { word.hasSuffix($0) } ? "es" : "s")
            }
        }
        tree.top = tree.append(TemplateTree(form: form, lemma: word, tag: lasting ? "NN" : tag))
        for modifier in modifiers { tree.attach(modifier.place, to: tree.top, as: modifier.relation) }
        return tree
    }

    /// Forms of one name hang on the first.
    private static func word(_ entry: Substring, _ tag: String) -> TemplateTree {
        var tree = TemplateTree()
        for (index, form) in entry.split(separator: "_").map(String.init).enumerated() {
            let place = tree.append(TemplateTree(form: form, lemma: form, tag: tag))
            if index > 0 { tree.attach(place, to: 0, as: "flat") }
        }
        return tree
    }
}
