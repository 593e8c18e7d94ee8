-- Inspectors are let in, arms are given up, or a treaty on nuclear arms is agreed.

local INSPECTORS = says("inspector*", "inspections", "iaea", "international atomic energy agency", "safeguards")
local TREATY = says(
    "nuclear deal", "nuclear accord", "nuclear agreement", "nuclear pact", "arms control treaty", "non proliferation",
    "nuclear programme", "nuclear program", "nuclear weapons", "enrichment", "denucleari*"
)

-- Inspectors are let in.
local STORY = {
    { date = "+0", source = "IRN", target = "IAEA", type = "RETREAT", mode = "access",
        text = "Inspectors were let in." },
}

-- A programme is given up.
local OTHER = {
    { date = "+0", source = "LBY", target = "USA", type = "RETREAT", mode = "disarm",
        text = "It gave up its nuclear weapons." },
}

rule "inspectors_in" {
    title = "Nuclear de-escalation",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "A state lets inspectors in, gives up or freezes part of a nuclear programme, or agrees to do so.",
    references = {
        "Miller 2014, The Secret Success of Nonproliferation Sanctions, IO 68(4)",
        "Levite 2003, Never Say Never Again: Nuclear Reversal Revisited, International Security 27(3)",
    },
    false_positives = {
        "a promise that has been made before",
    },

    match = sequence {
        by = "source",
        suppress = days(14),
        step "easing" {
            any {
                { type = "RETREAT", mode = { "access", "disarm", "withdraw" }, text = any { INSPECTORS, TREATY } },
                { type = "AGREE", cameo = "035", text = any { INSPECTORS, TREATY } },
                { type = "AGREE", text = INSPECTORS },
                { type = { "SUPPORT", "AGREE" }, cameo = "057", text = TREATY },
            },
            modality = { "actual", "claimed", "planned" },
            max_age = days(60),
        },
    },

    alert = function(m)
        return ("Nuclear de-escalation by %s: %s"):format(m.easing.source, m.easing.action)
    end,

    fires = {
        {
            note = "inspectors are let in",
            date = "2003-12-18", events = STORY,
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "a programme is given up",
            date = "2003-12-19", events = OTHER,
        },
        { article = " date 2024-02-08 Iran agreed to allow IAEA inspectors into Fordow on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "troops are withdrawn",
            events = {
                { date = "2003-12-19", source = "LBY", target = "TCD", type = "RETREAT", mode = "withdraw",
                    text = "Troops were withdrawn." },
            },
        },
        {
            note = "inspectors are expelled",
            events = {
                { date = "2009-04-14", source = "PRK", target = "IAEA", type = "SANCTION", mode = "expel",
                    text = "The inspectors were told to leave." },
            },
        },
        {
            note = "others ask for it",
            events = {
                { date = "2009-04-14", source = "USA", target = "PRK", type = "REQUEST", mode = "yield",
                    text = "It called on Pyongyang to let the inspectors in." },
            },
        },
        { article = " date 2024-02-08 Iran expelled the inspectors of the International Atomic Energy Agency." },
        -- The stories above with one thing changed.
        but("an agreement whose code tells of no arms", OTHER, { type = "AGREE" }),
        but("it did not come to that", STORY, { modality = "negated" }),
        but("an easing", STORY, { mode = "ease" }),
        {
            note = "old news",
            article = " date 2024-02-08 Iran allowed nuclear inspectors into the country in January 2016.",
        },
        but("a treaty on fish", OTHER,
            { type = "AGREE", mode = false, cameo = "057", text = "They signed a pact on fish." }),
        but("a quarrel over a treaty", OTHER, { type = "REJECT", mode = false, cameo = "057" }),
    },
}
