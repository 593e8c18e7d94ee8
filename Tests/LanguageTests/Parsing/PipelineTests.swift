// Trees of short sentences of our own, and texts that must not break anything.
import Testing

@testable import Language

@Suite struct PipelineTests {
    /// The dependents of a document as `form relation head`.
    private func arcs(_ text: String, beam: Int) throws -> Set<String> {
        let document = try LanguageData.pipeline(beam: beam).annotate(text)
        return Set(
            document.tokens.indices.map { index in
                let token = document.tokens[index]
                let head = token.head.map(document.form) ?? "ROOT"
                return "\(document.form(index)) \(token.relation.rawValue) \(head)"
            }
        )
    }

    @Test(
        "plain clauses are parsed right, greedily and with a beam",
        arguments: [
            (
                "The rebels attacked the village.",
                ["rebels nsubj attacked", "village obj attacked", "attacked root ROOT"]
            ),
            (
                "Three soldiers were killed by the militia on Friday.",
                [
                    "soldiers nsubj:pass killed", "militia obl:agent killed", "were aux:pass killed",
                    "Three nummod soldiers",
                ]
            ),
            ("The minister who resigned met the president.", ["resigned acl:relcl minister", "minister nsubj met"]),
            (
                "Police and soldiers arrested the men.",
                ["soldiers conj Police", "Police nsubj arrested", "men obj arrested"]
            ),
            ("There have been dozens of raids.", ["There expl been", "dozens nsubj been", "raids nmod dozens"]),
            ("The president's army left.", ["president nmod:poss army", "army nsubj left"]),
        ],
        [1, 4]
    )
    func clauses(sentence: (text: String, arcs: [String]), beam: Int) throws {
        let found = try arcs(sentence.text, beam: beam)
        for arc in sentence.arcs { #expect(found.contains(arc), "\(arc) in \(found.sorted())") }
    }

    @Test(
        "verbs of news that look like nouns, particles and endings are told apart, greedily and with a beam",
        arguments: [
            (
                "Turkey carried out air strikes on Kurdish fighters in Iraq.",
                ["Turkey nsubj carried", "out compound:prt carried", "strikes obj carried", "fighters nmod strikes"]
            ),
            (
                "The rebels handed over their weapons to the Colombian army.",
                ["rebels nsubj handed", "over compound:prt handed", "weapons obj handed", "army obl handed"]
            ),
            (
                "Gendarmes shot three rebels near the town.",
                ["Gendarmes nsubj shot", "shot root ROOT", "rebels obj shot"]
            ),
            ("Norway froze the assets of the bank.", ["froze root ROOT", "Norway nsubj froze", "assets obj froze"]),
            ("Helicopters raided two bases on Friday.", ["raided root ROOT", "bases obj raided", "Friday obl raided"]),
            ("Hale spoke by phone with Aziz.", ["spoke root ROOT", "Hale nsubj spoke"]),
            ("The ministry called off the talks.", ["off compound:prt called", "talks obj called"]),
            (
                "The army holds a bridge that leads to the town, said one official.",
                ["army nsubj holds", "bridge obj holds", "leads acl:relcl bridge", "official nsubj said"]
            ),
            (
                "Militants backed by Iran attacked troops and killed two soldiers.",
                ["backed acl Militants", "Militants nsubj attacked", "killed conj attacked", "soldiers obj killed"]
            ),
        ],
        [1, 4]
    )
    func news(sentence: (text: String, arcs: [String]), beam: Int) throws {
        let found = try arcs(sentence.text, beam: beam)
        for arc in sentence.arcs { #expect(found.contains(arc), "\(arc) in \(found.sorted())") }
    }

    @Test("bases of armies are no basis")
    func bases() throws {
        let document = try LanguageData.pipeline().annotate("The jets struck military bases.")
        #expect(document.tokens.map(\.lemma).contains("base"))
    }

    @Test("a model for one beam has that parser alone, and other beams make do with it", arguments: [1, 4])
    func partial(beam: Int) throws {
        let model = try LanguageModel(bytes: try LanguageData.bytes("language.model"), beam: beam)
        #expect((model.greedy != nil) == (beam == 1) && (model.beam != nil) == (beam == 4))
        for asked in [1, 4] {
            let pipeline = Pipeline(segmenter: try LanguageData.segmenter(), model: model, beam: asked)
            let document = pipeline.annotate("The rebels attacked the village.")
            #expect(document.tokens.map(\.relation) == [.det, .nsubj, .root, .det, .obj, .punct])
        }
    }

    @Test("tags tell a country from a pronoun and a noun from a verb")
    func tags() throws {
        let document = try LanguageData.pipeline().annotate("US forces told us that they force people to flee.")
        let tags = document.tokens.indices.map { "\(document.form($0))/\(document.tokens[$0].upos.rawValue)" }
        for tag in ["US/PROPN", "us/PRON", "forces/NOUN", "force/VERB", "flee/VERB"] { #expect(tags.contains(tag)) }
    }

    @Test("every sentence is one tree with one root, whatever the text", arguments: Samples.odd, [1, 4])
    func anyText(text: String, beam: Int) throws {
        let document = try LanguageData.pipeline(beam: beam).annotate(text)
        for sentence in document.sentences {
            #expect(sentence.tokens.count { document.tokens[$0].head == nil } == 1)
            for token in sentence.tokens {
                if let head = document.tokens[token].head { #expect(sentence.tokens.contains(head)) }
                #expect((0...1).contains(document.tokens[token].confidence))
                let ancestors = document.tree.ancestors(of: token)
                #expect(ancestors.count < sentence.tokens.count && !ancestors.contains(token))
            }
        }
    }

    @Test("a megabyte in one word is one token")
    func hugeWord() throws {
        let document = try LanguageData.pipeline().annotate(String(repeating: "x", count: 1 << 20))
        #expect(document.tokens.count == 1)
    }

    @Test("given tokens keep their sentences, and a document of none stays empty")
    func givenTokens() throws {
        var document = Document(sentences: [["Rebels", "fled", "."], [], ["", "They", "won", "."]])
        try LanguageData.pipeline().annotate(&document)
        #expect(document.sentences.map(\.tokens.count) == [3, 0, 4])
        #expect(document.tokens[0].head == 1 && document.tokens[0].relation == .nsubj)
        var empty = Document(sentences: [])
        try LanguageData.pipeline().annotate(&empty)
        #expect(empty.tokens.isEmpty)
    }

    @Test("a broken model file is refused")
    func brokenModel() throws {
        let bytes = try LanguageData.bytes("language.model")
        for broken in [[], Array("hello".utf8), Array(bytes.prefix(1000)), Array(bytes.dropLast(100))] {
            let error = #expect(throws: LanguageError.self) { try LanguageModel(bytes: broken) }
            #expect(error?.code == .model)
        }
    }

    @Test(
        "Verbs that the training text lacks are no nouns and prepositions",
        arguments: [
            ("The gunman shot a soldier.", "shot", "VBD"), ("Troops shot dead two men.", "shot", "VBD"),
            ("Air defences shot down three drones.", "shot", "VBD"), ("Britain froze the accounts.", "froze", "VBD"),
            ("Rebels overran the base.", "overran", "VBD"),
            ("Israeli forces struck Hezbollah positions.", "struck", "VBD"),
            ("The army has struck rebel bases.", "struck", "VBN"),
            ("A ship struck by a missile sank.", "struck", "VBN"),
            ("He was killed last week by a United States military airstrike in Iraq.", "airstrike", "NN"),
            ("The song was a hit in Britain.", "hit", "NN"), ("Mali will free three sailors.", "free", "VB"),
            ("The striker scored with a shot at goal.", "shot", "NN"), ("A penalty shot won it.", "shot", "NN"),
            ("The seas are free and open.", "free", "JJ"),
        ]
    )
    func rareVerbs(sentence: String, form: String, tag: String) throws {
        let document = try LanguageData.pipeline().annotate(sentence)
        let token = try #require(document.tokens.indices.first { document.form($0) == form })
        #expect(document.tokens[token].tag == tag)
    }
}
