// The texts that a VM has run, kept so that errors can show their line.

// Texts by chunk name, the latest ones only.
struct SourceCache {
    private var texts: [(chunk: String, text: String)] = []
    private let countMax = 256

    mutating func keep(_ text: String, chunk: String) {
        if let index = texts.firstIndex(where: { $0.chunk == chunk }) { texts.remove(at: index) }
        if texts.count == countMax { texts.removeFirst() }
        texts.append((chunk, text))
    }

    // A line of a chunk, from 1; nil where the text is not at hand.
    func line(_ number: Int, of chunk: String) -> String? {
        guard let text = texts.last(where: { $0.chunk == chunk })?.text, number >= 1 else { return nil }
        var rest = text.utf8[...]
        for _ in 1..<max(1, number) {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[rest.index(after: end)...]
        }
        let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(Substring(line))
    }
}
