// Names, composition, titles, possessives, compounds: a table of phrases and the actors they are.
import EventModel
import Testing

@testable import Coding

struct ActorFinderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var words: String
        var id: String?
        var country: String?
        var sector: Sector?
        var backer: String?

        init(
            _ text: String,
            _ words: String,
            id: String? = nil,
            _ country: String?,
            _ sector: Sector?,
            backer: String? = nil
        ) {
            self.text = text
            self.words = words
            self.id = id
            self.country = country
            self.sector = sector
            self.backer = backer
        }

        var testDescription: String { words }
    }

    private func check(_ one: Case) throws {
        let room = try CodingRoom.shared.get()
        let mention = try #require(room.mention(one.words, in: one.text), "no mention '\(one.words)'")
        #expect(mention.actor.country == one.country)
        #expect(mention.actor.sector == one.sector)
        #expect(mention.actor.backer == one.backer)
        if let id = one.id { #expect(mention.actor.id == id) }
        #expect(!mention.lines.isEmpty || mention.form == .unknown)
    }

    @Test(
        "Names of the lexicon",
        arguments: [
            Case("Hamas rejected the offer.", "Hamas", id: "hamas", "PSE", .rebels, backer: "IRN"),
            Case(
                "The army shelled Kata'ib Hezbollah.",
                "Kata'ib Hezbollah",
                id: "kataib-hezbollah",
                "IRQ",
                .rebels,
                backer: "IRN"
            ),
            Case("The Kremlin condemned the raid.", "The Kremlin", id: "russia", "RUS", .government),
            Case("The IDF bombed the camp.", "The IDF", id: "israel-defense-forces", "ISR", .military),
            Case("Brazil and Chile signed the treaty.", "Brazil", id: "brazil", "BRA", nil),
            Case("The IAEA criticized the plan.", "The IAEA", id: "international-atomic-energy-agency", "IGO", nil),
        ]
    )
    func names(_ one: Case) throws { try check(one) }

    @Test(
        "A noun for actors takes country and sector from what owns it",
        arguments: [
            Case("Iraqi police arrested two men.", "Iraqi police", id: "iraq", "IRQ", .police),
            Case(
                "Russia's interior ministry denied it.",
                "Russia's interior ministry",
                id: "russia",
                "RUS",
                .government
            ),
            Case(
                "A senior Hamas official left the talks.",
                "A senior Hamas official",
                id: "hamas",
                "PSE",
                .rebels,
                backer: "IRN"
            ),
            Case("Syrian rebels shelled the village.", "Syrian rebels", id: "syrian-rebels", "SYR", .rebels),
            Case("The president of Peru resigned.", "The president of Peru", id: "peru", "PER", .government),
            Case("Lawmakers from Kenya visited the camp.", "Lawmakers from Kenya", id: "kenya", "KEN", .legislature),
            Case("Turkey's parliament approved the bill.", "Turkey's parliament", id: "turkey", "TUR", .legislature),
            Case("Colombian soldiers killed three rebels.", "Colombian soldiers", id: "colombia", "COL", .military),
        ]
    )
    func owners(_ one: Case) throws { try check(one) }

    @Test(
        "Unknown actors still come out with their sector",
        arguments: [
            Case("Masked gunmen attacked the convoy.", "Masked gunmen", nil, .unidentifiedArmed),
            Case("Thousands of protesters blocked the road.", "Thousands of protesters", nil, .civilians),
            Case("A court sentenced the editor.", "A court", nil, .judiciary),
            Case("Rebels seized the town.", "Rebels", nil, .rebels),
        ]
    )
    func sectors(_ one: Case) throws { try check(one) }

    @Test(
        "Backed, led and aligned compounds, before the noun and after it",
        arguments: [
            Case(
                "Iranian-backed militias fired rockets.",
                "Iranian-backed militias",
                id: "iran-backed-militias",
                nil,
                .rebels,
                backer: "IRN"
            ),
            Case(
                "Tehran-aligned groups fired rockets.",
                "Tehran-aligned groups",
                id: "iran-backed-militias",
                nil,
                .rebels,
                backer: "IRN"
            ),
            Case(
                "Militants backed by Iran fired rockets.",
                "Militants",
                id: "iran-backed-militias",
                nil,
                .rebels,
                backer: "IRN"
            ),
            Case(
                "Turkish-backed Syrian rebels shelled the town.",
                "Turkish-backed Syrian rebels",
                id: "syrian-rebels",
                "SYR",
                .rebels,
                backer: "TUR"
            ),
            Case(
                "Iran-backed Kataib Hezbollah claimed the attack.",
                "Iran-backed Kataib Hezbollah",
                id: "kataib-hezbollah",
                "IRQ",
                .rebels,
                backer: "IRN"
            ),
            Case("French-led troops entered the city.", "French-led troops", id: "france-led-troops", "FRA", .military),
        ]
    )
    func compounds(_ one: Case) throws { try check(one) }

    @Test(
        "Titles before names, known and unknown",
        arguments: [
            Case(
                "Defense Secretary Lloyd Austin praised the troops.",
                "Defense Secretary Lloyd Austin",
                id: "lloyd-austin",
                "USA",
                .government
            ),
            Case("President Putin warned Finland.", "President Putin", id: "vladimir-putin", "RUS", .government),
            Case(
                "Norwegian Foreign Minister Kari Nordmann met the delegation.",
                "Norwegian Foreign Minister Kari Nordmann",
                id: "kari-nordmann",
                "NOR",
                .government
            ),
        ]
    )
    func persons(_ one: Case) throws { try check(one) }

    @Test(
        "People and bodies are of the country where they are; a group's home and a body of states back nobody",
        arguments: [
            Case("Taliban fighters attacked the post.", "Taliban fighters", id: "taliban", "AFG", .rebels),
            Case("Residents of Goma protested.", "Residents of Goma", "COD", .civilians),
            Case(
                "Authorities in Donetsk protested.",
                "Authorities in Donetsk",
                id: "donetsk-authorities",
                "UKR",
                .government
            ),
            Case("The junta in Niger left.", "The junta in Niger", id: "niger", "NER", .government),
            Case("A court in Istanbul jailed him.", "A court in Istanbul", "TUR", .judiciary),
            Case("Troops in Mali left.", "Troops", nil, .military),
            Case("Islamic State-backed militias left.", "Islamic State-backed militias", nil, .rebels),
            Case(
                "The UN-backed government in Tripoli left.",
                "The UN-backed government in Tripoli",
                "LBY",
                .government
            ),
            Case("The U.N.-backed government left.", "The U.N.-backed government", nil, .government),
            Case("British armed forces left.", "British armed forces", id: "united-kingdom", "GBR", .military),
            Case("On July 16 rebels left.", "rebels", nil, .rebels),
        ]
    )
    func homes(one: Case) throws { try check(one) }

    @Test("A state of emergency is no state")
    func conditions() throws {
        let room = try CodingRoom.shared.get()
        #expect(room.mention("state", in: "Peru lifted the state of emergency on Friday.") == nil)
        #expect(room.mention("state", in: "They bought state-of-the-art tanks.") == nil)
    }

    @Test("A person's sector is that of the office on the day")
    func offices() throws {
        let room = try CodingRoom.shared.get()
        let text = "Imran Khan addressed the crowd."
        #expect(room.mention("Imran Khan", in: text, published: "2020-05-01")?.actor.sector == .government)
        #expect(room.mention("Imran Khan", in: text, published: "2023-05-01")?.actor.sector == .opposition)
    }

    @Test("A noun after two adjectives belongs to both states")
    func conjunction() throws {
        let mentions = try CodingRoom.shared.get().mentions("Egyptian and Qatari mediators met Hamas in Cairo.")
        let found = mentions.filter { $0.use == .phrase && $0.actor.sector == .government }.map(\.actor.country)
        #expect(found == ["EGY", "QAT"])
    }

    @Test(
        "A country is a place after a preposition of place, an attribute before a thing, else an actor",
        arguments: [
            ("Flooding killed ten people in Kenya.", "Kenya", ActorMention.Use.locative),
            ("The envoy arrived in Tehran.", "Tehran", .locative),
            ("Tehran rejected the proposal.", "Tehran", .phrase),
            ("The United States sent a warning to Tehran.", "Tehran", .phrase),
            ("Iranian oil became cheaper.", "Iranian", .attribute),
            ("Fighting resumed in northern Mali.", "northern Mali", .locative),
        ]
    )
    func uses(text: String, words: String, use: ActorMention.Use) throws {
        let mention = try CodingRoom.shared.get().mention(words, in: text)
        #expect(mention?.use == use)
    }

    @Test("Personal names and lower-case words are no countries")
    func foreignNames() throws {
        let room = try CodingRoom.shared.get()
        for text in ["Michael Jordan scored again.", "Give us the map.", "They ate turkey at home."] {
            #expect(!room.mentions(text).contains { $0.form == .name }, "\(text)")
        }
    }
}
