// Each repair on trees of our own with the fault, and on trees that must stay.
import Testing

@testable import Language

@Suite struct TreeRepairTests {
    /// A tree in lines of `form lemma UPOS XPOS head relation [time|speech]`, repaired, as `head relation` lines.
    private func repaired(_ lines: String, by repair: any TreeRepair.Type) -> [String] {
        let rows = lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return DrawnTree(rows: rows).mended(repair.apply)
    }

    @Test("the verb of a there-clause becomes its head")
    func existential() {
        let found = repaired(
            """
            There there ADV RB 4 advmod
            have have AUX VBP 4 aux
            been be AUX VBN 4 cop
            dozens dozen NOUN NNS 0 root
            of of ADP IN 6 case
            raids raid NOUN NNS 4 nmod
            . . PUNCT . 4 punct
            """,
            by: ExistentialRepair.self
        )
        #expect(found == ["3 expl", "3 aux", "0 root", "3 nsubj", "6 case", "4 nmod", "3 punct"])
    }

    @Test("a place named by there stays an adverb")
    func locative() {
        let lines = """
            They they PRON PRP 4 nsubj
            were be AUX VBD 4 cop
            not not PART RB 4 advmod
            there there ADV RB 0 root
            """
        #expect(repaired(lines, by: ExistentialRepair.self) == ["4 nsubj", "4 cop", "4 advmod", "0 root"])
    }

    @Test(
        "two nouns behind a verb are told apart by the verb",
        arguments: [
            ("gave give", "him he PRON PRP", "food food NOUN NN", "", ["1 iobj", "1 obj"]),
            ("called call", "it it PRON PRP", "theft theft NOUN NN", "", ["1 obj", "1 xcomp"]),
            ("met meet", "him he PRON PRP", "Monday Monday PROPN NNP", "time", ["1 obj", "1 obl:unmarked"]),
            ("spent spend", "him he PRON PRP", "Monday Monday PROPN NNP", "time", ["1 obj", "1 obj"]),
            ("saw see", "him he PRON PRP", "food food NOUN NN", "", ["1 obj", "1 obj"]),
        ]
    )
    func objects(verb: String, first: String, second: String, mark: String, expected: [String]) {
        let lines = "\(verb) VERB VBD 0 root\n\(first) 1 obj\n\(second) 1 obj \(mark)"
        #expect(repaired(lines, by: ObjectRepair.self).dropFirst().elementsEqual(expected))
    }

    @Test("the only one that is told something is no object, and what a comma parts is not given")
    func listeners() {
        let told = "told tell VERB VBD 0 root\nhim he PRON PRP 1 obj"
        #expect(repaired(told, by: ObjectRepair.self) == ["0 root", "1 iobj"])
        let list = "gave give VERB VBD 0 root\nfood food NOUN NN 1 obj\n, , PUNCT , 1 punct\nwater water NOUN NN 1 obj"
        #expect(repaired(list, by: ObjectRepair.self) == ["0 root", "1 obj", "1 punct", "1 obj"])
    }

    @Test("a day between subject and verb goes to the verb")
    func temporal() {
        let found = repaired(
            """
            Rebels rebel NOUN NNS 4 nsubj
            on on ADP IN 3 case
            Friday friday PROPN NNP 1 nmod time
            fled flee VERB VBD 0 root
            """,
            by: TemporalRepair.self
        )
        #expect(found == ["4 nsubj", "3 case", "4 obl", "0 root"])
    }

    @Test("a time that tells which stays with its noun")
    func temporalModifier() {
        let lines = """
            Events event NOUN NNS 4 nsubj
            of of ADP IN 3 case
            March march PROPN NNP 1 nmod time
            mattered matter VERB VBD 0 root
            """
        #expect(repaired(lines, by: TemporalRepair.self) == ["4 nsubj", "3 case", "1 nmod", "0 root"])
    }

    @Test("a verb of saying that closes the sentence takes what was said as its complement")
    func speech() {
        let found = repaired(
            """
            We we PRON PRP 2 nsubj
            won win VERB VBD 0 root
            , , PUNCT , 5 punct
            Roe roe PROPN NNP 5 nsubj
            said say VERB VBD 2 parataxis speech
            . . PUNCT . 2 punct
            """,
            by: SpeechRepair.self
        )
        #expect(found == ["2 nsubj", "5 ccomp", "5 punct", "5 nsubj", "0 root", "5 punct"])
    }

    @Test(
        "what was done before the speaker is named belongs to what was said, unless no comma parts it",
        arguments: [(",", "2 advcl"), ("while", "8 advcl")]
    )
    func gathered(_ mark: String, _ expected: String) {
        let found = repaired(
            """
            Rebels rebel NOUN NNS 2 nsubj
            came come VERB VBD 8 ccomp
            \(mark) \(mark) \(mark == "," ? "PUNCT" : "SCONJ") \(mark == "," ? "," : "IN") 4 mark
            killing kill VERB VBG 8 advcl
            three three NUM CD 4 obj
            , , PUNCT , 2 punct
            Roe roe PROPN NNP 8 nsubj
            said say VERB VBD 0 root speech
            """,
            by: SpeechRepair.self
        )
        #expect(found[3] == expected)
    }

    @Test("a second clause joined by and is no speech of the first")
    func noSpeech() {
        let lines = """
            We we PRON PRP 2 nsubj
            won win VERB VBD 0 root
            , , PUNCT , 6 punct
            and and CCONJ CC 6 cc
            Roe roe PROPN NNP 6 nsubj
            spoke speak VERB VBD 2 conj speech
            """
        #expect(repaired(lines, by: SpeechRepair.self)[5] == "2 conj")
    }

