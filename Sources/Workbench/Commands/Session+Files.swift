// The commands that read, write and change files, and those that say how answers are printed.
import EventModel
import Foundation
import LuaRuntime
import Rendering

extension Session {
    /// Runs a file: as one Lua text, or entry by entry where it has commands.
    func read(_ words: [String]) throws -> Reply {
        guard let path = words.first else { return .error(".read needs a file") }
        guard let data = FileManager.default.contents(atPath: path) else { return .error("\(path) cannot be read") }
        let text = String(decoding: data, as: UTF8.self)
        guard text.split(separator: "\n").contains(where: { $0.hasPrefix(".") || $0.hasPrefix("?") }) else {
            try run(text, chunk: path)
            return .nothing
        }
        var reader = EntryReader(text)
        var lines: [String] = []
        while let entry = reader.next(self), !isStopped {
            let reply = enter(entry)
            if !reply.text.isEmpty { lines.append(reply.text) }
            if reply.isError { return .error(lines.joined(separator: "\n")) }
            if reply.isEnd { return .end }
        }
        return .text(lines.joined(separator: "\n"))
    }

    /// Saves articles and events as JSON lines behind a line that says so.
    func save(_ words: [String]) throws -> Reply {
        guard let path = words.first else { return .error(".save needs a file") }
        let contents = state.current
        try Delivery.write(
            SavedSession(articles: contents.articles, events: contents.coded).text,
            to: path,
            appends: false
        )
        let counts = "\(counted(contents.articles.count, "article")), \(counted(contents.coded.count, "event"))"
        return .text("\(counts) saved to \(path)")
    }

    /// Opens the last entry, a rule's file or any file in the editor; an entry runs when it comes back.
    func edit(_ words: [String]) throws -> Reply {
        if let word = words.first {
            let rules = state.current.packs.flatMap(\.rules)
            let path = rules.first { $0.id == word || $0.name == word }?.location.file ?? word
            guard let data = FileManager.default.contents(atPath: path) else { return .error("\(path) cannot be read") }
            let before = String(decoding: data, as: UTF8.self)
            guard let text = edit(before) else { return .error("no editor ran; set EDITOR to one") }
            guard text != before else { return .text("nothing changed") }
            try Delivery.write(text, to: path, appends: false)
            return .text(news() ?? "\(path) saved")
        }
        let last = state.log.dropLast().last { !$0.hasPrefix(".edit") } ?? ""
        guard let text = edit(last) else { return .error("no editor ran; set EDITOR to one") }
        guard text.trimmingWhiteSpace != last.trimmingWhiteSpace else { return .text("nothing changed") }
        // The inner entry has printed its values.
        var reply = enter(text)
        reply.values = []
        return reply
    }

    /// The last entries, or those that hold a word.
    func history(_ words: [String]) -> Reply {
        let entries = Array(state.log.dropLast().enumerated())
        let count = words.first.flatMap { Int($0) }
        var shown = entries
        if let word = words.first, count == nil { shown = entries.filter { $0.element.contains(word) } }
        let lines = shown.suffix(count ?? 20).map { index, entry in
            let number = String(index + 1)
            let margin = String(repeating: " ", count: max(0, 5 - number.count))
            return "\(margin)\(number)  " + entry.replacing("\n", with: "\n       ")
        }
        return .text(lines.isEmpty ? "no entries" : lines.joined(separator: "\n"))
    }

    /// The calls that were open when the last error came.
    func trace() -> Reply {
        guard let error = state.lastError else { return .text("no error so far") }
        let calls = error.traceback
        return .text(calls.isEmpty ? "no calls were open: \(error.message)" : calls)
    }

    // MARK: - Printing

    /// Sets how lists are printed, or says it.
    func mode(_ words: [String]) throws -> Reply {
        guard let word = words.first else { return .text(state.printing.mode.rawValue) }
        guard let mode = OutputMode(rawValue: word) else {
            return .error(
                "a mode is one of \(OutputMode.allCases.map(\.rawValue).joined(separator: ", ")), not '\(word)'"
            )
        }
        state.set { $0.mode = mode }
        return .nothing
    }

    /// The last answer with all its rows.
    func page() throws -> Reply {
        guard let value = try? vm.global("_", showing: true), value != .nil else { return .error("no answer so far") }
        var whole = look
        whole.rowCountMax = .max
        let printer = ValuePrinter(vm: vm, look: whole, mode: state.printing.mode)
        return Reply(text: printer.text(value), isPaged: true)
    }

    /// Sends the answers that follow, or the next one, to a file.
    func redirect(_ words: [String], isOnce: Bool) -> Reply {
        guard let path = words.first else {
            if isOnce { return .error(".once needs a file") }
            state.set { $0.output = nil }
            return .nothing
        }
        do {
            // An answer adds to the file, so that it begins empty: what stood in it was from another time.
            try Delivery.write("", to: path, appends: false)
        } catch {
            return failure(error)
        }
        state.set { settings in
            if isOnce { settings.once = path } else { settings.output = path }
        }
        return .nothing
    }

    /// Turns the time after each answer on or off.
    func timer(_ words: [String]) -> Reply {
        guard let word = words.first, ["on", "off"].contains(word) else { return .error(".timer is on or off") }
        state.set { $0.isTimed = word == "on" }
        return .nothing
    }
}
