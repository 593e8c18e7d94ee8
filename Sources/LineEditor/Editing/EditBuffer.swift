// The text being edited and the place in it, in characters as people count them.

/// A text with a cursor.
struct EditBuffer: Equatable {
    /// The characters of the text.
    private(set) var characters: [Character] = []
    /// The number of characters before the cursor.
    private(set) var cursor = 0

    init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    var text: String { String(characters) }
    var isEmpty: Bool { characters.isEmpty }
    var textBeforeCursor: String { String(characters[..<cursor]) }

    // MARK: - Changes

    /// Puts a text at the cursor; a combining mark joins the character before it.
    mutating func insert(_ inserted: String) {
        let start = max(0, cursor - 1)
        let end = min(characters.count, cursor + 1)
        let before = String(characters[start..<cursor]) + inserted
        let joined = Array(before + String(characters[cursor..<end]))
        characters.replaceSubrange(start..<end, with: joined)
        cursor = min(start + before.count, characters.count)
    }

    /// Takes out a range and gives it; the cursor stays with its text.
    @discardableResult
    mutating func remove(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<characters.count)
        let removed = String(characters[range])
        characters.removeSubrange(range)
        if cursor > range.lowerBound { cursor = max(range.lowerBound, cursor - range.count) }
        return removed
    }

    /// Puts a text in the place of a range, the cursor after it.
    mutating func replace(_ range: Range<Int>, with replacement: String) {
        remove(range)
        cursor = range.clamped(to: 0..<max(characters.count, range.lowerBound)).lowerBound
        insert(replacement)
    }

    /// Swaps the characters around the cursor, or the last two at the end of a line.
    mutating func transpose() {
        let right = cursor == lineEnd ? cursor - 1 : cursor
        guard right - 1 >= lineStart, right < characters.count else { return }
        characters.swapAt(right - 1, right)
        cursor = right + 1
    }

    // MARK: - Places

    /// The place of the line's first character.
    var lineStart: Int { (characters[..<cursor].lastIndex(where: \.isNewline) ?? -1) + 1 }
    /// The place after the line's last character.
    var lineEnd: Int { characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count }
    var isOnFirstLine: Bool { lineStart == 0 }
    var isOnLastLine: Bool { lineEnd == characters.count }

    /// The place where the word before the cursor begins.
    var previousWord: Int {
        var place = cursor
        while place > 0, !characters[place - 1].isWordPart { place -= 1 }
        while place > 0, characters[place - 1].isWordPart { place -= 1 }
        return place
    }

    /// The place where the word after the cursor ends.
    var nextWord: Int {
        var place = cursor
        while place < characters.count, !characters[place].isWordPart { place += 1 }
        while place < characters.count, characters[place].isWordPart { place += 1 }
        return place
    }

    /// The place where what stands between white space before the cursor begins.
    var previousField: Int {
        var place = cursor
        while place > 0, characters[place - 1].isWhitespace { place -= 1 }
        while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
        return place
    }

    /// Moves the cursor, as far as there is text.
    mutating func move(to place: Int) {
        cursor = min(max(place, 0), characters.count)
    }

    /// Moves to the line above, to the column asked for or the line's end.
    mutating func moveUp(column: Int) {
        guard !isOnFirstLine else { return }
        cursor = lineStart - 1
        cursor = min(lineStart + column, cursor)
    }

    /// Moves to the line below, to the column asked for or the line's end.
    mutating func moveDown(column: Int) {
        guard !isOnLastLine else { return }
        cursor = lineEnd + 1
        cursor = min(cursor + column, lineEnd)
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
