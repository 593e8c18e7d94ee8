import EventModel
import Testing

@Suite struct DigestTests {
    @Test("A digest is the first half of SHA-256 over the parts, a line feed after each")
    func known() {
        // printf 'abc\n' | sha256sum
        #expect(Digest.hex(["abc"]) == "edeaaff3f1774ad2")
        #expect(Digest.hex([]) == "e3b0c44298fc1c14")
    }

    @Test("Parts do not run into each other")
    func parts() {
        #expect(Digest.hex(["ab", "c"]) != Digest.hex(["a", "bc"]))
    }

    @Test("An event's id changes with each of its parts")
    func eventID() {
        let id = Digest.eventID(article: "a", span: 0..<10, trigger: 2..<4, ordinal: 0)
        #expect(id.count == 18 && id.hasPrefix("e_"))
        #expect(id != Digest.eventID(article: "b", span: 0..<10, trigger: 2..<4, ordinal: 0))
        #expect(id != Digest.eventID(article: "a", span: 0..<11, trigger: 2..<4, ordinal: 0))
        #expect(id != Digest.eventID(article: "a", span: 0..<10, trigger: 2..<5, ordinal: 0))
        #expect(id != Digest.eventID(article: "a", span: 0..<10, trigger: 2..<4, ordinal: 1))
    }
}
