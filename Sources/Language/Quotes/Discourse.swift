// A document as speech sees it: paragraphs, quotations, sentences of atoms.

/// The atoms of a document with its paragraphs and quotations.
struct Discourse {
    let document: Document
    let atoms: Atoms
    /// A cursor over all atoms.
    let words: AtomCursor
    private(set) var paragraphs: [Range<Int>] = []
    private(set) var quotations: [Quotation] = []

    init(_ document: Document, _ atoms: Atoms, _ vocabulary: Vocabulary) {
        self.document = document
        self.atoms = atoms
        words = AtomCursor(
            bytes: document.text.utf8,
            items: atoms.items,
            vocabulary: vocabulary,
            range: 0..<atoms.items.count
        )
        findParagraphs()
        for index in paragraphs.indices { findQuotations(index) }
    }

    /// A paragraph ends where a line does and a sentence too.
    private mutating func findParagraphs() {
        var start = 0
        for sentence in atoms.sentences where sentence.lowerBound > start {
            let gap = Int(atoms.items[sentence.lowerBound - 1].upper)..<Int(atoms.items[sentence.lowerBound].lower)
            guard words.bytes[gap].contains(10) else { continue }
            paragraphs.append(start..<sentence.lowerBound)
            start = sentence.lowerBound
        }
        if start < atoms.items.count { paragraphs.append(start..<atoms.items.count) }
    }

    private enum Mark {
        case opening, closing, either
    }

    /// What kind of quotation mark an atom is; two single marks in a row are one double mark.
    private func mark(_ index: Int, isInside: Bool) -> (Mark, length: Int)? {
        let atom = atoms.items[index]
        guard atom.kind == .mark else { return nil }
        if atom.mark == UInt8(ascii: "\"") {
            switch words.bytes[Int(atom.upper) - 1] {
            case 0x9C: return (.opening, 1)
            case 0x9D: return (.closing, 1)
            default: return (.either, 1)
            }
        }
        if atom.mark == UInt8(ascii: "`"), words.isGluedMark(index + 1, "`") { return (.opening, 2) }
        if atom.mark == UInt8(ascii: "'"), words.isGluedMark(index + 1, "'") { return (.either, 2) }
        return isInside ? nil : singleMark(index, atom)
    }

    /// Curly single quotation marks, told from apostrophes by the space on their outer side.
    private func singleMark(_ index: Int, _ atom: Atom) -> (Mark, length: Int)? {
        guard atom.mark == UInt8(ascii: "'"), atom.upper - atom.lower == 3 else { return nil }
        let isLeft = words.bytes[Int(atom.upper) - 1] == 0x98
        if isLeft, !atom.isGlued, words.isGlued(index + 1) { return (.opening, 1) }
        if !isLeft, atom.isGlued, !words.isGlued(index + 1), words.range.contains(index - 1),
            atoms.items[index - 1].kind == .mark
        {
            return (.closing, 1)
        }
        return nil
    }

    private mutating func findQuotations(_ paragraph: Int) {
        var open: (atom: Int, inner: Int, isSingle: Bool)?
        var index = paragraphs[paragraph].lowerBound
        let end = paragraphs[paragraph].upperBound
        while index < end {
            guard var (kind, length) = mark(index, isInside: open.map { !$0.isSingle } ?? false) else {
                index += 1
                continue
            }
            // Some texts open a paragraph with the mark that should close one.
            if kind == .closing, index == paragraphs[paragraph].lowerBound, words.isGlued(index + 1) { kind = .opening }
            if let begun = open, kind != .opening, begun.isSingle == isSingle(index) {
                quotations.append(
                    Quotation(
                        open: begun.atom,
                        end: index + length,
                        isClosed: true,
                        inner: begun.inner..<max(begun.inner, index),
                        paragraph: paragraph
                    )
                )
                open = nil
            } else if open == nil, kind != .closing {
                open = (index, index + length, isSingle(index))
            }
            index += length
        }
        if let begun = open, begun.inner < end {
            let whole = Quotation(
                open: begun.atom,
                end: end,
                isClosed: false,
                inner: begun.inner..<end,
                paragraph: paragraph
            )
            quotations.append(whole)
        }
    }

    /// Whether a quotation mark is a single one; those inside of double ones are not looked at.
    private func isSingle(_ index: Int) -> Bool {
        atoms.items[index].mark == UInt8(ascii: "'") && !words.isGluedMark(index + 1, "'")
    }

    /// The sentence that holds an atom.
    func sentence(of atom: Int) -> Range<Int> {
        var low = 0
        var high = atoms.sentences.count
        while low < high {
            let middle = (low + high) / 2
            if atoms.sentences[middle].upperBound <= atom { low = middle + 1 } else { high = middle }
        }
        return low < atoms.sentences.count ? atoms.sentences[low] : atom..<atom + 1
    }

    /// The tokens that hold these atoms.
    func tokens(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return Int(atoms.items[first].token)..<Int(atoms.items[last].token) + 1
    }

    /// Half-open Unicode scalar offsets of these atoms.
    func span(_ range: Range<Int>) -> Range<Int> { document.text.scalars(bytes(range)) }

    /// Half-open UTF-8 offsets of these atoms.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return Int(atoms.items[first].lower)..<Int(atoms.items[last].upper)
    }
}
