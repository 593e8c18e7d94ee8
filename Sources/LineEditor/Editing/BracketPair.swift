// The bracket that belongs to the one at the cursor.

/// Two brackets that belong together, as places in a text.
struct BracketPair: Equatable {
    let open: Int
    let close: Int

    private static let closers: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
    private static let openers: [Character: Character] = [")": "(", "]": "[", "}": "{"]

    /// The pair of the bracket before the cursor, or else of the one under it; nil where there is none.
    init?(_ characters: [Character], cursor: Int, prose: [Range<Int>]) {
        for place in [cursor - 1, cursor] where characters.indices.contains(place) {
            guard !prose.contains(where: { $0.contains(place) }) else { continue }
            let isOpen = Self.closers[characters[place]] != nil
            guard isOpen || Self.openers[characters[place]] != nil else { continue }
            guard let other = Self.partner(of: place, isOpen: isOpen, in: characters, prose: prose) else { continue }
            (open, close) = isOpen ? (place, other) : (other, place)
            return
        }
        return nil
    }

    private static func partner(
        of place: Int,
        isOpen: Bool,
        in characters: [Character],
        prose: [Range<Int>]
    ) -> Int? {
        var awaited: [Character] = []
        let table = isOpen ? closers : openers
        let places = isOpen ? Array(place..<characters.count) : Array((0...place).reversed())
        for index in places where !prose.contains(where: { $0.contains(index) }) {
            let character = characters[index]
            if let other = table[character] {
                awaited.append(other)
            } else if closers[character] != nil || openers[character] != nil {
                guard awaited.popLast() == character else { return nil }
                if awaited.isEmpty { return index }
            }
        }
        return nil
    }
}
