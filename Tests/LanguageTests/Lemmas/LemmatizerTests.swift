// Cases of our own for dictionary forms.
import Testing

@testable import Language

@Suite struct LemmatizerTests {
    @Test(
        "forms are led back to their dictionary form by their tag",
        arguments: [
            ("struck", PartOfSpeech.verb, "VBD", "strike"), ("fired", .verb, "VBN", "fire"),
            ("carried", .verb, "VBD", "carry"), ("left", .verb, "VBD", "leave"), ("laid", .verb, "VBD", "lay"),
            ("killing", .verb, "VBG", "kill"), ("targeting", .verb, "VBG", "target"), ("hit", .verb, "VBD", "hit"),
            ("planned", .verb, "VBN", "plan"), ("calls", .verb, "VBZ", "call"), ("seized", .verb, "VBD", "seize"),
            ("fled", .verb, "VBD", "flee"), ("shelled", .verb, "VBD", "shell"), ("agreed", .verb, "VBD", "agree"),
            ("Militias", .noun, "NNS", "militia"), ("troops", .noun, "NNS", "troop"), ("forces", .noun, "NNS", "force"),
            ("armies", .noun, "NNS", "army"), ("men", .noun, "NNS", "man"), ("crises", .noun, "NNS", "crisis"),
            ("strikes", .noun, "NNS", "strike"), ("killing", .noun, "NN", "killing"), ("talks", .noun, "NNS", "talk"),
            ("was", .aux, "VBD", "be"), ("has", .aux, "VBZ", "have"), ("n't", .part, "RB", "not"),
            ("does", .aux, "VBZ", "do"), ("them", .pron, "PRP", "they"), ("worse", .adj, "JJR", "bad"),
            ("larger", .adj, "JJR", "large"), ("U.S.", .propn, "NNP", "u.s."), ("and", .cconj, "CC", "and"),
            ("of", .adp, "IN", "of"), ("drones", .noun, "NNS", "drone"), ("Geländes", .noun, "NNS", "geländes"),
        ]
    )
    func lemmas(form: String, part: PartOfSpeech, tag: String, expected: String) throws {
        let model = try LanguageData.model()
        let scratch = ParserScratch()
        let lemma = Array(form.utf8).withUnsafeBufferPointer {
            model.lemmatizer.lemma($0, 0, $0.count, part, tag, model.lexicon, scratch.form)
        }
        #expect(lemma == expected)
    }
}
