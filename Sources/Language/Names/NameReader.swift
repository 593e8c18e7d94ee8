// Reads one name by its shape: a run of words with capital letters, its titles, its kind.

/// Reads the name that begins at a token of a sentence.
struct NameReader {
    let document: Document
    let atoms: Atoms
    let vocabulary: Vocabulary
    let sentence: Range<Int>

    /// The name that begins at a token with a capital letter, or nil where there is none.
    func name(at start: Int) -> Name? {
        var first = start
        // "The Pentagon" is named without its article.
        if has(first, .commonName), !has(first, .title), !has(first, .given) || first == sentence.lowerBound {
            guard isDemonym(first), isCapital(first + 1) else { return nil }
        }
        let end = endOfRun(first)
        let titled = first
        while first < end - 1, has(first, .title), !isInitialOnly(first) {
            first += 1
            while first < end - 1, isMark(first, ".") || has(first, .link) && !isCapital(first) { first += 1 }
        }
        guard first < end, !(end - first == 1 && (has(first, .title) || has(first, .commonName))) else { return nil }
        if first == sentence.lowerBound, end - first == 1, isCommonAtStart(first) { return nil }
        let (kind, gender) = kind(first..<end, titled: titled..<first)
        return name(first..<end, titled: titled..<end, kind: kind, gender: gender)
    }

    /// A name of these tokens.
    func name(_ tokens: Range<Int>, titled: Range<Int>, kind: Name.Kind, gender: Name.Gender? = nil) -> Name {
        let bytes =
            document.tokens[tokens.lowerBound].bytes
            .lowerBound..<document.tokens[tokens.upperBound - 1].bytes.upperBound
        return Name(
            tokens: tokens,
            titled: titled,
            span: document.text.scalars(bytes),
            text: document.text.string(bytes),
            kind: kind,
            gender: gender
        )
    }

    /// The end of the run of capitals; small links count only between capitals, "of" only in names of offices.
    private func endOfRun(_ start: Int) -> Int {
        var end = start + 1
        while end < sentence.upperBound {
            if isCapital(end) {
                if has(end, .commonName), !isDemonym(end) { break }
                end += 1
            } else if isMark(end, "-"), end + 1 < sentence.upperBound, isGlued(end), isGlued(end + 1),
                isCapital(end + 1)
            {
                end += 2
            } else if isMark(end, "."), isGlued(end), document.tokens[end - 1].bytes.count <= 3, isCapital(end + 1) {
                end += 1
            } else if isMark(end, "&"), isCapital(end + 1) {
                end += 2
            } else if has(end, .link), isLinkHere(start, end) {
                end += linkLength(end)
            } else {
                break
            }
        }
        return end
    }

    private func linkLength(_ index: Int) -> Int { isMark(index + 1, "-") ? 2 : isCapital(index + 1) ? 1 : 2 }

    /// Whether a small word joins two parts of a name: "Ministry of the Interior", "Osama bin Laden".
    private func isLinkHere(_ start: Int, _ index: Int) -> Bool {
        let form = document.form(index).lowercased()
        if form == "and" || form == "the" { return false }
        if form == "of" || form == "for" {
            let isOffice = (start..<index).contains { has($0, .organisation) || has($0, .group) || has($0, .place) }
            let next =
                index + 1 < sentence.upperBound && document.form(index + 1).lowercased() == "the"
                ? index + 2 : index + 1
            return isOffice && isCapital(next) && !has(next, .weekday)
        }
        return isCapital(index + 1) || isMark(index + 1, "-") && isCapital(index + 2)
    }

    /// What the words of the name and beside it make of it.
    private func kind(_ tokens: Range<Int>, titled: Range<Int>) -> (Name.Kind, Name.Gender?) {
        var gender: Name.Gender?
        for token in titled { gender = gender ?? self.gender(token, .title) }
        if tokens.contains(where: { has($0, .group) }),
            tokens.count > 1 || !tokens.contains(where: { has($0, .organisation) })
        {
            return (.group, nil)
        }
        if tokens.contains(where: { has($0, .organisation) }) { return (.organisation, nil) }
        if tokens.count > 1, tokens.contains(where: { has($0, .place) }) { return (.place, nil) }
        let given = self.gender(tokens.lowerBound, .given)
        if !titled.isEmpty, titled.contains(where: { isPersonTitle($0) }) { return (.person, gender ?? given) }
        if has(tokens.lowerBound, .given), tokens.count > 1 { return (.person, given) }
        if isAcronym(tokens) { return (.organisation, nil) }
        let isInPlace = tokens.lowerBound > sentence.lowerBound && isPlacePreposition(tokens.lowerBound - 1)
        if isFollowedBySpeech(tokens.upperBound), tokens.count <= 3, !isInPlace { return (.person, given) }
        if (2...3).contains(tokens.count), isFollowedByOffice(tokens.upperBound) { return (.person, given) }
        if tokens.count == 2 || tokens.count == 3, isAge(tokens.upperBound) { return (.person, given) }
        if isInPlace, tokens.count <= 2 { return (.place, nil) }
        return (.unknown, given)
    }

