// Splits the tokens of a document into atoms and looks every word up once, for times, numbers and counts alike.

/// The atoms of a document and where its sentences begin among them.
struct Atoms {
    private(set) var items: [Atom] = []
    /// The atoms of each sentence.
    private(set) var sentences: [Range<Int>] = []
    /// The first atom of each token, and after the last token the number of atoms.
    private(set) var firstOfToken: [Int32] = []

    init(_ document: Document, vocabulary: Vocabulary) {
        items.reserveCapacity(document.tokens.count + document.tokens.count / 8)
        firstOfToken.reserveCapacity(document.tokens.count + 1)
        document.text.utf8.withUnsafeBufferPointer { bytes in
            var end = -1
            for (index, token) in document.tokens.enumerated() {
                firstOfToken.append(Int32(items.count))
                split(token.bytes, bytes, Int32(index), &end, vocabulary)
            }
        }
        firstOfToken.append(Int32(items.count))
        if document.sentences.isEmpty {
            sentences = items.isEmpty ? [] : [0..<items.count]
        } else {
            sentences = document.sentences.map { atoms(ofTokens: $0.tokens) }
        }
    }

    /// The atoms that these tokens are made of.
    func atoms(ofTokens tokens: Range<Int>) -> Range<Int> {
        Int(firstOfToken[tokens.lowerBound])..<Int(firstOfToken[tokens.upperBound])
    }

    private mutating func split(
        _ range: Range<Int>,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ token: Int32,
        _ end: inout Int,
        _ vocabulary: Vocabulary
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            let byte = bytes[at]
            if byte.isDigit {
                at = Self.endOfNumber(at, range.upperBound, bytes)
            } else if let (_, length) = Self.mark(at, range.upperBound, bytes) {
                at += length
            } else {
                at = Self.endOfWord(at, range.upperBound, bytes)
            }
            var atom = Atom(
                lower: Int32(start),
                upper: Int32(at),
                token: token,
                kind: .word,
                isGlued: start == end
            )
            if byte.isDigit {
                Self.readNumber(start..<at, bytes, &atom)
            } else if let (mark, _) = Self.mark(start, at, bytes) {
                atom.kind = .mark
                atom.mark = mark
            } else {
                atom.isCapital = byte.isUpper
                atom.word = vocabulary.word(bytes, start..<at)
            }
            items.append(atom)
            end = at
        }
    }

    /// The mark that begins here and its length in bytes, or nil where a word or a number begins.
    private static func mark(_ at: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, Int)? {
        let byte = bytes[at]
        if byte < 0x80 { return byte.isLetter || byte.isDigit ? nil : (byte, 1) }
        // General punctuation: U+2010–U+2015 dashes, U+2018–U+201F quotation marks.
        if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 {
            switch bytes[at + 2] {
            case 0x90...0x95: return (UInt8(ascii: "-"), 3)
            case 0x98...0x9B: return (UInt8(ascii: "'"), 3)
            case 0x9C...0x9F: return (UInt8(ascii: "\""), 3)
            default: return (UInt8(ascii: "."), 3)
            }
        }
        // A no-break space, guillemets and the like.
        if byte == 0xC2, at + 1 < end { return (UInt8(ascii: " "), 2) }
        return nil
    }

    /// The end of "1,200", "2.5" or "1990": a comma or a point belongs to it where digits follow as in a number.
    private static func endOfNumber(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        while at < end, bytes[at].isDigit { at += 1 }
        while at + 3 < end, bytes[at] == UInt8(ascii: ","), bytes[at + 1].isDigit, bytes[at + 2].isDigit,
            bytes[at + 3].isDigit, at + 4 >= end || !bytes[at + 4].isDigit
        {
            at += 4
        }
        let isBehindPoint = start > 1 && bytes[start - 1] == UInt8(ascii: ".") && bytes[start - 2].isDigit
        if !isBehindPoint, at + 1 < end, bytes[at] == UInt8(ascii: "."), bytes[at + 1].isDigit {
            var after = at + 1
            while after < end, bytes[after].isDigit { after += 1 }
            // "7.10.2023" is no decimal number.
            if after >= end || bytes[after] != UInt8(ascii: ".") || after + 1 >= end || !bytes[after + 1].isDigit {
                at = after
            }
        }
        return at
    }

    /// The end of a word; the points of "p.m." and "U.S." belong to it, the one of "Oct." does not.
    private static func endOfWord(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        while at < end, bytes[at].isLetter || (bytes[at] >= 0x80 && mark(at, end, bytes) == nil) { at += 1 }
        if at - start == 1 {
            while at + 1 < end, bytes[at] == UInt8(ascii: "."), bytes[at + 1].isLetter,
                at + 2 >= end || !bytes[at + 2].isLetter
            {
                at += 2
            }
            if at - start > 1, at < end, bytes[at] == UInt8(ascii: ".") { at += 1 }
        }
        return max(at, start + 1)
    }

    private static func readNumber(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ atom: inout Atom) {
        atom.kind = .number
        var value = 0.0
        var scale = 0.0
        var plain = true
        for byte in bytes[range] {
            if byte.isDigit {
                value = value * 10 + Double(byte - 48)
                scale *= 10
            } else {
                plain = false
                if byte == UInt8(ascii: ".") { scale = 1 }
            }
        }
        atom.number = scale > 1 ? value / scale : value
        atom.digits = plain ? UInt8(min(range.count, 255)) : 0
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 48 < 10 }
    var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    var isUpper: Bool { self &- 65 < 26 }
    /// The lower-case letter of an ASCII capital, any other byte as it is.
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
