// One entry being written: what each key does to it. Nothing here knows of a terminal.

/// The state of one entry from its first key to its last.
struct EditingSession {
    /// What a key led to.
    enum Outcome: Equatable {
        /// The entry goes on, and the screen must show it.
        case edited
        /// The key could do nothing.
        case refused
        case submitted
        case interrupted
        case endOfInput
        case clearScreen
        case suspend
        case openEditor
    }

    private(set) var buffer = EditBuffer()
    private(set) var search: HistorySearch?
    /// The candidates listed under the entry.
    private(set) var menu: CompletionMenu?
    /// What could follow the text, out of the history.
    private(set) var suggestion: String?

    private let rules: Assistance
    private let prompts: [String]
    private var suggesting: HistorySuggestion
    private var undo = UndoStack()
    private var kills: KillRing
    private var browsing: HistoryBrowsing
    private var lastKey = LastKey.other
    /// The column that up and down keep to across shorter lines.
    private var column: Int?

    private enum LastKey: Equatable {
        case kill
        case yank(Range<Int>)
        /// Ctrl-X, which waits for a second key.
        case controlX
        case other
    }

    /// The rules are the caller's; lines that begin with one of the prompts are pasted without it.
    init(history: [String], rules: Assistance, kills: KillRing, prompts: [String] = []) {
        self.rules = rules
        self.kills = kills
        self.prompts = prompts
        browsing = HistoryBrowsing(entries: history)
        suggesting = HistorySuggestion(entries: history)
    }

    /// How the text looks; nothing where the caller wants no looks.
    var highlights: [Highlight] {
        guard let highlight = rules.highlight else { return [] }
        var highlights = highlight(buffer.text)
        let prose = highlights.filter(\.isProse).map(\.range)
        if let pair = BracketPair(buffer.characters, cursor: buffer.cursor, prose: prose) {
            highlights += [pair.open, pair.close].map { Highlight($0..<$0 + 1, look: "1;4") }
        }
        return highlights
    }

    /// Puts a text that was changed elsewhere in the place of the buffer.
    mutating func replaceText(_ text: String) {
        undo.note(buffer, .other)
        buffer = EditBuffer(text)
    }

    /// What was cut, to be handed to the next entry.
    var keptKills: KillRing { kills }

    /// Does what a key asks for.
    mutating func handle(_ key: Key) -> Outcome {
        let suggested = suggestion
        suggestion = nil
        let outcome = handle(key, suggested: suggested)
        let isTyping = search == nil && menu == nil && rules.highlight != nil
        if outcome == .edited || outcome == .refused, isTyping, buffer.cursor == buffer.characters.count {
            suggestion = suggesting.rest(after: buffer.text)
        }
        return outcome
    }

    private mutating func handle(_ key: Key, suggested: String?) -> Outcome {
        if search != nil, let outcome = handleInSearch(key) { return outcome }
        if menu != nil, let outcome = handleInMenu(key) { return outcome }
        if let suggested, let outcome = take(suggested, key) { return outcome }
        let previous = lastKey
        lastKey = .other
        if previous == .controlX { return afterControlX(key) }
        if key != .up, key != .down, key != .control("p"), key != .control("n") { column = nil }
        switch key {
        case .text(let text): return type(text)
        case .paste(let text):
            let text = PastedText.withoutPrompts(text, prompts: prompts)
            return change { $0.insert(text) }
        case .enter: return enter()
        case .newline: return breakLine()
        case .tab: return complete()
        case .backspace, .control("h"): return erase(buffer.cursor - 1..<buffer.cursor)
        case .delete: return erase(buffer.cursor..<buffer.cursor + 1)
        case .altBackspace: return kill(buffer.previousWord..<buffer.cursor, after: previous)
        case .control(let sign): return control(sign, after: previous)
        case .alt(let sign): return alt(sign, after: previous)
        case .up: return up()
        case .down: return down()
        case .escape, .backTab, .pageUp, .pageDown, .unknown: return .refused
        case .left, .right, .wordLeft, .wordRight, .home, .end, .textStart, .textEnd: return move(key)
        }
    }

