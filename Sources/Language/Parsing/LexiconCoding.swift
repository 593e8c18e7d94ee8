// How the lexicon is written into a model file.

/// The lexicon as sorted differences of hashes, then the facts byte by byte, which compresses well.
enum LexiconCoding {
    static func encode(_ entries: [(key: UInt32, facts: Lexicon.Facts)]) -> [UInt8] {
        let sorted = entries.sorted { $0.key < $1.key }
        var bytes = (0..<4).map { UInt8(truncatingIfNeeded: sorted.count >> (8 * $0)) }
        var last: UInt32 = 0
        for entry in sorted {
            var difference = entry.key - last
            last = entry.key
            while difference >= 0x80 {
                bytes.append(UInt8(difference & 0x7F) | 0x80)
                difference >>= 7
            }
            bytes.append(UInt8(difference))
        }
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            for entry in sorted { bytes.append(UInt8(truncatingIfNeeded: entry.facts.rawValue >> shift)) }
        }
        return bytes
    }

    static func decode(_ bytes: ArraySlice<UInt8>) -> [(key: UInt32, facts: Lexicon.Facts)]? {
        guard bytes.count >= 4 else { return nil }
        var at = bytes.startIndex
        var count = 0
        for index in 0..<4 { count |= Int(bytes[at + index]) << (8 * index) }
        at += 4
        guard count <= bytes.count / 5 else { return nil }
        var entries: [(key: UInt32, facts: Lexicon.Facts)] = []
        entries.reserveCapacity(count)
        var key: UInt32 = 0
        for _ in 0..<count {
            var difference: UInt32 = 0
            var shift: UInt32 = 0
            while at < bytes.endIndex, shift < 32 {
                let byte = bytes[at]
                at += 1
                difference |= UInt32(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            key &+= difference
            entries.append((key, Lexicon.Facts(rawValue: 0)))
        }
        guard bytes.endIndex - at == count * 4 else { return nil }
        for index in 0..<count {
            var value: UInt32 = 0
            for plane in 0..<4 { value |= UInt32(bytes[at + plane * count + index]) << (8 * UInt32(plane)) }
            entries[index].facts = Lexicon.Facts(rawValue: value)
        }
        return entries
    }
}
