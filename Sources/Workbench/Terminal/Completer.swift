// What could stand where the cursor is: commands, paths, Lua names, methods and fields.
import Foundation
import LineEditor
import LuaRuntime

/// Completes entries of a session.
struct Completer {
    let session: Session

    /// The candidates for the word before the cursor.
    func complete(_ text: String, cursor: Int) -> Completion {
        let before = String(text.prefix(cursor))
        if before.hasPrefix("."), !before.contains(" ") {
            return completion(of: before, among: Command.all.map { "." + $0.name })
        }
        if before.hasPrefix(".load "), let word = before.split(separator: " ", omittingEmptySubsequences: false).last {
            return paths(String(word))
        }
        let word = String(before.reversed().prefix { $0.isLetter || $0.isNumber || "_.:".contains($0) }.reversed())
        guard !word.isEmpty else { return .none }
        guard let mark = word.lastIndex(where: { $0 == "." || $0 == ":" }) else {
            return completion(of: word, among: (try? session.vm.names(in: "")) ?? [])
        }
        let owner = String(word[..<mark])
        let names = word[mark] == ":" ? methods(of: owner) : fields(of: owner)
        return completion(of: word, among: names.map { "\(owner)\(word[mark])\($0)" })
    }

    private func methods(of owner: String) -> [String] {
        members(of: owner) { $0.methods }
    }

    private func fields(of owner: String) -> [String] {
        let names = (try? session.vm.names(in: owner)) ?? []
        return names + members(of: owner) { $0.properties }
    }

    // The type of a live value decides; names of types are those of the globals that hold them (`events`, `alerts`).
    private func members(of owner: String, _ list: (LuaType) -> [LuaFunction]) -> [String] {
        guard let value = try? session.vm.global(owner, showing: true) else { return [] }
        let types = session.vm.registry.libraries.flatMap(\.types)
        return types.first { $0.name == value.typeName }.map { list($0).map(\.name) } ?? []
    }

    private func paths(_ word: String) -> Completion {
        let folder = word.contains("/") ? String(word[...(word.lastIndex(of: "/") ?? word.startIndex)]) : ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return completion(of: word, among: names.filter { !$0.hasPrefix(".") }.map { folder + $0 })
    }

    private func completion(of word: String, among names: [String]) -> Completion {
        let fitting = Set(names.filter { $0.hasPrefix(word) }).sorted()
        return Completion(replacedCount: word.count, candidates: fitting.map { Completion.Candidate($0) })
    }
}
