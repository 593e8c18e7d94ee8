// A tag as the treebanks give it.

/// A universal part of speech with a Penn tag.
package struct TagPair: Sendable, Hashable {
    package var upos: PartOfSpeech
    package var tag: String

    package init(upos: PartOfSpeech, tag: String) {
        self.upos = upos
        self.tag = tag
    }
}
