// The words that times, numbers, counts and quotes hinge on, read from data files and found by their bytes.

/// Words with the roles that the data files give them.
public struct Vocabulary: Sendable {
    /// A role of one word, with what the file says of it.
    struct Entry {
        var word: Int32
        var role: WordRole
        var value: Int32
        var text: String
    }

    /// Ids by their hashes, with bits of the hash by which most other words are told apart; 0 is empty.
    private var slots: [(check: UInt32, id: Int32)] = []
    private var keys: [[UInt8]] = [[]]
    private var entries: [Entry] = []
    /// The range of `entries` for each word.
    private var firstEntry: [Int32] = []
    /// A bit for each role that a word has.
    private var roleBits: [UInt64] = []

    /// The vocabulary of these data files, in any order.
    ///
    /// Each line holds a role, its value and the words that have it, with tabs between; `#` begins a comment.
    /// A line with an unknown role is an error.
    public init(files: [[UInt8]]) throws(LanguageError) {
        var ids: [[UInt8]: Int32] = [:]
        for keyword in Keyword.allCases {
            keys.append(Array("\(keyword)".utf8))
            ids[keys[keys.count - 1]] = keyword.id
        }
        for file in files {
            for (number, line) in file.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
                if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
                let columns = line.split(separator: 9).map { String(decoding: $0, as: UTF8.self) }
                guard columns.count == 3, let role = WordRole(name: columns[0]) else {
                    throw LanguageError(
                        code: .wordList,
                        message: "no such entry: \(String(decoding: line, as: UTF8.self))",
                        location: "line \(number + 1)",
                        hint: "a line holds a role, a value and words, with tabs between"
                    )
                }
                for word in columns[2].split(separator: " ") {
                    let key = word.utf8.filter { $0 != UInt8(ascii: ".") }.map(\.lowercased)
                    let id = ids[key] ?? Int32(keys.count)
                    if ids[key] == nil {
                        ids[key] = id
                        keys.append(key)
                    }
                    entries.append(Entry(word: id, role: role, value: Int32(columns[1]) ?? 0, text: columns[1]))
                }
            }
        }
        entries.sort { ($0.word, $0.role.rawValue) < ($1.word, $1.role.rawValue) }
        index()
    }

    private mutating func index() {
        firstEntry = Array(repeating: 0, count: keys.count + 1)
        roleBits = Array(repeating: 0, count: keys.count + 1)
        for entry in entries {
            firstEntry[Int(entry.word) + 1] += 1
            roleBits[Int(entry.word)] |= 1 << UInt64(entry.role.rawValue)
        }
        for word in 1..<firstEntry.count { firstEntry[word] += firstEntry[word - 1] }
        var size = 64
        while size < keys.count * 3 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        for id in keys.indices.dropFirst() {
            let hash = keys[id].withUnsafeBufferPointer { Self.hash($0, 0..<$0.count) }
            var slot = hash & (size - 1)
            while slots[slot].id != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (UInt32(truncatingIfNeeded: hash >> 16), Int32(id))
        }
    }

    /// FNV-1a over the letters in lower case; points do not count, so "p.m." and "pm" are one word.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for at in range where bytes[at] != UInt8(ascii: ".") {
            hash = (hash ^ UInt64(bytes[at].lowercased)) &* 1_099_511_628_211
        }
        return Int(truncatingIfNeeded: hash ^ (hash >> 29))
    }

    /// The id of the word at these bytes, or 0.
    func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
        let hash = Self.hash(bytes, range)
        let check = UInt32(truncatingIfNeeded: hash >> 16)
        var slot = hash & (slots.count - 1)
        while slots[slot].id != 0 {
            if slots[slot].check == check, matches(keys[Int(slots[slot].id)], bytes, range) { return slots[slot].id }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    private func matches(_ key: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var at = 0
        for index in range where bytes[index] != UInt8(ascii: ".") {
            guard at < key.count, key[at] == bytes[index].lowercased else { return false }
            at += 1
        }
        return at == key.count
    }

    /// The number that the files give a word in a role, or nil where it has no such role.
    func value(_ word: Int32, _ role: WordRole) -> Int? { entry(word, role).map { Int($0.value) } }

    /// What the files give a word in a role, or nil where it has no such role.
    func text(_ word: Int32, _ role: WordRole) -> String? { entry(word, role)?.text }

    /// Whether a word has a role.
    func has(_ word: Int32, _ role: WordRole) -> Bool { roleBits[Int(word)] & (1 << UInt64(role.rawValue)) != 0 }

    /// Whether the files give a word any role.
    func hasRole(_ word: Int32) -> Bool { roleBits[Int(word)] != 0 }

    /// Whether a word can be a part of a time expression that holds no digits.
    func isTime(_ word: Int32) -> Bool { roleBits[Int(word)] & Self.timeRoles != 0 }

    /// Whether a word may ascribe something to somebody.
    func isOfSpeech(_ word: Int32) -> Bool {
        roleBits[Int(word)] & Self.speechRoles != 0 || word == Keyword.according.id
    }

    private static let speechRoles = bits([.say, .stance, .claim, .sayNoun, .opinion])

    /// Whether a word says what befell people.
    func isCue(_ word: Int32) -> Bool { roleBits[Int(word)] & Self.cueRoles != 0 }

    private static let cueRoles = bits([.harm, .harming, .harmed, .suffer, .state, .toll])
    private static let timeRoles = bits([
        .month, .weekday, .weekdays, .unit, .units, .part, .season, .seasons, .clock, .deictic, .set, .fixed, .nth,
        .years, .digit, .tens,
    ])

    private static func bits(_ roles: [WordRole]) -> UInt64 {
        roles.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    private func entry(_ word: Int32, _ role: WordRole) -> Entry? {
        guard has(word, role) else { return nil }
        let range = Int(firstEntry[Int(word)])..<Int(firstEntry[Int(word) + 1])
        return entries[range].first { $0.role == role }
    }
}
