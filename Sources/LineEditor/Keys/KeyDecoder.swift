// Bytes from a terminal to keys: UTF-8, control characters, escape sequences (ECMA-48, xterm), bracketed paste.

/// A decoder that takes bytes in whatever pieces they come.
struct KeyDecoder {
    private var pending: [UInt8] = []
    private var position = 0
    private var pasted: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// An escape sequence longer than this is none, in bytes.
    private static let sequenceByteCountMax = 32

    /// Whether bytes wait for more, such as an Escape that may be a key or the start of a sequence.
    var isWaiting: Bool { !pending.isEmpty }

    /// The keys that these bytes complete.
    mutating func keys(_ bytes: [UInt8]) -> [Key] {
        pending.append(contentsOf: bytes)
        return decode(isFinal: false)
    }

    /// The keys that are left when nothing more comes: a lone Escape is the key.
    mutating func flush() -> [Key] { decode(isFinal: true) }

    private mutating func decode(isFinal: Bool) -> [Key] {
        var keys: [Key] = []
        var text: [UInt8] = []
        position = 0
        while position < pending.count {
            if pasted != nil {
                guard let key = pasteKey() else { break }
                keys.append(key)
                continue
            }
            let start = position
            guard let unit = next(isFinal: isFinal) else {
                position = start
                break
            }
            switch unit {
            case .bytes(let bytes): text.append(contentsOf: bytes)
            case .key(let key):
                Self.take(&text, into: &keys)
                keys.append(key)
            case .nothing: Self.take(&text, into: &keys)
            }
        }
        Self.take(&text, into: &keys)
        pending.removeSubrange(..<position)
        return keys
    }

    private enum Unit {
        case bytes([UInt8])
        case key(Key)
        case nothing
    }

    private static func take(_ text: inout [UInt8], into keys: inout [Key]) {
        guard !text.isEmpty else { return }
        keys.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }

    /// The next unit, nil where more bytes are needed.
    private mutating func next(isFinal: Bool) -> Unit? {
        let byte = pending[position]
        position += 1
        switch byte {
        case Self.escape: return sequence(isFinal: isFinal)
        case 0x0D, 0x0A: return .key(.enter)
        case 0x09: return .key(.tab)
        case 0x7F, 0x08: return .key(.backspace)
        case 0..<0x20: return .key(.control(Self.controlCharacter(byte)))
        case 0x20..<0x80: return .bytes([byte])
        default: return multibyte(byte, isFinal: isFinal)
        }
    }

    private static func controlCharacter(_ byte: UInt8) -> Character {
        let sign = Character(Unicode.Scalar(byte + 0x40))
        return sign.lowercased().first ?? sign
    }

    private mutating func multibyte(_ lead: UInt8, isFinal: Bool) -> Unit? {
        let count =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        var bytes = [lead]
        while bytes.count < count {
            guard position < pending.count else { return isFinal ? .bytes(bytes) : nil }
            guard pending[position] & 0xC0 == 0x80 else { break }
            bytes.append(pending[position])
            position += 1
        }
        return .bytes(bytes)
    }

    // MARK: - Escape sequences

    private mutating func sequence(isFinal: Bool) -> Unit? {
        guard position < pending.count else { return isFinal ? .key(.escape) : nil }
        let byte = pending[position]
        switch byte {
        case UInt8(ascii: "["):
            position += 1
            return controlSequence(isFinal: isFinal)
        case UInt8(ascii: "O"):
            guard position + 1 < pending.count else {
                guard isFinal else { return nil }
                position += 1
                return .key(.alt("O"))
            }
            position += 2
            return .key(Self.cursorKey(pending[position - 1], modifier: 1))
        case Self.escape: return .key(.escape)
        case 0x0D, 0x0A:
            position += 1
            return .key(.newline)
        case 0x7F, 0x08:
            position += 1
            return .key(.altBackspace)
        case 0..<0x20:
            position += 1
            return .key(.unknown)
        default:
            guard let unit = next(isFinal: isFinal) else { return nil }
            guard case .bytes(let bytes) = unit, let sign = String(decoding: bytes, as: UTF8.self).first else {
                return .key(.unknown)
            }
            return .key(.alt(sign))
        }
    }

    private mutating func controlSequence(isFinal: Bool) -> Unit? {
        let start = position
        while position < pending.count, position - start < Self.sequenceByteCountMax {
            let byte = pending[position]
            position += 1
            switch byte {
            case 0x20...0x3F: continue
            case 0x40...0x7E:
                let parameters = String(decoding: pending[start..<position - 1], as: UTF8.self)
                    .split(separator: ";").map { Int($0) ?? 0 }
                return key(final: byte, parameters: parameters)
            default: return .key(.unknown)
            }
        }
        return isFinal || position - start >= Self.sequenceByteCountMax ? .key(.unknown) : nil
    }

    private mutating func key(final: UInt8, parameters: [Int]) -> Unit {
        let first = parameters.first ?? 1
        let modifier = parameters.count > 1 ? parameters[1] : 1
        switch final {
        case UInt8(ascii: "~") where first == 200:
            pasted = []
            return .nothing
        case UInt8(ascii: "~"): return .key(Self.editingKey(first, modifier: modifier, parameters: parameters))
        case UInt8(ascii: "Z"): return .key(.backTab)
        // Terminals that tell more than xterm does (CSI u): Enter with any modifier breaks the line.
        case UInt8(ascii: "u"): return .key(first == 13 ? (modifier > 1 ? .newline : .enter) : .unknown)
        default: return .key(Self.cursorKey(final, modifier: modifier))
        }
    }

    private static func cursorKey(_ final: UInt8, modifier: Int) -> Key {
        let isByWord = modifier > 2
        switch final {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isByWord ? .wordRight : .right
        case UInt8(ascii: "D"): return isByWord ? .wordLeft : .left
        case UInt8(ascii: "H"): return isByWord ? .textStart : .home
        case UInt8(ascii: "F"): return isByWord ? .textEnd : .end
        case UInt8(ascii: "M"): return .enter
        default: return .unknown
        }
    }

    private static func editingKey(_ number: Int, modifier: Int, parameters: [Int]) -> Key {
        switch number {
        case 1, 7: modifier > 2 ? .textStart : .home
        case 4, 8: modifier > 2 ? .textEnd : .end
        case 3: modifier > 2 ? .alt("d") : .delete
        case 5: .pageUp
        case 6: .pageDown
        case 27 where parameters.count > 2 && parameters[2] == 13: .newline
        default: .unknown
        }
    }

    // MARK: - Paste

    /// The paste, once its end has come.
    private mutating func pasteKey() -> Key? {
        var paste = (pasted ?? []) + pending[position...]
        guard let end = paste.firstRange(of: Self.pasteEnd) else {
            // All but a possible beginning of the end mark is taken, so that a long paste is looked at once.
            let kept = min(paste.count, Self.pasteEnd.count - 1)
            pasted = Array(paste.dropLast(kept))
            pending = Array(paste.suffix(kept))
            position = 0
            return nil
        }
        pending = Array(paste[end.upperBound...])
        position = 0
        paste.removeSubrange(end.lowerBound...)
        pasted = nil
        let text = String(decoding: paste, as: UTF8.self)
        return .paste(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    }
}
