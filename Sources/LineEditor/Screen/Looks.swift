// How each character of an entry looks.

/// The looks of characters, by their places.
struct Looks {
    private var looks: [String]

    /// The looks that highlights give; where they overlap, the later one counts.
    init(_ highlights: [Highlight], count: Int) {
        looks = highlights.isEmpty ? [] : [String](repeating: "", count: count)
        guard count > 0 else { return }
        for highlight in highlights {
            for place in highlight.range.clamped(to: 0..<count) { looks[place] = highlight.look }
        }
    }

    /// The look of a character, empty for none.
    subscript(place: Int) -> String { looks.indices.contains(place) ? looks[place] : "" }
}
