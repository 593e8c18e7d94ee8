import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
    @Test(
        "Bytes are the keys that terminals send them for",
        arguments: [
            ("a", [.text("a")]), ("é平🚀", [.text("é平🚀")]), ("\r", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
            ("\u{1}", [.control("a")]), ("\u{1F}", [.control("_")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]),
            ("\u{1B}[1;5C", [.wordRight]), ("\u{1B}[1;3D", [.wordLeft]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]),
            ("\u{1B}[3~", [.delete]), ("\u{1B}[Z", [.backTab]), ("\u{1B}b", [.alt("b")]), ("\u{1B}é", [.alt("é")]),
            ("\u{1B}\r", [.newline]), ("\u{1B}[13;2u", [.newline]), ("\u{1B}[27;2;13~", [.newline]),
            ("\u{1B}\u{7F}", [.altBackspace]),
            ("\u{1B}[99;99X", [.unknown]), ("\u{1B}[1;5H", [.textStart]),
            ("ab\u{1B}[Acd", [.text("ab"), .up, .text("cd")]),
            ("a\u{1B}[200~b\u{1B}[201~", [.text("a"), .paste("b")]),
            ("\u{1B}[200~two\r\nlines\r\u{1B}[A\u{1B}[201~x", [.paste("two\nlines\n\u{1B}[A"), .text("x")]),
        ] as [(String, [Key])]
    )
    func keys(bytes: String, expected: [Key]) {
        var decoder = KeyDecoder()
        #expect(decoder.keys(Array(bytes.utf8)) == expected)
        #expect(!decoder.isWaiting)
        // However the bytes are cut, they are the same keys.
        var slow = KeyDecoder()
        let keys = bytes.utf8.flatMap { slow.keys([$0]) }
        #expect(Self.joined(keys) == Self.joined(expected))
    }

    private static func joined(_ keys: [Key]) -> [Key] {
        keys.reduce(into: []) { joined, key in
            if case .text(let text) = key, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(key)
            }
        }
    }

    @Test("A lone Escape is a key once nothing follows it")
    func escape() {
        var decoder = KeyDecoder()
        #expect(decoder.keys([0x1B]) == [])
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.escape])
        #expect(!decoder.isWaiting)
    }

    @Test("Bytes that are no UTF-8 are replaced and swallow nothing that follows")
    func invalid() {
        var decoder = KeyDecoder()
        #expect(decoder.keys([0xFF, 0x61, 0xC3, 0x62, 0x80]) == [.text("\u{FFFD}a\u{FFFD}b\u{FFFD}")])
    }

    @Test("A sequence without end does not wait for ever")
    func endless() {
        var decoder = KeyDecoder()
        let keys = decoder.keys(Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 40))
        #expect(keys.first == .unknown)
    }
}
