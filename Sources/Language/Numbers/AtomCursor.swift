// Questions that the grammars ask of the atoms of one sentence; outside of it every answer is no.

/// The atoms of one sentence, asked by index.
struct AtomCursor {
    let bytes: [UInt8]
    let items: [Atom]
    let vocabulary: Vocabulary
    /// The sentence.
    var range: Range<Int>

    /// Whether the atom at an index is this word.
    func `is`(_ index: Int, _ keyword: Keyword) -> Bool {
        range.contains(index) && items[index].word == keyword.id
    }

    /// Whether the atom at an index is one of these words.
    func isAny(_ index: Int, _ keywords: Keyword...) -> Bool {
        guard range.contains(index) else { return false }
        let word = items[index].word
        return word != 0 && keywords.contains { $0.id == word }
    }

    /// Whether the atom at an index is this mark.
    func isMark(_ index: Int, _ mark: Character) -> Bool {
        range.contains(index) && items[index].kind == .mark && items[index].mark == mark.asciiValue
    }

    /// Whether the atom at an index is a mark and follows without a space.
    func isGluedMark(_ index: Int, _ mark: Character) -> Bool { isMark(index, mark) && items[index].isGlued }

    /// Whether the word at an index has a role.
    func has(_ index: Int, _ role: WordRole) -> Bool {
        range.contains(index) && vocabulary.has(items[index].word, role)
    }

    /// The number of the word at an index in a role.
    func value(_ index: Int, _ role: WordRole) -> Int? {
        range.contains(index) ? vocabulary.value(items[index].word, role) : nil
    }

    /// What the files say of the word at an index in a role.
    func text(_ index: Int, _ role: WordRole) -> String? {
        range.contains(index) ? vocabulary.text(items[index].word, role) : nil
    }

    /// The number written in digits at an index.
    func number(_ index: Int) -> Double? {
        range.contains(index) && items[index].kind == .number ? items[index].number : nil
    }

    /// The whole number of so many digits at an index.
    func digits(_ index: Int, _ count: ClosedRange<Int>) -> Int? {
        guard range.contains(index), items[index].kind == .number, count.contains(Int(items[index].digits)) else {
            return nil
        }
        return Int(items[index].number)
    }

    /// Whether the atom follows the one before without a space.
    func isGlued(_ index: Int) -> Bool { range.contains(index) && items[index].isGlued }

    /// Whether a word with a capital letter stands at an index.
    func isCapital(_ index: Int) -> Bool { range.contains(index) && items[index].isCapital }

    /// The calendar unit at an index and whether it is a plural.
    func unit(_ index: Int) -> (unit: CalendarUnit, plural: Bool)? {
        if let text = text(index, .unit) { return CalendarUnit(rawValue: text).map { ($0, false) } }
        if let text = text(index, .units) { return CalendarUnit(rawValue: text).map { ($0, true) } }
        return nil
    }
}
