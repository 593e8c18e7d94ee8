// Named zlib streams one after another.

/// Walks over the sections of a model file.
struct SectionReader {
    /// A part of the file, still compressed.
    struct Section {
        var name: String
        /// Bytes when inflated.
        var size: Int
        var stream: ArraySlice<UInt8>
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Whether every byte was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next section, or nil at the end or where a section is cut short.
    mutating func next() -> Section? {
        guard rest.count >= 12 else { return nil }
        let start = rest.startIndex
        func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(rest[start + at + $1]) << (8 * $1) } }
        let name = String(decoding: rest.prefix(4), as: UTF8.self)
        let size = number(4)
        let length = number(8)
        guard rest.count - 12 >= length else { return nil }
        defer { rest = rest[(start + 12 + length)...] }
        return Section(name: name, size: size, stream: rest[(start + 12)..<(start + 12 + length)])
    }
}
