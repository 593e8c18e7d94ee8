// Looks for ASCII letters in UTF-8, small and capital ones alike, without making strings.

/// A search in bytes.
enum ASCIISearch {
    /// Whether a text has a part in it; letters beyond ASCII match themselves only.
    static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: String) -> Bool {
        var part = part
        return part.withUTF8 { contains(text, $0) }
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first.map(folded) else { return true }
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where folded(text[start]) == first {
            var length = 1
            while length < part.count, folded(text[start + length]) == folded(part[length]) { length += 1 }
            if length == part.count { return true }
        }
        return false
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}
