-- An ultimatum whose term is still running.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, PARTY, TERM = acts.DONE, acts.PARTY, words.TERM

-- An ultimatum and nothing after it.
local STORY = {
    { date = "+0", source = "NGA", target = "NER", type = "THREATEN", mode = "relations",
        cameo = "139" },
}

-- A threat with a term.
local OTHER = {
    { date = "+0", source = "GEO", target = "RUS", type = "THREATEN", mode = "violence",
        text = "Tbilisi threatened to shoot unless the troops turn back within 24 hours." },
}

rule "ultimatum_open" {
    title = "Ultimatum running",
    kind = "threat_pending",
    severity = "high",
    status = "test",
    description = "One side gives another an ultimatum, and nothing tells so far that either has acted on it.",
    references = {
        "Lauren 1972, Ultimata and Coercive Diplomacy, ISQ 16(2)",
        "Sechser 2011, Militarized Compellent Threats 1918-2001, CMPS 28(4)",
    },
    false_positives = {
        "an ultimatum in a strike, a takeover or a coalition",
        "the sentence names the deadline of somebody else",
    },

    match = sequence {
        by = "dyad",
        suppress = days(14),
        step "ultimatum" {
            type = { "THREATEN", "REQUEST" }, modality = DONE, source = PARTY, target = PARTY,
            any { { cameo = "139" }, { type = "THREATEN", text = TERM }, { text = says("ultimatum") } },
            max_age = days(30),
        },
        absent {
            type = { "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "CONCEDE" }, modality = DONE,
        },
    },

    alert = function(m)
        return ("Ultimatum by %s to %s, still running"):format(m.ultimatum.source, m.ultimatum.target)
    end,

    fires = {
        {
            note = "an ultimatum and nothing after it",
            date = "2023-07-30", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "a threat with a term",
            date = "2008-08-08", events = OTHER,
        },
        {
            article = " date 2024-02-08 Serbia issued an ultimatum to Kosovo on Monday, demanding the withdrawal "
                .. "of police from the north by Friday.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
        but("a demand that the text calls an ultimatum", OTHER,
            { type = "REQUEST", mode = false, text = "It gave them an ultimatum." }),
    },

    silent = {
        {
            note = "a threat without a term",
            events = {
                { date = "2008-08-08", source = "GEO", target = "RUS", type = "THREATEN", mode = "violence" },
            },
        },
        {
            note = "the one who gave it has struck since",
            events = {
                { date = "2023-07-30", source = "NGA", target = "NER", type = "THREATEN", cameo = "139" },
                { date = "2023-08-02", source = "NGA", target = "NER", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "workers give a company an ultimatum",
            events = {
                {
                    date = "2023-07-30", type = "THREATEN", cameo = "139",
                    source = { name = "workers", country = "FRA", sector = "CVL" },
                    target = { name = "a carmaker", country = "FRA", sector = "BUS" },
                },
            },
        },
        {
            article = " date 2024-02-08 The foreign ministers of Serbia and Kosovo met on Monday, before the deadline "
                .. "for budget talks runs out in Brussels.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("a request", OTHER, { type = "REQUEST", mode = false }),
        but("done by civilians", STORY, { source = "Civilian (Nigeria)" }),
        but("done to civilians", STORY, { target = "Civilian (Niger)" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        { note = "old news", article = " date 2024-02-08 The United States gave Iraq an ultimatum in March 2003." },
    },
}
