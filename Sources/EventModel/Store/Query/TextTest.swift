// A condition on the texts of a field, over bytes.

/// A condition on texts; a field with several meets it where one of them does.
enum TextTest: Sendable {
    case among([[UInt8]])
    /// Starts with one of these.
    case prefixes([[UInt8]])
    /// Contains one of these, small and capital letters of ASCII alike; made by `containing`.
    case contains([[UInt8]])
    case known(Bool)

    /// Is one of these.
    static func among(_ texts: [String]) -> TextTest { .among(texts.map { Array($0.utf8) }) }

    /// Starts with one of these.
    static func prefixes(_ texts: [String]) -> TextTest { .prefixes(texts.map { Array($0.utf8) }) }

    /// Contains one of these, small and capital letters of ASCII alike.
    static func containing(_ texts: [String]) -> TextTest { .contains(texts.map { $0.utf8.map(folded) }) }

    /// Whether the only text of a field meets it; nil where the field has none.
    func accepts(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
        if case .known(let known) = self { return (text != nil) == known }
        return text.map(meets) ?? false
    }

    /// Whether the texts of a field meet it.
    func accepts(anyOf texts: [UnsafeBufferPointer<UInt8>]) -> Bool {
        if case .known(let known) = self { return !texts.isEmpty == known }
        return texts.contains(where: meets)
    }

    private func meets(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .known(let known): known
        case .among(let values): values.contains { text.elementsEqual($0) }
        case .prefixes(let values): values.contains { text.starts(with: $0) }
        case .contains(let parts): parts.contains { part in part.withUnsafeBufferPointer { Self.contains(text, $0) } }
        }
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        var start = 0
        while start + part.count <= text.count {
            if folded(text[start]) == first {
                var length = 1
                while length < part.count, folded(text[start + length]) == part[length] { length += 1 }
                if length == part.count { return true }
            }
            start += 1
        }
        return false
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}
