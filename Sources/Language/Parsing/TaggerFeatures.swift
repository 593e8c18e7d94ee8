// What the tagger looks at.

/// The features of one word in its sentence.
///
/// The number of a feature's template is a part of its hash: models know no other order.
package enum TaggerFeatures {
    /// How many features a word has.
    package static let count = 54
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

    /// Writes the features of a word; returns how many.
    package static func extract(
        _ words: UnsafePointer<WordFeatures>,
        _ at: Int,
        _ count: Int,
        previous: UInt32,
        beforePrevious: UInt32,
        letters: UInt32,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var list = NumberedFeatures(values: values)
        ofWords(&list, words, at, count, letters: letters)
        ofTags(&list, words, at, count, previous, beforePrevious, letters: letters)
        return Self.count
    }

    /// What the words say, whatever the tags before are.
    @inline(__always) static func ofWords(
        _ list: inout some FeatureSink,
        _ words: UnsafePointer<WordFeatures>,
        _ at: Int,
        _ count: Int,
        letters: UInt32
    ) {
        let w0 = words[at]
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
        let first: UInt32 = at == 0 ? 1 : at == 1 ? 2 : 0
        list.add(0, 1)
        list.add(1, w0.form)
        list.add(2, w0.lexical)
        list.add(3, w0.shape, first)
        list.add(4, w0.shape, w0.suffix.1)
        list.add(5, w0.suffix.0)
        list.add(6, w0.suffix.1)
        list.add(7, w0.suffix.2)
        list.add(8, w0.suffix.3)
        list.add(9, w0.prefix.0)
        list.add(10, w0.prefix.1)
        list.add(11, w0.prefix.2)
        list.add(12, w0.suffix.2, w0.shape, first)
        list.add(13, w0.classes, w0.shape & 0xF)
        list.add(14, w0.classes, w0.suffix.1)
        list.add(15, p1)
        list.add(16, p2)
        list.add(17, n1)
        list.add(18, n2)
        list.add(19, p1, w0.lexical)
        list.add(20, w0.lexical, n1)
        list.add(21, p1, n1)
        list.add(22, p2, p1)
        list.add(23, n1, n2)
        list.add(34, w0.classes, n1classes)
        list.add(35, w0.lexical, n1classes)
        list.add(36, w0.lexical, n1classes, n2classes)
        list.add(37, w0.classes, n1classes, n2classes)
        list.add(38, p1classes, w0.classes, n1classes)
        list.add(39, w0.lexical, p1classes)
        list.add(40, p1suffix)
        list.add(41, n1suffix)
        list.add(42, n1suffix, w0.suffix.2)
        list.add(43, n2suffix, n1suffix)
        list.add(44, p1shape, w0.shape, first)
        list.add(45, w0.shape, n1shape, first)
        list.add(46, p1shape, w0.shape, n1shape)
        list.add(48, w0.form, w0.shape, first)
        list.add(49, w0.facts.nounClass, w0.facts.verbClass, w0.classes)
        list.add(51, letters, w0.shape, w0.classes)
        list.add(52, letters, w0.shape, w0.suffix.2)
    }

    /// What the tags of the two words before say.
    @inline(__always) static func ofTags(
        _ list: inout some FeatureSink,
        _ words: UnsafePointer<WordFeatures>,
        _ at: Int,
        _ count: Int,
        _ t1: UInt32,
        _ t2: UInt32,
        letters: UInt32
    ) {
        let w0 = words[at]
        let hasNext = at + 1 < count
        let n1 = hasNext ? words[at + 1].lexical : edge
        let n1shape = hasNext ? words[at + 1].shape : edge
        let n1classes = hasNext ? words[at + 1].classes : edge
        list.add(24, t1)
        list.add(25, t2)
        list.add(26, t1, t2)
        list.add(27, t1, w0.lexical)
        list.add(28, t1, t2, w0.lexical)
        list.add(29, t1, w0.suffix.2)
        list.add(30, t1, w0.classes)
        list.add(31, t1, t2, w0.classes)
        list.add(32, t1, n1)
        list.add(33, t1, n1classes, w0.classes)
        list.add(47, t1, w0.shape, n1shape)
        list.add(50, t1, w0.lexical, n1)
        list.add(53, letters, w0.shape, t1)
    }

    /// What stands for words beyond the sentence.
    private static let edge: UInt32 = 0xED6E
}
