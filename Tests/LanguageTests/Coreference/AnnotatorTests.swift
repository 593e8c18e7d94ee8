// Everything over one document, on texts that nobody would write.

import Chronology
import Testing

@testable import Language

@Suite("Annotator")
struct AnnotatorTests {
    @Test(
        "odd texts are survived",
        arguments: [
            "", " ", "\n\n\n", "“", "”“”", "\"\"\"\"", "said", "according to", "according to.", ", said", "killed",
            "at least",
            "the the the", "'s", "1/", "31/31/31", "Feb. 30", "99999999999999999999 years ago", "0 years", "½ hour",
            "in 0000",
            "a\u{300}\u{1F1FA}\u{1F1F8} killed “\u{200B}", "Mr.", "the (KH)", "q9", "—said—", "of of of dead and and",
        ]
    )
    func odd(text: String) throws {
        let annotator = Annotator(vocabulary: try Reading.vocabulary())
        for date in [nil, Day(iso: "0001-01-01"), Day(iso: "9999-12-31")] {
            let flat = annotator.annotate(try Reading.document(text), publication: date)
            let parsed = annotator.annotate(try Reading.parsed(text), publication: date)
            let length = text.unicodeScalars.count
            for found in [flat, parsed] {
                #expect(found.times.allSatisfy { $0.span.upperBound <= length })
                #expect(found.counts.allSatisfy { $0.span.upperBound <= length })
                #expect(found.attributions.allSatisfy { $0.content.upperBound <= length })
            }
        }
    }

    @Test("all findings come from one reading of the text")
    func all() throws {
        let text = "Defense Secretary Jane Miller said on Tuesday that at least 34 people were killed in Rome."
        let found = try Reading.annotations(text)
        #expect(found.times.map(\.value) == ["2024-01-23"])
        #expect(found.counts.map(\.quantity.figure) == [34])
        #expect(found.names.map(\.text) == ["Jane Miller", "Rome"])
        #expect(found.attributions.map(\.speaker) == ["Jane Miller"])
    }

    @Test("the same text gives the same findings")
    func steady() throws {
        let text = "“We will stay,” he said. Omar Haddad and John Miller met in Rome; 12 people died last week."
        let first = try Reading.annotations(text)
        let second = try Reading.annotations(text)
        #expect(first.attributions == second.attributions)
        #expect(first.coreference.mentions == second.coreference.mentions)
    }
}
