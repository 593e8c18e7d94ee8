// Who says what, in quotation marks and without.

import Testing

@testable import Language

@Suite("Quotes and speakers")
struct QuoteFinderTests {
    private func said(
        _ text: String,
        isParsed: Bool = false
    ) throws -> [(source: String?, content: String, isDirect: Bool)] {
        let document = try isParsed ? Reading.parsed(text) : Reading.document(text)
        let scalars = Array(text.unicodeScalars)
        let words = { (span: Range<Int>) in String(String.UnicodeScalarView(scalars[span])) }
        return try QuoteFinder(vocabulary: Reading.vocabulary()).attributions(in: document)
            .map { ($0.source.map(words), words($0.content), $0.isDirect) }
    }

    @Test(
        "direct speech has the speaker before it, behind it or between its parts",
        arguments: [
            ("“We will answer this attack,” the general said.", "the general"),
            ("“We will answer this attack,” said General Omar Haddad.", "General Omar Haddad"),
            ("\"We will answer this attack,\" she said on Monday.", "she"),
            ("The minister said, “We will answer this attack.”", "The minister"),
            ("The minister told reporters: “We will answer this attack.”", "The minister"),
            ("“We will answer,” the envoy said, “and we will do so soon.”", "the envoy"),
            ("``We will answer this attack,'' the envoy said.", "the envoy"),
            ("“We will answer,” said Omar Haddad, head of the council, on Monday.", "Omar Haddad"),
            ("“We will answer this,” Omar Haddad, head of the council, said.", "Omar Haddad"),
        ]
    )
    func direct(text: String, source: String) throws {
        let found = try said(text).filter(\.isDirect)
        #expect(found.count == 1)
        #expect(found.first?.source == source)
    }

    @Test("a quotation that goes on in its paragraph stays with its speaker")
    func goesOn() throws {
        let text = "“We will answer this attack,” the general said. “Nobody should doubt that.”"
        let found = try said(text)
        #expect(found.count == 1)
        #expect(found.first?.content.hasSuffix("doubt that.”") == true)
    }

    @Test("a quotation that opens the next paragraph stays with the last speaker")
    func nextParagraph() throws {
        let text = "“We will answer this attack,” the general said.\n\n“Nobody should doubt that at all.”"
        #expect(try said(text).map(\.source) == ["the general", "the general"])
    }

    @Test("marks inside a quotation do not end it")
    func nested() throws {
        let text = "“They told us ‘never again,’ and then they came,” the mayor said."
        #expect(try said(text).first { $0.isDirect }?.source == "the mayor")
    }

    @Test("a few words in marks are no statement of their own")
    func partial() throws {
        let text = "The envoy called the talks “useful” and left."
        #expect(try said(text).filter(\.isDirect).isEmpty)
    }

    @Test(
        "indirect speech is found by words alone",
        arguments: [
            ("The ministry said that the border would stay shut.", "The ministry", "that the border would stay shut"),
            ("The border will stay shut, the ministry said.", "the ministry", "The border will stay shut"),
            ("The border will stay shut, according to the ministry.", "the ministry", "The border will stay shut"),
            ("According to the ministry, the border will stay shut.", "the ministry", "the border will stay shut"),
        ]
    )
    func indirect(text: String, source: String, content: String) throws {
        let found = try said(text)
        #expect(found.first?.source == source)
        #expect(found.first?.content == content)
        #expect(found.first?.isDirect == false)
    }

    @Test(
        "by the tree, wishes, demands and decisions are ascribed too",
        arguments: [
            ("The minister wants to close the border.", "The minister", "to close the border"),
            ("The council condemned the attack on the town.", "The council", "the attack on the town"),
            ("Many ministers in Rome believe that the war is over.", "Many ministers in Rome", "that the war is over"),
            ("The plan was rejected by the council.", "the council", "The plan"),
            (
                "Rebels accused the army of killing farmers and left.", "Rebels", "the army of killing farmers"
            ),
        ]
    )
    func byTree(text: String, source: String, content: String) throws {
        let found = try said(text, isParsed: true)
        #expect(found.contains { $0.source == source && $0.content == content }, "\(found)")
    }