    private func isPersonTitle(_ token: Int) -> Bool { has(token, .title) }

    private func isFollowedBySpeech(_ token: Int) -> Bool { token < sentence.upperBound && has(token, .say) }

    /// ", a mediator" or ", the governor of" behind a name.
    private func isFollowedByOffice(_ token: Int) -> Bool {
        guard isMark(token, ","), token + 2 < sentence.upperBound,
            ["a", "an", "the"].contains(document.form(token + 1).lowercased())
        else { return false }
        return (token + 2..<min(token + 5, sentence.upperBound)).contains {
            (has($0, .title) || has($0, .person) || has($0, .speaker)) && !isCapital($0)
        }
    }

    /// ", 32," behind a name.
    private func isAge(_ token: Int) -> Bool {
        guard isMark(token, ","), token + 2 < sentence.upperBound, isMark(token + 2, ",") else { return false }
        let atom = atoms.items[Int(atoms.firstOfToken[token + 1])]
        return atom.kind == .number && atom.number > 0 && atom.number < 110
    }

    private func isPlacePreposition(_ token: Int) -> Bool {
        ["in", "at", "near", "from", "into", "outside"].contains(document.form(token).lowercased())
    }

    private func isAcronym(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1 else { return false }
        let bytes = document.text.utf8[document.tokens[tokens.lowerBound].bytes]
        return bytes.count >= 2 && bytes.count <= 6 && bytes.allSatisfy { $0.isUpper }
    }

    /// Whether a single word begins its sentence and stands in lower case elsewhere or is a word that texts abound in.
    private func isCommonAtStart(_ token: Int) -> Bool {
        let atom = atoms.items[Int(atoms.firstOfToken[token])]
        if atom.word != 0 { return !has(token, .given) && !has(token, .group) && !has(token, .organisation) }
        let tag = document.tokens[token].tag
        if !tag.isEmpty { return !tag.hasPrefix("NNP") }
        return !isMark(token + 1, "'")
    }

    private func gender(_ token: Int, _ role: WordRole) -> Name.Gender? {
        switch vocabulary.text(word(token), role) {
        case "m": .male
        case "f": .female
        default: nil
        }
    }

    private func isInitialOnly(_ token: Int) -> Bool { document.tokens[token].bytes.count == 1 }

    /// Whether a common word with a capital letter may begin a name: "Israeli Air Force".
    private func isDemonym(_ token: Int) -> Bool {
        let tag = document.tokens[token].tag
        let form = document.form(token)
        return form.count > 4 && tag != "DT" && tag != "IN"
            && (form.hasSuffix("n") || form.hasSuffix("i") || form.hasSuffix("ese") || form.hasSuffix("ish")
                || form.hasSuffix("ic"))
    }

    private func word(_ token: Int) -> Int32 {
        sentence.contains(token) ? atoms.items[Int(atoms.firstOfToken[token])].word : 0
    }

    private func has(_ token: Int, _ role: WordRole) -> Bool { vocabulary.has(word(token), role) }

    private func isCapital(_ token: Int) -> Bool {
        sentence.contains(token) && document.text.utf8[document.tokens[token].bytes.lowerBound].isUpper
    }

    private func isMark(_ token: Int, _ mark: Character) -> Bool {
        sentence.contains(token) && document.tokens[token].bytes.count == 1
            && document.text.utf8[document.tokens[token].bytes.lowerBound] == mark.asciiValue
    }

    private func isGlued(_ token: Int) -> Bool {
        token > sentence.lowerBound
            && document.tokens[token - 1].bytes.upperBound == document.tokens[token].bytes.lowerBound
    }
}
