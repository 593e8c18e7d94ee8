// What the labeller looks at: an arc within its finished tree.

/// The features of an arc.
///
/// The number of a feature's template is a part of its hash: models know no other order.
package enum LabelFeatures {
    /// How many features an arc has.
    package static let count = 65
    /// The most features that `extract` writes.
    package static let limit = 80

    /// Writes the features of the arc to a word; returns how many.
    package static func extract(
        _ node: Int,
        _ links: UnsafePointer<TreeLinks.Node>,
        _ atoms: UnsafePointer<SentenceFeatures.Atom>,
        nothing: Int,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var list = NumberedFeatures(values: values)
        let arc = Arc(node, links, atoms, nothing: nothing)
        ofTree(&list, arc)
        ofLabel(&list, arc)
        return count
    }

    /// An arc and what stands about it.
    struct Arc {
        let node: Int
        let links: UnsafePointer<TreeLinks.Node>
        let atoms: UnsafePointer<SentenceFeatures.Atom>
        let nothing: Int

        @inline(__always) init(
            _ node: Int,
            _ links: UnsafePointer<TreeLinks.Node>,
            _ atoms: UnsafePointer<SentenceFeatures.Atom>,
            nothing: Int
        ) {
            self.node = node
            self.links = links
            self.atoms = atoms
            self.nothing = nothing
        }

        @inline(__always) func atom(_ node: Int32) -> SentenceFeatures.Atom {
            atoms[node == 0 ? nothing : Int(node)]
        }

        @inline(__always) var own: TreeLinks.Node { links[node] }
        @inline(__always) var head: Int { Int(own.head) }
        @inline(__always) var above: TreeLinks.Node { links[head] }
        @inline(__always) var d: SentenceFeatures.Atom { atoms[node] }
        @inline(__always) var h: SentenceFeatures.Atom { atoms[head] }
        @inline(__always) var g: SentenceFeatures.Atom { head == 0 ? atoms[nothing] : atoms[Int(above.head)] }
        @inline(__always) var marker: SentenceFeatures.Atom { atom(own.marker) }
        @inline(__always) var side: UInt32 { head < node ? 1 : 2 }
        @inline(__always) var tags: UInt32 { mix(mix(d.tag, h.tag), side) }
        @inline(__always) var distance: UInt32 {
            let length = abs(head - node)
            return side &+ (length < 4 ? UInt32(truncatingIfNeeded: length) : length < 8 ? 4 : 5) &* 4
        }
        /// Whether a comma or a conjunction stands between the two words.
        @inline(__always) var commas: UInt32 { high.commas > low.commas ? 1 : 0 }
        @inline(__always) var joins: UInt32 { high.conjunctions > low.conjunctions ? 1 : 0 }
        @inline(__always) private var low: SentenceFeatures.Atom { atoms[min(head, node)] }
        @inline(__always) private var high: SentenceFeatures.Atom { atoms[max(head, node)] }
    }

    /// What words, tags and tree say.
    @inline(__always) static func ofTree(_ list: inout some FeatureSink, _ arc: Arc) {
        let (node, head, nothing, links, atoms) = (arc.node, arc.head, arc.nothing, arc.links, arc.atoms)
        let (own, above, d, h, g, marker) = (arc.own, arc.above, arc.d, arc.h, arc.g, arc.marker)
        let headMarker = arc.atom(above.marker)
        let auxiliary = arc.atom(own.auxiliary)
        let headAuxiliary = arc.atom(above.auxiliary)
        let first = arc.atom(own.firstChild)
        let last = arc.atom(own.lastChild)
        let previous = arc.atom(own.previousSibling)
        let next = arc.atom(own.nextSibling)
        let before = atoms[node - 1]
        let after = atoms[min(node + 1, nothing)]
        let beforeHead = head > 0 ? atoms[head - 1] : atoms[nothing]
        let afterHead = atoms[min(head + 1, nothing)]
        let nextMarker = arc.atom(own.nextSibling == 0 ? 0 : links[Int(own.nextSibling)].marker)
        let previousMarker = arc.atom(own.previousSibling == 0 ? 0 : links[Int(own.previousSibling)].marker)
        list.add(0, arc.tags)
        list.add(1, d.word, arc.side)
        list.add(2, d.wordTag)
        list.add(3, h.word, arc.side)
        list.add(4, h.wordTag, arc.side)
        list.add(5, d.wordTag, h.tag, arc.side)
        list.add(6, d.tag, h.wordTag, arc.side)
        list.add(7, d.word, h.word, arc.side)
        list.add(8, arc.tags, arc.distance)
        list.add(9, d.tag, arc.distance)
        list.add(10, h.tag, d.word, arc.distance)
        list.add(11, arc.tags, marker.word)
        list.add(12, marker.wordTag, h.tag, arc.side)
        list.add(13, marker.word, h.word)
        list.add(14, marker.word, d.word)
        list.add(15, arc.tags, g.tag)
        list.add(16, d.word, g.tag, h.tag)
        list.add(17, arc.tags, headAuxiliary.word)
        list.add(18, h.tag, headAuxiliary.wordTag, arc.side, d.upos)
        list.add(19, h.word, headAuxiliary.tag, d.tag)
        list.add(20, arc.tags, auxiliary.word)
        list.add(21, arc.tags, first.tag)
        list.add(22, arc.tags, first.word)
        list.add(23, arc.tags, last.tag)
        list.add(24, d.word, first.word)
        list.add(25, arc.tags, previous.tag)
        list.add(26, arc.tags, previous.word)
        list.add(27, arc.tags, next.tag)
        list.add(32, arc.tags, before.tag)
        list.add(33, arc.tags, after.tag)
        list.add(34, arc.tags, beforeHead.tag)
        list.add(35, arc.tags, afterHead.tag)
        list.add(36, arc.tags, arc.commas, arc.joins)
        list.add(37, d.tag, arc.commas, arc.joins, arc.distance)
        list.add(38, d.sense, h.sense, arc.side)
        list.add(39, d.sense, h.tag, marker.word, arc.side)
        list.add(40, d.sense, h.word, arc.side)
        list.add(41, h.sense, d.word, arc.side)
        list.add(43, h.sense, marker.word, d.sense)
        list.add(44, arc.tags, UInt32(above.nominals), UInt32(own.nominals))
        list.add(45, h.word, UInt32(above.nominals), d.tag, arc.side)
        list.add(46, arc.tags, mix(marker.word, first.tag))
        list.add(47, before.wordTag, arc.tags)
        list.add(48, after.word, arc.tags)
        list.add(49, arc.tags, headMarker.word)
        list.add(51, mix(marker.upos, h.upos), mix(arc.side, d.upos))
        list.add(52, arc.tags, next.tag, nextMarker.upos)
        list.add(53, h.word, d.tag, next.upos, nextMarker.upos)
        list.add(54, arc.tags, previous.tag, previousMarker.word)
        list.add(61, mix(first.word, d.upos), mix(next.upos, UInt32(above.nominals)), arc.side)
        list.add(62, mix(d.word, h.upos), mix(next.upos, UInt32(above.nominals)), arc.side)
        list.add(63, d.form, arc.side)
        list.add(64, d.form, h.form)
    }

    /// What the labels of the head's dependents before say: the last one's, and the kinds of all.
    @inline(__always) static func ofLabel(_ list: inout some FeatureSink, _ arc: Arc) {
        let (d, h, g, marker) = (arc.d, arc.h, arc.g, arc.marker)
        let label = UInt32(arc.above.lastLabel)
        list.add(28, arc.tags, label)
        list.add(29, d.word, h.upos, label)
        list.add(30, h.word, d.upos, label, arc.side)
        list.add(31, arc.tags, mix(label, marker.upos))
        list.add(42, h.sense, arc.tags, label)
        list.add(50, arc.tags, mix(g.upos, arc.commas), label)
        list.add(55, mix(h.word, arc.side), marker.upos, d.upos, label)
        list.add(56, mix(h.sense, arc.side), marker.word, d.upos, label)
        let seen = UInt32(arc.above.seen)
        list.add(57, arc.tags, seen)
        list.add(58, d.upos, h.word, mix(seen, arc.side))
        list.add(59, mix(d.upos, marker.upos), mix(h.sense, arc.side), seen)
        list.add(60, d.word, mix(seen, arc.side), arc.atom(arc.own.nextSibling).upos)
    }
}
