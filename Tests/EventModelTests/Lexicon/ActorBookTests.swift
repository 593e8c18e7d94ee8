// Actors by the names that event tables write.
import EventModel
import Testing

struct ActorBookTests {
    private static let lexicon = Result {
        try ActorLexicon(files: [
            (name: "states.tsv", bytes: Array("India\tIND\tIndian\tIndians\t-\tNew Delhi\t-\n".utf8)),
            (
                name: "agents.tsv",
                bytes: Array(
                    """
                    advisor\tadvisors\tGOV\tpeople\tstate
                    military\t-\tMIL\tbody\tforce
                    police\t-\tCOP\tbody\tpolice
                    rebel\trebels\tREB\tpeople\tgroup

                    """.utf8
                )
            ),
        ])
    }

    @Test(
        "A noun and a country make an actor",
        arguments: [
            ("Military (India)", "india", Sector.military), ("Armed Rebel (India)", "armed-rebel-india", .rebels),
            ("Military Personnel - Special (India)", "india", .military),
            ("Cabinet / Council of Ministers / Advisors (India)", "india", .government),
            ("Weavers (India)", "weavers-india", nil), ("India", "india", nil),
        ]
    )
    func composed(name: String, id: String, sector: Sector?) throws {
        let actor = try #require(ActorBook(try Self.lexicon.get()).actor(named: name))
        #expect(actor.id == id && actor.sector == sector && actor.country == "IND")
    }

    @Test("What no country owns stays unknown, and what a table says stays as it is")
    func unknown() throws {
        let book = ActorBook(try Self.lexicon.get())
        #expect(book.actor(named: "Military (Atlantis)") == nil)
        let said = Actor(id: "police-india", name: "Police (India)", country: "NPL", text: "Police (India)")
        #expect(book.known(said) == said)
    }
}
