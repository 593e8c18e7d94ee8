// Strings that are kept once; everything else in the store refers to them by number.

/// Interns strings by their bytes.
///
/// Not a dictionary of `String`: Swift's equality is that of canonical equivalence, and a text must come back with the
/// very scalars that it went in with, since spans count them.
struct SymbolTable {
    /// The most bytes of text that a store holds; offsets take four bytes.
    static let byteCountMax = Int(UInt32.max) - 1

    /// The bytes of all symbols, one after another.
    private(set) var bytes: [UInt8] = []
    /// Where each symbol starts, and at the end where the last one ends.
    private(set) var starts: [UInt32] = [0, 0]
    /// Whether a text has been refused for want of room; its symbol is 0.
    private(set) var isFull = false
    private var slots = [UInt32](repeating: 0, count: 1024)

    /// The number of symbols; symbol 0 stands for none.
    var count: Int { starts.count - 1 }

    /// The symbol of a text, 0 for nil.
    mutating func symbol(_ text: String?) -> UInt32 {
        guard var text else { return 0 }
        return text.withUTF8 { symbol(utf8: $0) }
    }

    /// The bytes of a symbol.
    func text(_ symbol: UInt32) -> ArraySlice<UInt8> {
        bytes[Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])]
    }

    private mutating func symbol(utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var slot = Self.hash(utf8) & (slots.count - 1)
        while slots[slot] != 0 {
            if isEqual(slots[slot], utf8) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard bytes.count + utf8.count <= Self.byteCountMax else {
            isFull = true
            return 0
        }
        let symbol = UInt32(count)
        bytes.append(contentsOf: utf8)
        starts.append(UInt32(bytes.count))
        slots[slot] = symbol
        if count * 2 > slots.count { grow() }
        return symbol
    }

    private func isEqual(_ symbol: UInt32, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])
        guard range.count == utf8.count else { return false }
        return bytes[range].elementsEqual(utf8)
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        bytes.withUnsafeBufferPointer { bytes in
            for symbol in 1..<count {
                let range = Int(starts[symbol])..<Int(starts[symbol + 1])
                var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[range])) & (larger.count - 1)
                while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
                larger[slot] = UInt32(symbol)
            }
        }
        slots = larger
    }

    /// FNV-1a by words of eight bytes, with a last mix so that the low bits depend on all of them.
    private static func hash(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let raw = UnsafeRawBufferPointer(utf8)
        var offset = 0
        while offset + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01b3
            hash ^= hash >> 29
            offset += 8
        }
        while offset < raw.count {
            hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
            offset += 1
        }
        hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
        return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff_ffff_ffff)
    }
}
