// The folding of words: what two spellings must share to be the same word.
import EventModel

/// Folds words to hashes (FNV-1a, 64 bits, over lower-case plain letters).
enum Folding {
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
    /// The word of the possessive "'s" and of a lone apostrophe.
    static let possessive: UInt64 = 1

    /// Calls `yield` for every word within a token: "al-Qaeda" has two, "-" none, and "," one of its own.
    static func fold(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, yield: (UInt64, Capitals) -> Void) {
        guard !isPossessive(bytes) else { return yield(possessive, Capitals(first: false, all: false, count: 0)) }
        var word = Word()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A, 0x30...0x39: word.add(byte, capital: false, digit: byte < 0x61)
            case 0x41...0x5A: word.add(byte + 32, capital: true, digit: false)
            case 0x27, 0x2E, 0x60: break
            case 0x2D, 0x2F, 0x20, 0xA0: word.end(yield)
            case 0..<0x80:
                word.end(yield)
                word.add(byte, capital: false, digit: false)
                word.end(yield)
            default:
                index = foldWide(bytes, index, &word, yield)
                continue
            }
            index += 1
        }
        word.end(yield)
    }

    /// The hash of one plain word.
    static func hash(_ word: String) -> UInt64 {
        var result: UInt64 = 0
        Array(word.utf8).withUnsafeBufferPointer { bytes in fold(bytes[...]) { hash, _ in result = hash } }
        return result
    }

    /// The words of a phrase as a document would have them, possessives split off.
    static func words(_ phrase: String) -> [(hash: UInt64, capitals: Capitals)] {
        var words: [(UInt64, Capitals)] = []
        func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            fold(bytes[range]) { words.append(($0, $1)) }
        }
        var phrase = phrase
        phrase.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x20 { end += 1 }
                let mark = apostrophe(bytes, before: end)
                let isS = end > start && bytes[end - 1] | 0x20 == 0x73
                let inner = isS ? apostrophe(bytes, before: end - 1) : nil
                if let inner, inner > start {
                    add(bytes, start..<inner)
                    add(bytes, inner..<end)
                } else {
                    add(bytes, start..<end)
                    // "rebels'" has a word more.
                    if let mark, mark > start, bytes[mark - 1] | 0x20 == 0x73 { add(bytes, mark..<end) }
                }
                start = end + 1
            }
        }
        return words
    }

    /// Where the apostrophe begins that ends before an offset, nil where none does.
    private static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
        if end >= 1, bytes[end - 1] == 0x27 { return end - 1 }
        // ’ is E2 80 99.
        if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x99 { return end - 3 }
        return nil
    }

    private static func isPossessive(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        let start = bytes.startIndex
        if first == 0x27 {
            return bytes.count == 1 || (bytes.count == 2 && (last == 0x73 || last == 0x53))
        }
        // ’ is E2 80 99.
        guard first == 0xE2, bytes.count >= 3, bytes[start + 1] == 0x80, bytes[start + 2] == 0x99 else { return false }
        return bytes.count == 3 || (bytes.count == 4 && (last == 0x73 || last == 0x53))
    }

    /// Folds one scalar beyond ASCII and returns the index after it.
    private static func foldWide(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        _ start: Int,
        _ word: inout Word,
        _ yield: (UInt64, Capitals) -> Void
    ) -> Int {
        let lead = bytes[start]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let end = min(start + length, bytes.endIndex)
        guard let scalar = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.first else { return end }
        switch scalar.value {
        // Quotation marks and modifier letters that stand for an apostrophe.
        case 0x2018, 0x2019, 0x02BB...0x02BF, 0xB4: return end
        // Hyphens and dashes.
        case 0x2010...0x2015: word.end(yield)
        default:
            let isCapital = scalar.properties.isUppercase
            let plain = LatinLetters.plain(scalar)
            if plain.isEmpty {
                word.end(yield)
                for byte in bytes[start..<end] { word.add(byte, capital: false, digit: false) }
                word.end(yield)
            } else {
                for byte in plain.utf8 { word.add(byte, capital: isCapital, digit: false) }
            }
        }
        return end
    }

    /// A word in the making.
    private struct Word {
        var hash = Folding.basis
        var count = 0
        var capitals = 0
        var letters = 0
        var first = false

        mutating func add(_ byte: UInt8, capital: Bool, digit: Bool) {
            hash = (hash ^ UInt64(byte)) &* Folding.prime
            if count == 0 { first = capital }
            count += 1
            if !digit { letters += 1 }
            if capital { capitals += 1 }
        }

        mutating func end(_ yield: (UInt64, Capitals) -> Void) {
            guard count > 0 else { return }
            let all = letters >= 2 && capitals == letters
            yield(hash, Capitals(first: first, all: all, count: UInt8(min(count, 255))))
            self = Word()
        }
    }
}
