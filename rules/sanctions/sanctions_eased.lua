-- Sanctions are lifted, suspended or eased.

-- An embargo is lifted.
local STORY = {
    { date = "+0", source = "USA", target = "MMR", type = "RETREAT", mode = "ease",
        text = "The embargo was lifted." },
}

rule "sanctions_eased" {
    title = "Sanctions eased",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "A state or a body lifts, suspends or eases sanctions, or releases frozen money.",
    references = {
        "Attia and Grauvogel 2023, International Sanctions Termination 1990-2018, JPR 60(4)",
        "Drezner 1999, The Sanctions Paradox",
    },
    false_positives = {
        "a licence for one delivery, while the sanctions stand",
    },

    match = sequence {
        by = "dyad",
        suppress = days(14),
        step "easing" {
            type = "RETREAT", mode = { "ease", "return" }, modality = { "actual", "claimed", "planned" },
            text = says("sanction*", "embargo*", "asset*", "frozen", "funds", "blacklist*"),
        },
    },

    alert = function(m)
        return ("%s eased sanctions on %s: %s"):format(m.easing.source, m.easing.target, m.easing.action)
    end,

    fires = {
        {
            note = "an embargo is lifted",
            date = "2016-10-07", events = STORY,
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "frozen money is released",
            events = {
                { date = "2023-09-18", source = "USA", target = "IRN", type = "RETREAT", mode = "return",
                    modality = "planned", text = "The frozen funds will be released." },
            },
        },
        { article = " date 2024-02-08 The United States lifted sanctions on Venezuela on Monday." },
        again(STORY, days(3)),
        { article = " date 2024-02-08 Canada stopped its sanctions on Haiti on Monday." },
    },

    silent = {
        {
            note = "sanctions are imposed",
            events = {
                { date = "2016-10-07", source = "USA", target = "MMR", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "others ask for it",
            events = {
                { date = "2016-10-07", source = "CHN", target = "USA", type = "REQUEST", mode = "yield",
                    text = "It called for the lifting of sanctions." },
            },
        },
        {
            note = "a request was refused",
            events = {
                { date = "2016-10-07", source = "USA", target = "MMR", type = "RETREAT", mode = "ease",
                    modality = "negated", cameo = "085" },
            },
        },
        { article = " date 2024-02-08 Venezuela urged the United States on Monday to lift its sanctions." },
        -- The story above with one thing changed.
        but("it did not come to that", STORY, { modality = "negated" }),
        but("nothing more is known of the act", STORY, { mode = false }),
        but("the sentence says nothing of the kind", STORY, { text = false }),
        but("only talks", STORY, { type = "CONSULT" }),
        { article = " date 2024-02-08 Japan suspended exports of chips to Russia on Monday after sanctions." },
    },
}
