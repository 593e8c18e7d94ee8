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
    }

    /// What the caller decides.
    struct Rules {
        var isComplete: (String) -> Bool = { _ in true }
        var complete: (_ text: String, _ cursor: Int) -> Completion = { _, _ in .none }
    }

    private(set) var buffer = EditBuffer()
    private(set) var search: HistorySearch?
    /// The candidates listed under the entry.
    private(set) var listed: [Completion.Candidate] = []

    private let rules: Rules
    private var undo = UndoStack()
    private var kills: KillRing
    private var browsing: HistoryBrowsing
    private var lastKey = LastKey.other
    /// The column that up and down keep to across shorter lines.
    private var column: Int?

    private enum LastKey: Equatable {
        case kill
        case yank(Range<Int>)
        case other
    }

    init(history: [String], rules: Rules, kills: KillRing) {
        self.rules = rules
        self.kills = kills
        browsing = HistoryBrowsing(entries: history)
    }

    /// What was cut, to be handed to the next entry.
    var keptKills: KillRing { kills }

    /// Does what a key asks for.
    mutating func handle(_ key: Key) -> Outcome {
        listed = []
        if search != nil, let outcome = handleInSearch(key) { return outcome }
        let previous = lastKey
        lastKey = .other
        if key != .up, key != .down, key != .control("p"), key != .control("n") { column = nil }
        switch key {
        case .text(let text): return type(text)
        case .paste(let text): return change { $0.insert(text) }
        case .enter: return enter()
        case .newline: return change { $0.insert("\n") }
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
        buffer.insert(text)
        return .edited
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
        return change { $0.insert("\n") }
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
        if common.count > buffer.cursor - start || offer.candidates.count == 1 {
            let range = start..<buffer.cursor
            return change { $0.replace(range, with: common) }
        }
        listed = offer.candidates
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
