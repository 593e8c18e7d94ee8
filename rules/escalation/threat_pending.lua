-- A threat that still hangs in the air.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, PARTY, TERM = acts.DONE, acts.PARTY, words.TERM

-- Customs and imports are trade policy.
local TRADE = says("import*", "tariff*", "seafood", "customs")

-- Nothing follows.
local STORY = {
    { date = "+0", source = "USA", target = "RUS", type = "THREATEN", mode = "restrict" },
}

rule "threat_pending" {
    title = "Threat pending",
    kind = "threat_pending",
    severity = "medium",
    status = "test",
    description = "One side threatens another, and nothing tells that it has carried the threat out since.",
    references = {
        "Schelling 1966, Arms and Influence",
        "Sechser 2011, Militarized Compellent Threats 1918-2001, CMPS 28(4)",
    },
    false_positives = {
        "standing rhetoric, repeated without any intent",
        "a threat that was withdrawn, or met by giving in",
    },

    match = sequence {
        by = "dyad",
        suppress = days(14),
        -- A threat without a mode is a mere warning.
        step "threat" {
            type = "THREATEN", mode = known(), modality = DONE, source = PARTY, target = PARTY,
            -- An ultimatum is watched by a rule of its own.
            cameo = none { "139" }, text = none { TERM, TRADE },
            max_age = days(180),
        },
        absent { type = { "ASSAULT", "COERCE", "MOBILIZE", "SANCTION" }, modality = DONE },
    },

    alert = function(m)
        return ("Threat by %s against %s, not carried out so far"):format(m.threat.source, m.threat.target)
    end,

    fires = {
        {
            note = "nothing follows",
            date = "2022-01-10", events = STORY,
            expect = { alerts = 1, threat = { mode = "restrict" } },
        },
        {
            note = "the other side acts, not the one that threatened",
            events = {
                { date = "2023-07-20", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence" },
                { date = "2023-07-24", source = "UKR", target = "RUS", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-04-09 Turkey threatened to attack Greece on Tuesday.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the threat was carried out",
            events = {
                { date = "2023-12-31", source = "USA", target = "Houthis", type = "THREATEN", mode = "violence" },
                { date = "2024-01-11", source = "USA", target = "Houthis", type = "ASSAULT" },
            },
        },
        {
            note = "a lawmaker and the parliament",
            events = {
                {
                    date = "2023-05-03", type = "THREATEN", mode = "relations",
                    source = { name = "a lawmaker", country = "GBR", sector = "LEG" },
                    target = { name = "the government", country = "GBR", sector = "GOV" },
                },
            },
        },
        {
            note = "an ultimatum is the matter of another rule",
            events = {
                { date = "2023-07-30", source = "NGA", target = "NER", type = "THREATEN", mode = "relations",
                    cameo = "139" },
            },
        },
        {
            note = "doctors and a minister are no parties to a conflict",
            events = {
                { date = "2023-09-19", target = "GBR", type = "THREATEN", mode = "relations",
                    source = { name = "doctors", country = "GBR", sector = "MED" } },
            },
        },
        {
            note = "a threat that nobody made",
            events = {
                { date = "2023-12-31", source = "USA", target = "IRN", type = "THREATEN", mode = "violence",
                    modality = "negated" },
            },
        },
        {
            article = " date 2024-04-09 The foreign ministers of Turkey and Greece met in Athens on Tuesday.",
        },
        {
            note = "workers and their bosses",
            article = " date 2023-02-14 Nurses in Wales threatened to strike again on Monday unless "
                .. "ministers improve their offer. The union said its members were ready to fight. The "
                .. "health secretary warned that operations would be put off.",
        },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("nothing more is known of the act", STORY, { mode = false }),
        but("done by civilians", STORY, { source = "Civilian (United States)" }),
        but("done to civilians", STORY, { target = "Civilian (Russia)" }),
        but("an act of coercion", STORY, { type = "COERCE" }),
        but("a matter of trade", STORY, { text = "He threatened higher tariffs." }),
        {
            note = "old news",
            article = " date 2024-02-08 The United States threatened Russia with sanctions in January 2022.",
        },
    },
}