    @Test(
        "the tree tells the speaker from what is said",
        arguments: [
            (
                "Omar Haddad, head of the council, said the army had left the town.",
                "Omar Haddad, head of the council", "the army had left the town"
            ),
            ("Speaking in Rome on Monday, the envoy said the talks had failed.", "the envoy", "the talks had failed"),
            ("The army holds a bridge that leads to the town, said one official.", "one official", nil),
            ("The bridge was shut on Monday, other residents have confirmed.", "other residents", nil),
            ("According to the state-owned broadcaster, the talks had failed.", "the state-owned broadcaster", nil),
            ("As the minister noted, the border has been shut since May.", "the minister", nil),
        ] as [(String, String, String?)]
    )
    func speakers(text: String, source: String, content: String?) throws {
        let found = try said(text, isParsed: true)
        #expect(found.contains { $0.source == source && (content ?? $0.content) == $0.content }, "\(found)")
    }

    @Test(
        "what follows a conjunction is said too, unless the speaker does it",
        arguments: [
            (
                "The minister wants to close the border and expel the envoys.",
                "to close the border and expel the envoys"
            ),
            ("The governor defended himself and his record.", "himself and his record"),
            ("The council condemned the attack and left the talks.", "the attack"),
        ]
    )
    func conjuncts(text: String, content: String) throws {
        let found = try said(text, isParsed: true)
        #expect(found.contains { $0.content == content }, "\(found)")
    }

    @Test(
        "nouns and adjectives ascribe as verbs do",
        arguments: [
            ("The envoys had doubts about the offer.", "The envoys", "about the offer"),
            (
                "The army rejected the rebels’ claim that the town had fallen.", "the rebels’",
                "that the town had fallen"
            ),
            ("Many voters are wary of the plan.", "Many voters", "of the plan"),
            ("Residents were worried about the water.", "Residents", "about the water"),
            ("Media claims that the town had fallen were false.", "Media", "that the town had fallen"),
        ]
    )
    func nounsAndAdjectives(text: String, source: String, content: String) throws {
        let found = try said(text, isParsed: true)
        #expect(found.contains { $0.source == source && $0.content.hasPrefix(content) }, "\(found)")
    }

    @Test("a sentence that ends in somebody's words is ascribed whole, and not as direct speech")
    func mixed() throws {
        let found = try said("The talks are “as good as dead,” the envoy said.", isParsed: true)
        #expect(found.contains { $0.content == "The talks are “as good as dead,”" && !$0.isDirect }, "\(found)")
    }

    @Test("a quotation that ends its sentence does not take the next sentence's verb")
    func closed() throws {
        let text = "“We have no part in this.” The army said it would leave the town."
        let found = try said(text, isParsed: true)
        #expect(found.contains { $0.source == "The army" && $0.content == "it would leave the town" }, "\(found)")
        #expect(!found.contains { $0.isDirect && $0.source == "The army" }, "\(found)")
    }

    @Test("the name below a quotation and the paragraph behind a colon are ascribed")
    func ownParagraphs() throws {
        #expect(try said("“We will stay here for good.”\n\n— Jane Miller, teacher").first?.source == "Jane Miller")
        let found = try said("The mayor added:\n\nNobody should leave the town before the water is safe.")
        #expect(found.contains { $0.source == "The mayor" && $0.content.hasPrefix("Nobody") }, "\(found)")
    }

    @Test("the reader and a relative pronoun speak of nothing")
    func nobody() throws {
        let found = try said("You want a plan that supports all towns on the river.", isParsed: true)
        #expect(found.isEmpty, "\(found)")
    }

    @Test("transcripts and headlines name the speaker before a colon")
    func labels() throws {
        let text = "The hearing went on.\n\nMAYOR: Well, we will rebuild the bridge soon."
        #expect(try said(text).first?.source == "MAYOR")
    }

    @Test("a place in capitals at the start is a dateline and no speaker")
    func dateline() throws {
        #expect(try said("ROME: Two men were seen near the old bridge on Monday.").isEmpty)
    }

    @Test("pronouns get the name of the speaker")
    func pronouns() throws {
        let text = "Defense Secretary Jane Miller flew to Rome on Monday. “We will stay,” she said."
        #expect(try Reading.annotations(text).attributions.first?.speaker == "Jane Miller")
    }

    @Test("nouns that look like verbs of saying say nothing")
    func nouns() throws {
        #expect(try said("The report of the committee is long.").isEmpty)
    }
}
