// Named runs of bytes one after another.

/// Walks over the sections of a model file.
struct SectionReader {
    private var rest: ArraySlice<UInt8>

    init(bytes: [UInt8]) { rest = bytes[...] }

    /// The next section, or nil at the end or where a section is cut short.
    mutating func next() -> (name: String, bytes: ArraySlice<UInt8>)? {
        guard rest.count >= 8 else { return nil }
        let name = String(decoding: rest.prefix(4), as: UTF8.self)
        let start = rest.startIndex
        var size = 0
        for index in 0..<4 { size |= Int(rest[start + 4 + index]) << (8 * index) }
        guard rest.count - 8 >= size else { return nil }
        let bytes = rest[(start + 8)..<(start + 8 + size)]
        rest = rest[(start + 8 + size)...]
        return (name, bytes)
    }
}
