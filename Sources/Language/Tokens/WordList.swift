// The words that the tokenizer and the sentence splitter know, from Data/segmentation.txt.

/// Abbreviations, prefixes and contractions, by lower-case form.
struct WordList: Sendable {
    /// What a listed word is.
    enum Kind: UInt8, Sendable {
        /// An abbreviation that a name or a number follows, so that it ends no sentence: `Gen.`.
        case title
        /// An abbreviation that may end a sentence: `Inc.`.
        case abbreviation
        /// An abbreviation after which a capital begins a sentence: `etc.`.
        case closer
        /// An abbreviation only before a number: `No.`.
        case number
        /// A month or a day, which a number follows or which ends a sentence: `Oct.`.
        case calendar
        /// A prefix that stays one token with what follows its hyphen: `anti-`.
        case prefix
        /// A unit that is cut off the number it is glued to: `km`.
        case unit
        /// What the names of files and sites end in: `com`.
        case ending
        /// A word that begins with an apostrophe: `'em`.
        case word
        /// A capitalised word that begins sentences and no name: `The`.
        case opener
        /// A verb that follows a quotation: `said`.
        case saying
        /// A word that is cut in two, with the length of the first part: `can|not`.
        case split

        init?(name: some StringProtocol) {
            switch name {
            case "title": self = .title
            case "abbreviation": self = .abbreviation
            case "number": self = .number
            case "ending": self = .ending
            case "closer": self = .closer
            case "calendar": self = .calendar
            case "prefix": self = .prefix
            case "unit": self = .unit
            case "word": self = .word
            case "opener": self = .opener
            case "saying": self = .saying
            case "split": self = .split
            default: return nil
            }
        }

        var isAbbreviation: Bool { self.rawValue <= Self.calendar.rawValue }
    }

    private struct Entry {
        var kind: Kind
        var first: UInt8
    }

    private var entries: [UInt64: Entry] = [:]

    /// The words of a file of `kind word` lines; `#` begins a comment.
    init(bytes: [UInt8]) throws(LanguageError) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, bytes) in lines.enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            let fields = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let name = fields.first else { continue }
            guard let kind = Kind(name: name), fields.count > 1 else {
                throw LanguageError(
                    code: .wordList,
                    message: "a kind of word and words were expected: \(line)",
                    location: "line \(number + 1)",
                    hint: "the file's first lines explain the kinds"
                )
            }
            for word in fields.dropFirst() {
                let first = kind == .split ? word.utf8.prefix { $0 != UInt8(ascii: "|") }.count : 0
                let form = Array(word.utf8.filter { $0 != UInt8(ascii: "|") })
                let key = form.withUnsafeBufferPointer { Self.key($0, 0, $0.count) }
                entries[key] = Entry(kind: kind, first: UInt8(clamping: first))
            }
        }
    }

    /// What a form is, in any case, or nil.
    func kind(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Kind? {
        guard end - start <= 16 else { return nil }
        return entries[Self.key(bytes, start, end)]?.kind
    }

    /// The bytes of the first part of a word that is cut in two, or nil.
    func cut(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard end - start <= 8, let entry = entries[Self.key(bytes, start, end)], entry.kind == .split else {
            return nil
        }
        return Int(entry.first)
    }

    /// FNV-1a of the form in small ASCII letters, curly apostrophes as straight ones.
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var at = start
        while at < end {
            var byte = bytes[at]
            if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] | 1 == 0x99 {
                byte = 0x27
                at += 2
            }
            if (0x41...0x5A).contains(byte) { byte |= 0x20 }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            at += 1
        }
        return hash
    }
}