    private mutating func control(_ sign: Character, after previous: LastKey) -> Outcome {
        switch sign {
        case "a": return move(.home)
        case "b": return move(.left)
        case "c":
            buffer.move(to: buffer.characters.count)
            return .interrupted
        case "d": return buffer.isEmpty ? .endOfInput : erase(buffer.cursor..<buffer.cursor + 1)
        case "e": return move(.end)
        case "f": return move(.right)
        case "k":
            // At the end of a line the line break itself is cut, so that repeated presses cut line after line.
            let end = buffer.lineEnd == buffer.cursor ? buffer.cursor + 1 : buffer.lineEnd
            return kill(buffer.cursor..<end, after: previous)
        case "l": return .clearScreen
        case "n": return down()
        case "p": return up()
        case "r", "s":
            search = HistorySearch(entries: browsing.entries, draft: buffer)
            return .edited
        case "t": return change { $0.transpose() }
        case "u": return kill(buffer.lineStart..<buffer.cursor, after: previous)
        case "w": return kill(buffer.previousField..<buffer.cursor, after: previous)
        case "x":
            lastKey = .controlX
            return .edited
        case "y": return yank()
        case "z": return .suspend
        case "_":
            guard let state = undo.back() else { return .refused }
            buffer = state
            return .edited
        default: return .refused
        }
    }

    private mutating func alt(_ sign: Character, after previous: LastKey) -> Outcome {
        switch sign {
        case "b": return move(.wordLeft)
        case "f": return move(.wordRight)
        case "d": return kill(buffer.cursor..<buffer.nextWord, after: previous)
        case "<": return move(.textStart)
        case ">": return move(.textEnd)
        case "y":
            guard case .yank(let range) = previous else { return .refused }
            kills.turn()
            buffer.remove(range)
            return yank()
        default: return .refused
        }
    }
}

// MARK: - What keys do

extension EditingSession {
    private mutating func change(_ body: (inout EditBuffer) -> Void) -> Outcome {
        let before = buffer
        body(&buffer)
        guard buffer != before else { return .refused }
        undo.note(before, .other)
        return .edited
    }

    private mutating func type(_ text: String) -> Outcome {
        // Undo goes back word by word.
        let startsWord = buffer.textBeforeCursor.last?.isWhitespace ?? true
        undo.note(buffer, .typing, joins: !startsWord || text.allSatisfy(\.isWhitespace))
        let wanted = indentation
        buffer.insert(text)
        realign(from: wanted)
        return .edited
    }

    /// The columns that the line is indented by and those that it should be; nil where nobody says.
    private var indentation: (now: Int, wanted: Int)? {
        guard let indentation = rules.indentation, !buffer.isOnFirstLine else { return nil }
        let line = buffer.characters[buffer.lineStart..<buffer.lineEnd]
        let before = String(buffer.characters[..<max(0, buffer.lineStart - 1)])
        return (line.prefix { $0 == " " }.count, indentation(before, String(line)))
    }

    /// Moves the line when a word is typed that closes a block, unless the user has indented it otherwise.
    private mutating func realign(from earlier: (now: Int, wanted: Int)?) {
        guard let earlier, earlier.now == earlier.wanted, let now = indentation, now.now == earlier.now,
            now.wanted < now.now
        else { return }
        let place = buffer.cursor - (now.now - now.wanted)
        buffer.remove(buffer.lineStart..<buffer.lineStart + now.now - now.wanted)
        buffer.move(to: place)
    }

    private mutating func breakLine() -> Outcome {
        let indent = rules.indentation?(buffer.textBeforeCursor, "") ?? 0
        return change { $0.insert("\n" + String(repeating: " ", count: indent)) }
    }

    private mutating func afterControlX(_ key: Key) -> Outcome {
        switch key {
        case .control("e"): return rules.editExternally == nil ? .refused : .openEditor
        case .control("u"): return control("_", after: .other)
        default: return .refused
        }
    }

    /// Takes over what is suggested, or its first word; nil where the key asks for something else.
    private mutating func take(_ suggested: String, _ key: Key) -> Outcome? {
        switch key {
        case .right, .end, .control("f"), .control("e"): return change { $0.insert(suggested) }
        case .wordRight, .alt("f"):
            var buffer = EditBuffer(suggested)
            buffer.move(to: 0)
            let word = String(buffer.characters[..<buffer.nextWord])
            return change { $0.insert(word) }
        default: return nil
        }
    }

    private mutating func erase(_ range: Range<Int>) -> Outcome {
        guard range.lowerBound >= 0, range.upperBound <= buffer.characters.count else { return .refused }
        undo.note(buffer, .erasing)
        buffer.remove(range)
        return .edited
    }

    private mutating func kill(_ range: Range<Int>, after previous: LastKey) -> Outcome {
        let isBefore = range.lowerBound < buffer.cursor
        let before = buffer
        let removed = buffer.remove(range)
        lastKey = .kill
        guard !removed.isEmpty else { return .refused }
        undo.note(before, .other)
        kills.keep(removed, joins: previous == .kill, isBefore: isBefore)
        return .edited
    }

