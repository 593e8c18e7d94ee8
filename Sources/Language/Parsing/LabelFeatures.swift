// What the labeller looks at: an arc within its finished tree.

/// The features of an arc.
package enum LabelFeatures {
    /// The most features that `extract` writes.
    package static let limit = 80

    /// Writes the features of the arc to a word; returns how many.
    @inline(__always) package static func extract(
        _ node: Int,
        _ links: UnsafePointer<TreeLinks.Node>,
        _ atoms: UnsafePointer<SentenceFeatures.Atom>,
        nothing: Int,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var list = FeatureList(values)
        let own = links[node]
        let head = Int(own.head)
        let above = links[head]
        @inline(__always) func atom(_ node: Int32) -> SentenceFeatures.Atom { atoms[node == 0 ? nothing : Int(node)] }
        let d = atoms[node]
        let h = atoms[head]
        let g = head == 0 ? atoms[nothing] : atoms[Int(above.head)]
        let side: UInt32 = head < node ? 1 : 2
        let length = abs(head - node)
        let distance = side &+ (length < 4 ? UInt32(truncatingIfNeeded: length) : length < 8 ? 4 : 5) &* 4
        let marker = atom(own.marker)
        let headMarker = atom(above.marker)
        let auxiliary = atom(own.auxiliary)
        let headAuxiliary = atom(above.auxiliary)
        let first = atom(own.firstChild)
        let last = atom(own.lastChild)
        let previous = atom(own.previousSibling)
        let next = atom(own.nextSibling)
        let before = atoms[node - 1]
        let after = atoms[min(node + 1, nothing)]
        let beforeHead = head > 0 ? atoms[head - 1] : atoms[nothing]
        let afterHead = atoms[min(head + 1, nothing)]
        let low = atoms[min(head, node)]
        let high = atoms[max(head, node)]
        let commas: UInt32 = high.commas > low.commas ? 1 : 0
        let joins: UInt32 = high.conjunctions > low.conjunctions ? 1 : 0
        let label = UInt32(above.lastLabel)
        let tags = mix(mix(d.tag, h.tag), side)

        list.add(tags)
        list.add(d.word, side)
        list.add(d.wordTag)
        list.add(h.word, side)
        list.add(h.wordTag, side)
        list.add(d.wordTag, h.tag, side)
        list.add(d.tag, h.wordTag, side)
        list.add(d.word, h.word, side)
        list.add(tags, distance)
        list.add(d.tag, distance)
        list.add(h.tag, d.word, distance)
        list.add(tags, marker.word)
        list.add(marker.wordTag, h.tag, side)
        list.add(marker.word, h.word)
        list.add(marker.word, d.word)
        list.add(tags, g.tag)
        list.add(d.word, g.tag, h.tag)
        list.add(tags, headAuxiliary.word)
        list.add(h.tag, headAuxiliary.wordTag, side, d.upos)
        list.add(h.word, headAuxiliary.tag, d.tag)
        list.add(tags, auxiliary.word)
        list.add(tags, first.tag)
        list.add(tags, first.word)
        list.add(tags, last.tag)
        list.add(d.word, first.word)
        list.add(tags, previous.tag)
        list.add(tags, previous.word)
        list.add(tags, next.tag)
        list.add(tags, label)
        list.add(d.word, h.upos, label)
        list.add(h.word, d.upos, label, side)
        list.add(tags, mix(label, marker.upos))
        list.add(tags, before.tag)
        list.add(tags, after.tag)
        list.add(tags, beforeHead.tag)
        list.add(tags, afterHead.tag)
        list.add(tags, commas, joins)
        list.add(d.tag, commas, joins, distance)
        list.add(d.sense, h.sense, side)
        list.add(d.sense, h.tag, marker.word, side)
        list.add(d.sense, h.word, side)
        list.add(h.sense, d.word, side)
        list.add(h.sense, tags, label)
        list.add(h.sense, marker.word, d.sense)
        list.add(tags, UInt32(above.nominals), UInt32(own.nominals))
        list.add(h.word, UInt32(above.nominals), d.tag, side)
        list.add(tags, mix(marker.word, first.tag))
        list.add(before.wordTag, tags)
        list.add(after.word, tags)
        list.add(tags, headMarker.word)
        list.add(tags, mix(g.upos, commas), label)
        let nextMarker = atom(own.nextSibling == 0 ? 0 : links[Int(own.nextSibling)].marker)
        let previousMarker = atom(own.previousSibling == 0 ? 0 : links[Int(own.previousSibling)].marker)
        list.add(mix(marker.upos, h.upos), mix(side, d.upos))
        list.add(tags, next.tag, nextMarker.upos)
        list.add(h.word, d.tag, next.upos, nextMarker.upos)
        list.add(tags, previous.tag, previousMarker.word)
        list.add(mix(h.word, side), marker.upos, d.upos, label)
        list.add(mix(h.sense, side), marker.word, d.upos, label)
        let seen = UInt32(above.seen)
        list.add(tags, seen)
        list.add(d.upos, h.word, mix(seen, side))
        list.add(mix(d.upos, marker.upos), mix(h.sense, side), seen)
        list.add(d.word, mix(seen, side), next.upos)
        list.add(mix(first.word, d.upos), mix(next.upos, UInt32(above.nominals)), side)
        list.add(mix(d.word, h.upos), mix(next.upos, UInt32(above.nominals)), side)
        list.add(d.form, side)
        list.add(d.form, h.form)
        return list.count
    }
}
