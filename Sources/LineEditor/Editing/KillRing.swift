// What was cut, so that it can be put back.

/// The last texts cut, newest last.
struct KillRing {
    private var texts: [String] = []
    private var index = 0
    private static let countMax = 32

    /// Keeps a text cut; `joins` puts it to the one before, on the side it was cut from.
    mutating func keep(_ text: String, joins: Bool, isBefore: Bool) {
        guard !text.isEmpty else { return }
        if joins, let last = texts.popLast() {
            texts.append(isBefore ? text + last : last + text)
        } else {
            texts.append(text)
            if texts.count > Self.countMax { texts.removeFirst() }
        }
        index = texts.count - 1
    }

    /// The text to put back, nil where nothing was cut.
    var current: String? { texts.indices.contains(index) ? texts[index] : nil }

    /// Goes to the text cut before, round and round.
    mutating func turn() {
        guard !texts.isEmpty else { return }
        index = (index + texts.count - 1) % texts.count
    }
}
