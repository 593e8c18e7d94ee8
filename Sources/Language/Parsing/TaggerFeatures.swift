// What the tagger looks at.

/// The features of one word in its sentence.
package enum TaggerFeatures {
    /// The most features that `extract` writes.
    package static let limit = 64

    /// How a sentence is written: 0 as usual, 1 with most words capitalised as in headlines, 2 in capitals.
    package static func letters(_ words: UnsafePointer<WordFeatures>, _ count: Int) -> UInt32 {
        var small = 0
        var capital = 0
        var allCapitals = 0
        for index in 0..<count {
            let shape = words[index].shape
            if WordShape.isAllCapitals(shape) {
                allCapitals += 1
            } else if WordShape.isCapital(shape) {
                capital += 1
            } else if WordShape.isLongSmall(shape) {
                small += 1
            }
        }
        if allCapitals > 2, allCapitals > 3 * (small + capital) { return 2 }
        return capital > 2 && capital > 2 * small ? 1 : 0
    }

    /// Writes the features of a word; `tags` holds the tags of the words before it.
    @inline(__always) package static func extract(
        _ words: UnsafePointer<WordFeatures>,
        _ at: Int,
        _ count: Int,
        previous: UInt32,
        beforePrevious: UInt32,
        letters: UInt32,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var list = FeatureList(values)
        let w0 = words[at]
        let edge: UInt32 = 0xED6E
        let p1 = at > 0 ? words[at - 1].lexical : edge
        let p2 = at > 1 ? words[at - 2].lexical : edge
        let p1suffix = at > 0 ? words[at - 1].suffix.2 : edge
        let p1shape = at > 0 ? words[at - 1].shape : edge
        let p1classes = at > 0 ? words[at - 1].classes : edge
        let hasNext = at + 1 < count
        let n1 = hasNext ? words[at + 1].lexical : edge
        let n1suffix = hasNext ? words[at + 1].suffix.2 : edge
        let n1shape = hasNext ? words[at + 1].shape : edge
        let n1classes = hasNext ? words[at + 1].classes : edge
        let n2 = at + 2 < count ? words[at + 2].lexical : edge
        let n2classes = at + 2 < count ? words[at + 2].classes : edge
        let n2suffix = at + 2 < count ? words[at + 2].suffix.1 : edge
        let t1 = previous
        let t2 = beforePrevious
        let first: UInt32 = at == 0 ? 1 : at == 1 ? 2 : 0

        list.add(1)
        list.add(w0.form)
        list.add(w0.lexical)
        list.add(w0.shape, first)
        list.add(w0.shape, w0.suffix.1)
        list.add(w0.suffix.0)
        list.add(w0.suffix.1)
        list.add(w0.suffix.2)
        list.add(w0.suffix.3)
        list.add(w0.prefix.0)
        list.add(w0.prefix.1)
        list.add(w0.prefix.2)
        list.add(w0.suffix.2, w0.shape, first)
        list.add(w0.classes, w0.shape & 0xF)
        list.add(w0.classes, w0.suffix.1)
        list.add(p1)
        list.add(p2)
        list.add(n1)
        list.add(n2)
        list.add(p1, w0.lexical)
        list.add(w0.lexical, n1)
        list.add(p1, n1)
        list.add(p2, p1)
        list.add(n1, n2)
        list.add(t1)
        list.add(t2)
        list.add(t1, t2)
        list.add(t1, w0.lexical)
        list.add(t1, t2, w0.lexical)
        list.add(t1, w0.suffix.2)
        list.add(t1, w0.classes)
        list.add(t1, t2, w0.classes)
        list.add(t1, n1)
        list.add(t1, n1classes, w0.classes)
        list.add(w0.classes, n1classes)
        list.add(w0.lexical, n1classes)
        list.add(w0.lexical, n1classes, n2classes)
        list.add(w0.classes, n1classes, n2classes)
        list.add(p1classes, w0.classes, n1classes)
        list.add(w0.lexical, p1classes)
        list.add(p1suffix)
        list.add(n1suffix)
        list.add(n1suffix, w0.suffix.2)
        list.add(n2suffix, n1suffix)
        list.add(p1shape, w0.shape, first)
        list.add(w0.shape, n1shape, first)
        list.add(p1shape, w0.shape, n1shape)
        list.add(t1, w0.shape, n1shape)
        list.add(w0.form, w0.shape, first)
        list.add(w0.facts.nounClass, w0.facts.verbClass, w0.classes)
        list.add(t1, w0.lexical, n1)
        list.add(letters, w0.shape, w0.classes)
        list.add(letters, w0.shape, w0.suffix.2)
        list.add(letters, w0.shape, t1)
        return list.count
    }
}
