// A text as bytes to work on and as Unicode scalar offsets to report.

/// A text in UTF-8 with quick conversion of byte offsets to Unicode scalar offsets.
public struct SourceText: Sendable {
    /// The text in UTF-8.
    public let utf8: [UInt8]
    /// The number of scalars before each block of `blockSize` bytes; empty where every byte is a scalar.
    private let scalarsBefore: [Int32]
    private static let blockSize = 64

    /// The text of a string, exactly as given.
    public init(_ string: String) {
        utf8 = Array(string.utf8)
        guard utf8.contains(where: { $0 >= 0x80 }) else {
            scalarsBefore = []
            return
        }
        var before: [Int32] = []
        before.reserveCapacity(utf8.count / Self.blockSize + 1)
        var scalars: Int32 = 0
        for (offset, byte) in utf8.enumerated() {
            if offset % Self.blockSize == 0 { before.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
        if utf8.count % Self.blockSize == 0 { before.append(scalars) }
        scalarsBefore = before
    }

    /// The words at these half-open UTF-8 byte offsets.
    public func string(_ bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

    /// The Unicode scalar offset of a UTF-8 byte offset that begins a scalar or ends the text.
    public func scalar(_ byte: Int) -> Int {
        guard !scalarsBefore.isEmpty else { return byte }
        let block = byte / Self.blockSize
        var scalars = Int(scalarsBefore[block])
        for offset in (block * Self.blockSize)..<byte where utf8[offset] & 0xC0 != 0x80 { scalars += 1 }
        return scalars
    }

    /// Half-open Unicode scalar offsets of half-open UTF-8 byte offsets.
    public func scalars(_ bytes: Range<Int>) -> Range<Int> { scalar(bytes.lowerBound)..<scalar(bytes.upperBound) }
}
