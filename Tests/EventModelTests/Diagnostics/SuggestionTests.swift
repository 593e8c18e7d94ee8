import EventModel
import Testing

@Suite struct SuggestionTests {
    @Test(
        "The nearest name is found, and nothing where none is near",
        arguments: [
            ("ASAULT", "ASSAULT"), ("assault", "ASSAULT"), ("COERSE", "COERCE"), ("tpye", "type"), ("xyzzy", nil),
            ("", nil), ("t", nil),
        ] as [(String, String?)]
    )
    func nearest(name: String, expected: String?) {
        #expect(Suggestion.nearest(to: name, among: ["ASSAULT", "COERCE", "type"]) == expected)
    }

    @Test("Of equally near names the first is taken")
    func first() {
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    }
}
