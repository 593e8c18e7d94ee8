// What a rule amounts to, as a hash: it changes when what the rule does may change, and not with its looks.
import EventModel

/// Hashes of rules.
public enum RuleContent {
    /// The SHA-256 of each rule of a pack, by its id; nothing of the pack is run.
    ///
    /// Hashed are the words of the rule's file without comments and layout, without the other rules of the file, and
    /// without the rule's examples; where the file requires modules, the words of all modules too. A rule whose name is
    /// worked out by a program, and not written as text, is not found.
    public static func hashes(of pack: String, in files: [RuleFile]) -> [String: String] {
        let modules = files.filter { if case .module = $0.role { true } else { false } }
            .sorted { $0.path < $1.path }
            .flatMap { words($0) }
        var hashes: [String: String] = [:]
        for file in files where file.role == .rules {
            let words = words(file)
            let shared = words.contains { $0.kind == .name && $0.value == "require" } ? modules : []
            for name in Set(words.indices.compactMap { ruleName(words, $0) }) {
                let id = "\(pack)/\(name)"
                hashes[id] = hash(id, kept(words, rule: name) + shared)
            }
        }
        return hashes
    }

    private static func words(_ file: RuleFile) -> [LuaWord] {
        LuaScanner.words(String(decoding: file.bytes, as: UTF8.self))
    }

    private static func hash(_ id: String, _ words: [LuaWord]) -> String {
        var message = Array(id.utf8)
        for word in words {
            // A text may hold anything: its length tells where it ends.
            message += Array("\n\(word.kind) \(word.value.utf8.count) \(word.value)".utf8)
        }
        return Digest.sha256(message)
    }

    /// The words of a file without other rules and without the rule's own examples.
    private static func kept(_ words: [LuaWord], rule: String) -> [LuaWord] {
        var kept: [LuaWord] = []
        var place = 0
        while place < words.count {
            guard let name = ruleName(words, place), let opening = nextBrace(words, place) else {
                kept.append(words[place])
                place += 1
                continue
            }
            let end = closing(words, opening)
            if name == rule { kept += withoutExamples(Array(words[place..<end])) }
            place = end
        }
        return kept
    }

    private static func withoutExamples(_ words: [LuaWord]) -> [LuaWord] {
        var kept: [LuaWord] = []
        var place = 0
        var depth = 0
        while place < words.count {
            let word = words[place]
            let isExamples = depth == 1 && word.kind == .name && ["fires", "silent"].contains(word.value)
            if isExamples, place + 2 < words.count, words[place + 1].value == "=", words[place + 2].value == "{" {
                place = closing(words, place + 2)
                if place < words.count, words[place].value == "," { place += 1 }
                continue
            }
            if word.kind == .symbol { depth += word.value == "{" ? 1 : word.value == "}" ? -1 : 0 }
            kept.append(word)
            place += 1
        }
        return kept
    }

    /// The name where `rule "name"` begins, with or without brackets.
    private static func ruleName(_ words: [LuaWord], _ place: Int) -> String? {
        guard words[place].kind == .name, words[place].value == "rule" else { return nil }
        let next = place + 1 < words.count && words[place + 1].value == "(" ? place + 2 : place + 1
        guard next < words.count, words[next].kind == .text else { return nil }
        return words[next].value
    }

    private static func nextBrace(_ words: [LuaWord], _ place: Int) -> Int? {
        (place..<min(place + 6, words.count)).first { words[$0].kind == .symbol && words[$0].value == "{" }
    }

    /// The place behind the brace that closes the one at a place.
    private static func closing(_ words: [LuaWord], _ opening: Int) -> Int {
        var depth = 0
        for place in opening..<words.count where words[place].kind == .symbol {
            if words[place].value == "{" { depth += 1 }
            if words[place].value == "}" {
                depth -= 1
                if depth == 0 { return place + 1 }
            }
        }
        return words.count
    }
}
