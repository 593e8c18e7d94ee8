import Testing
import TextWidth

@Suite struct DisplayWidthTests {
    @Test(
        "A text takes as many columns as a terminal gives it",
        arguments: [
            ("", 0), ("plain", 5), ("naïve", 5), ("nai\u{308}ve", 5), ("平壌", 4), ("Ｋ", 2), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("🚀", 2), ("👩‍🚀", 2), ("🇮🇶", 2), ("☎", 1), ("☎\u{FE0F}", 2),
            ("1\u{FE0F}\u{20E3}", 2),
            ("a\u{200B}b", 2), ("\u{AD}", 0), ("\u{1B}", 0), ("é\n", 1), ("حزب الله", 8), ("—“”…", 4), ("䷀", 1),
        ]
    )
    func width(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(
        "Long text is elided within its width and never inside a character",
        arguments: [
            ("Kataib Hezbollah", 20, "Kataib Hezbollah"), ("Kataib Hezbollah", 9, "Kata…llah"),
            ("Kataib Hezbollah", 2, "K…"), ("Kataib Hezbollah", 1, "…"), ("Kataib Hezbollah", 0, ""),
            ("平壌平壌平壌", 7, "平…壌"), ("👩‍🚀👩‍🚀👩‍🚀", 5, "👩‍🚀…👩‍🚀"),
        ]
    )
    func elision(text: String, width: Int, elided: String) {
        #expect(text.elidedInMiddle(to: width) == elided)
        #expect(text.elidedInMiddle(to: width).displayWidth <= max(width, 0))
    }

    @Test("Padding counts columns, not characters")
    func padding() {
        #expect("平".padded(to: 4) == "平  ")
        #expect("7".padded(to: 3, right: true) == "  7")
        #expect("long".padded(to: 2) == "long")
        #expect("Hezbollah".elidedAtEnd(to: 5) == "Hezb…")
    }
}