    private mutating func yank() -> Outcome {
        guard let text = kills.current else { return .refused }
        let start = buffer.cursor
        let outcome = change { $0.insert(text) }
        lastKey = .yank(start..<buffer.cursor)
        return outcome
    }

    private mutating func move(_ key: Key) -> Outcome {
        let before = buffer.cursor
        switch key {
        case .left: buffer.move(to: buffer.cursor - 1)
        case .right: buffer.move(to: buffer.cursor + 1)
        case .wordLeft: buffer.move(to: buffer.previousWord)
        case .wordRight: buffer.move(to: buffer.nextWord)
        case .home: buffer.move(to: buffer.lineStart)
        case .end: buffer.move(to: buffer.lineEnd)
        case .textStart: buffer.move(to: 0)
        case .textEnd: buffer.move(to: buffer.characters.count)
        default: break
        }
        undo.seal()
        return buffer.cursor == before ? .refused : .edited
    }

    private mutating func up() -> Outcome {
        guard buffer.isOnFirstLine else {
            let column = column ?? buffer.cursor - buffer.lineStart
            self.column = column
            buffer.moveUp(column: column)
            return .edited
        }
        return show(browsing.older(than: buffer.text))
    }

    private mutating func down() -> Outcome {
        guard buffer.isOnLastLine else {
            let column = column ?? buffer.cursor - buffer.lineStart
            self.column = column
            buffer.moveDown(column: column)
            return .edited
        }
        return show(browsing.newer(than: buffer.text))
    }

    private mutating func show(_ entry: String?) -> Outcome {
        guard let entry else { return .refused }
        undo.note(buffer, .other)
        buffer = EditBuffer(entry)
        return .edited
    }

    private mutating func enter() -> Outcome {
        guard !rules.isComplete(buffer.text) else {
            buffer.move(to: buffer.characters.count)
            return .submitted
        }
        return breakLine()
    }

    private mutating func complete() -> Outcome {
        let offer = rules.complete(buffer.text, buffer.cursor)
        guard !offer.candidates.isEmpty else {
            // At the start of a line Tab indents.
            let isIndent = buffer.characters[buffer.lineStart..<buffer.cursor].allSatisfy(\.isWhitespace)
            return isIndent ? change { $0.insert("  ") } : .refused
        }
        let start = max(0, buffer.cursor - offer.replacedCount)
        let common = offer.commonPrefix
        let typed = String(buffer.characters[start..<buffer.cursor])
        // What all candidates share takes the place of what was typed only where it goes on from it.
        let goesOn = common.count > typed.count && common.lowercased().hasPrefix(typed.lowercased())
        if goesOn || offer.candidates.count == 1 {
            let range = start..<buffer.cursor
            return change { $0.replace(range, with: common) }
        }
        menu = CompletionMenu(candidates: offer.candidates, start: start, end: buffer.cursor)
        return .edited
    }

    /// What a key does while candidates are listed; nil where it closes the list and then does its own work.
    private mutating func handleInMenu(_ key: Key) -> Outcome? {
        guard var current = menu else { return nil }
        switch key {
        case .tab: current.turn(by: 1)
        case .backTab: current.turn(by: -1)
        case .enter where current.selected != nil, .escape:
            menu = nil
            return .edited
        default:
            menu = nil
            return nil
        }
        guard let candidate = current.candidate else { return .refused }
        if current.isFirstTurn { undo.note(buffer, .other) }
        buffer.replace(current.start..<current.end, with: candidate.text)
        current.end = buffer.cursor
        menu = current
        return .edited
    }

    // MARK: - Search

    /// What a key does while history is searched; nil where it ends the search and then does its own work.
    private mutating func handleInSearch(_ key: Key) -> Outcome? {
        guard var current = search else { return nil }
        let found: Bool
        switch key {
        case .text(let text), .paste(let text): found = current.extend(by: text)
        case .backspace, .control("h"): found = current.shorten()
        case .control("r"), .up: found = current.older()
        case .control("s"), .down: found = current.newer()
        case .control("g"), .control("c"):
            buffer = current.draft
            search = nil
            return .edited
        default:
            undo.note(current.draft, .other)
            search = nil
            return key == .escape || key == .tab ? .edited : nil
        }
        search = current
        if let match = current.match {
            buffer = EditBuffer(match.entry)
            buffer.move(to: match.place)
        } else if current.query.isEmpty {
            buffer = current.draft
        }
        return found ? .edited : .refused
    }
}
