-- A threat that still hangs in the air.

local DONE = { "actual", "claimed" }

-- States with their organs, and armed groups: those who can fight, threaten and make peace.
local PARTY = any {
    { sector = { "GOV", "MIL", "SPY", "LEG", "REB" } },
    { sector = unknown(), country = known() },
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
        step "threat" { type = "THREATEN", mode = known(), modality = DONE, source = PARTY, target = PARTY },
        absent { type = { "ASSAULT", "COERCE", "MOBILIZE", "SANCTION" }, modality = DONE },
    },

    alert = function(m)
        return ("%s threatens %s, and has not acted on it so far"):format(m.threat.source, m.threat.target)
    end,

    fires = {
        {
            note = "nothing follows",
            events = {
                { date = "2022-01-10", source = "USA", target = "RUS", type = "THREATEN", mode = "restrict" },
            },
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
    },
}
