// Spellings of one word fold to one hash, and capitals decide where they must.
import Testing

@testable import Coding

struct FoldingTests {
    @Test(
        "Spellings of one name fold to the same words",
        arguments: [
            ("Kata'ib Hezbollah", "Kataib Hezbollah"), ("al-Qaeda", "al Qaeda"), ("Erdoğan", "Erdogan"),
            ("U.S.", "US"), ("Côte d'Ivoire", "Cote dIvoire"), ("Da’esh", "Daesh"), ("Türkiye", "Turkiye"),
        ]
    )
    func spellings(left: String, right: String) {
        #expect(Folding.words(left).map(\.hash) == Folding.words(right).map(\.hash))
    }

    @Test("A possessive is a word of its own")
    func possessive() {
        let words = Folding.words("Lord's Resistance Army")
        #expect(words.count == 4)
        #expect(words[1].hash == Folding.possessive)
    }

    @Test(
        "Short acronyms need their capitals, long ones and names only the first, common words none",
        arguments: [
            ("US", "US", true), ("US", "Us", false), ("IS", "is", false), ("CENTCOM", "Centcom", true),
            ("CENTCOM", "centcom", false), ("Hamas", "HAMAS", true), ("Turkey", "turkey", false),
            ("rebels", "Rebels", true),
        ]
    )
    func capitals(name: String, text: String, isFit: Bool) {
        let needed = Folding.words(name)[0].capitals
        #expect(needed.accepts(Folding.words(text)[0].capitals, exactly: false) == isFit)
    }

    @Test("The trie offers the longest phrase first and the shorter ones after it")
    func longest() {
        var trie = PhraseTrie()
        for (number, phrase) in ["Islamic", "Islamic State", "Islamic State group"].enumerated() {
            trie.insert(Folding.words(phrase).map(\.hash), Int32(number))
        }
        let words = Folding.words("Islamic State group fighters").map {
            FoldedText.Word(hash: $0.hash, token: 0, capitals: $0.capitals)
        }
        var found: [Int32] = []
        trie.longest(at: 0, in: words, until: words.count) { numbers, _ in
            found += numbers
            return false
        }
        #expect(found == [2, 1, 0])
    }
}