    @Test("a noun between commas without a conjunction is an apposition, a list is not")
    func apposition() {
        let found = repaired(
            """
            Roe roe PROPN NNP 6 nsubj
            , , PUNCT , 4 punct
            a a DET DT 4 det
            judge judge NOUN NN 1 conj
            , , PUNCT , 4 punct
            left leave VERB VBD 0 root
            """,
            by: AppositionRepair.self
        )
        #expect(found[3] == "1 appos")
        let list = repaired(
            """
            Guns gun NOUN NNS 0 root
            , , PUNCT , 4 punct
            the the DET DT 4 det
            tanks tank NOUN NNS 1 conj
            and and CCONJ CC 6 cc
            food food NOUN NN 1 conj
            """,
            by: AppositionRepair.self
        )
        #expect(list[3] == "1 conj")
    }

    @Test("a possessor depends on the noun that follows its mark")
    func possessive() {
        let found = repaired(
            """
            Roe roe PROPN NNP 5 nsubj
            's 's PART POS 1 case
            big big ADJ JJ 4 amod
            army army NOUN NN 5 nsubj
            left leave VERB VBD 0 root
            """,
            by: PossessiveRepair.self
        )
        #expect(found == ["4 nmod:poss", "1 case", "4 amod", "5 nsubj", "0 root"])
    }

    @Test("a word behind its own conjunction is a conjunct")
    func coordination() {
        let found = repaired(
            """
            rebels rebel NOUN NNS 0 root
            and and CCONJ CC 3 cc
            troops troop NOUN NNS 1 appos
            """,
            by: CoordinationRepair.self
        )
        #expect(found[2] == "1 conj")
    }

    @Test("an object with a preposition is an oblique, one with a count is not")
    func arguments() {
        let found = repaired(
            """
            fired fire VERB VBD 0 root
            from from ADP IN 3 case
            boats boat NOUN NNS 1 obj
            """,
            by: ArgumentRepair.self
        )
        #expect(found[2] == "1 obl")
        let count = repaired(
            """
            killed kill VERB VBD 0 root
            over over ADP IN 3 case
            200 200 NUM CD 1 obj
            """,
            by: ArgumentRepair.self
        )
        #expect(count[2] == "1 obj")
    }

    @Test("subject, auxiliary and agent of a passive verb agree")
    func voice() {
        let found = repaired(
            """
            Men man NOUN NNS 4 nsubj
            have have AUX VBP 4 aux
            been be AUX VBN 4 aux
            shot shoot VERB VBN 0 root
            by by ADP IN 6 case
            police police NOUN NNS 4 obl
            """,
            by: VoiceRepair.self
        )
        #expect(found == ["4 nsubj:pass", "4 aux", "4 aux:pass", "0 root", "6 case", "4 obl:agent"])
        let active = repaired(
            """
            Men man NOUN NNS 3 nsubj:pass
            have have AUX VBP 3 aux
            shot shoot VERB VBN 0 root
            """,
            by: VoiceRepair.self
        )
        #expect(active[0] == "3 nsubj")
    }

    @Test(
        "what a question or a relative clause is about is the object where a subject follows",
        arguments: [
            (
                """
                Which which DET WDT 2 det
                towns town NOUN NNS 5 nsubj
                did do AUX VBD 5 aux
                rebels rebel NOUN NNS 5 nsubj
                take take VERB VB 0 root
                """, "obj"
            ),
            (
                """
                a a DET DT 2 det
                bridge bridge NOUN NN 0 root
                rebels rebel NOUN NNS 4 nsubj
                hold hold VERB VBP 2 acl:relcl
                """, "root"
            ),
            (
                """
                bridge bridge NOUN NN 0 root
                that that SCONJ IN 4 mark
                rebels rebel NOUN NNS 4 nsubj
                hold hold VERB VBP 1 acl:relcl
                """, "obj"
            ),
            (
                """
                claim claim NOUN NN 0 root
                that that SCONJ IN 4 mark
                rebels rebel NOUN NNS 4 nsubj
                left leave VERB VBD 1 acl
                """, "mark"
            ),
            (
                """
                Rebels rebel NOUN NNS 3 nsubj
                towns town NOUN NNS 3 nsubj
                took take VERB VBD 0 root
                """, "nsubj"
            ),
        ]
    )
    func questions(_ lines: String, _ expected: String) {
        let found = repaired(lines, by: QuestionRepair.self)
        #expect(found[expected == "nsubj" ? 0 : 1].hasSuffix(" " + expected))
    }

    @Test(
        "who stands behind a comma and said is the speaker, what stands behind a bare said is not",
        arguments: [(",", "nsubj"), ("nobody", "obj")]
    )
    func speaker(_ before: String, _ expected: String) {
        let lines = """
            left leave VERB VBD 3 ccomp
            \(before) x PUNCT \(before) 1 punct
            said say VERB VBD 0 root speech
            Hale Hale PROPN NNP 3 obj
            """
        #expect(repaired(lines, by: SpeechRepair.self).last == "3 " + expected)
    }

    @Test(
        "who is allowed or told to do a thing is a receiver, who is ordered is an object",
        arguments: [("allow", "iobj"), ("tell", "iobj"), ("order", "obj")]
    )
    func receivers(_ verb: String, _ expected: String) {
        let lines = """
            They they PRON PRP 2 nsubj
            did \(verb) VERB VBD 0 root
            troops troop NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp
            """
        #expect(repaired(lines, by: ObjectRepair.self)[2] == "2 " + expected)
    }
}
