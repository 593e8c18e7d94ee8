// Cases of our own for where words are cut.
import Foundation
import Testing

@testable import Language

@Suite struct TokenizerTests {
    @Test(
        "words are cut as the English treebanks cut them",
        arguments: [
            ("They don't know it's over.", "They|do|n't|know|it|'s|over|."),
            ("We can’t and won’t, we’ll see", "We|ca|n’t|and|wo|n’t|,|we|’ll|see"),
            ("The troops' base", "The|troops|'|base"),
            ("Iranian-backed fighters", "Iranian|-|backed|fighters"),
            ("an anti-tank and pro-government unit", "an|anti-tank|and|pro-government|unit"),
            ("al-Tanf, O'Neill and Shi'ite", "al|-|Tanf|,|O'Neill|and|Shi'ite"),
            ("cannot, gonna", "can|not|,|gon|na"),
            ("It cost $3.5 million (about 20%).", "It|cost|$|3.5|million|(|about|20|%|)|."),
            ("US$5 and €1,200", "US$|5|and|€|1,200"),
            ("at 5:30pm on 3/14/2019", "at|5:30|pm|on|3/14/2019"),
            ("a 10km range, 2010-2012", "a|10|km|range|,|2010|-|2012"),
            ("call 555-0199", "call|555-0199"),
            ("Gen. Roe of the U.S. Army, Ltd.", "Gen.|Roe|of|the|U.S.|Army|,|Ltd."),
            ("No. 5 but no.", "No.|5|but|no|."),
            ("see http://example.org/a-b?c=d, please", "see|http://example.org/a-b?c=d|,|please"),
            ("mail press.office@example.org.", "mail|press.office@example.org|."),
            ("Well... really?!", "Well|...|really|?!"),
            ("either/or", "either|/|or"),
            ("the 1980's and '90s", "the|1980's|and|'90s"),
            ("“Stop,” he said", "“|Stop|,|”|he|said"),
            ("rebels—and troops – fled", "rebels|—|and|troops|–|fled"),
            ("it ended.The army left", "it|ended|.|The|army|left"),
            ("a 🚀🚀 b", "a|🚀|🚀|b"),
            ("", ""),
        ]
    )
    func cuts(text: String, expected: String) throws {
        #expect(try LanguageData.words(text).joined(separator: "|") == expected)
    }

    @Test("tokens lie in order, do not overlap and hold all that is not white space", arguments: Samples.odd)
    func spansAreExact(text: String) throws {
        let document = try LanguageData.segmenter().segment(text)
        var end = 0
        for token in document.tokens {
            #expect(token.bytes.lowerBound >= end && !token.bytes.isEmpty)
            let gap = document.text.string(end..<token.bytes.lowerBound)
            #expect(
                gap.unicodeScalars.allSatisfy { ScalarClass($0.value) == .space || ScalarClass($0.value) == .newline }
            )
            end = token.bytes.upperBound
        }
        let rest = document.text.string(end..<document.text.utf8.count)
        #expect(rest.unicodeScalars.allSatisfy { ScalarClass($0.value) == .space || ScalarClass($0.value) == .newline })
        let covered = document.sentences.flatMap { Array($0.tokens) }
        #expect(covered == Array(document.tokens.indices))
    }

    @Test("a word list with an unknown kind is refused with its line")
    func badWordList() throws {
        let error = #expect(throws: LanguageError.self) { try Segmenter(wordList: Array("title mr.\nfoo bar\n".utf8)) }
        #expect(error?.code == .wordList && error?.location == "line 2")
    }
}

/// Texts that try to break things.
enum Samples {
    static let odd: [String] = {
        var texts = [
            "", " ", "\n\n\n", ".", "...", "'", "''''", "-", "--", "\u{FEFF}a", "a\u{0}b", "\u{301}", "e\u{301}.",
            "))))", "U.S", ".U.S.", "n't", "'s", "can't've", "a.b.c.d", "5'", "#", "@", "$", "US$", "w/", "a/", "/",
            "http://", "www.", "x@y", "\u{1F468}\u{200D}\u{1F469}", "“”‘’", "[1]", "(See a.pdf)(See b.pdf)",
            "日本語。テキスト", "مرحبا بالعالم.", "a\r\nb\r\n\r\nc", "1.", "1. a\n2. b", "-5", "+1", "*~*~*", ":-)",
            String(repeating: "x", count: 3000), String(repeating: "a ", count: 3000),
            String(repeating: "\"", count: 500), String(repeating: "Mr. ", count: 500),
        ]
        var state: UInt64 = 7
        for length in [1, 5, 40, 300, 2000] {
            for alphabet in ["ab .'-\"\n", "U.S. 'n't-/$5%()[]“”’—:;!?\n", ""] {
                var bytes: [UInt8] = []
                for _ in 0..<length {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let value = Int(state >> 33)
                    let letters = Array(alphabet.unicodeScalars)
                    if letters.isEmpty {
                        bytes.append(UInt8(truncatingIfNeeded: value))
                    } else {
                        bytes += Array(String(letters[value % letters.count]).utf8)
                    }
                }
                texts.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        return texts
    }()
}
