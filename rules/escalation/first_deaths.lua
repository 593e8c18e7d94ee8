-- Attacks that killed nobody have begun to kill.

local acts = require "pack.acts"

local DONE = acts.DONE

-- Attacks without a victim, then three dead.
local STORY = {
    { date = "+0", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 0 },
    { date = "+18", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 3 },
}

-- The wounded of the first attack came before the dead of the second.
local OTHER = {
    { date = "+0", source = "CHN", target = "IND", type = "ASSAULT", mode = "beat", wounded = 7 },
    { date = "+14", source = "CHN", target = "IND", type = "ASSAULT", mode = "beat", killed = 20 },
}

rule "first_deaths" {
    title = "First deaths",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "One side has attacked another without killing anybody, and within two months an attack kills.",
    references = {
        "Palmer et al. 2022, The MID5 Dataset 2011-2014, CMPS 39(4)",
        "Senese and Vasquez 2008, The Steps to War",
    },
    false_positives = {
        "earlier deaths that no article of those read tells of",
    },

    match = sequence {
        by = "dyad",
        absent { type = "ASSAULT", killed = at_least(1), modality = DONE, within = days(180) },
        step "before" {
            type = "ASSAULT", modality = DONE,
            any { { killed = 0 }, { killed = unknown(), wounded = known() } },
        },
        step "deaths" { type = "ASSAULT", modality = DONE, killed = at_least(1), within = days(60) },
    },

    alert = function(m)
        local count = m.deaths.killed
        return ("Attacks by %s on %s have begun to kill: %d dead"):format(m.deaths.source, m.deaths.target, count)
    end,

    fires = {
        {
            note = "attacks without a victim, then three dead",
            date = "2024-01-02", events = STORY,
            expect = { alerts = 1, deaths = { killed = 3 } },
        },
        {
            note = "the wounded of the first attack came before the dead of the second",
            date = "2020-06-01", events = OTHER,
        },
        {
            article = " date 2022-05-20 Thai soldiers shelled a Cambodian village on May 2, wounding four people. "
                .. "On Wednesday Thai soldiers shelled a Cambodian village and killed six people.",
            expect = { deaths = { killed = 6 } },
        },
    },

    silent = {
        {
            note = "attacks that have killed before",
            events = {
                { date = "2023-12-20", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 1 },
                { date = "2024-01-02", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 0 },
                { date = "2024-01-20", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 3 },
            },
        },
        {
            note = "the dead are those of the other side's attack",
            events = {
                { date = "2024-01-02", source = "THA", target = "KHM", type = "ASSAULT", killed = 0 },
                { date = "2024-01-20", source = "KHM", target = "THA", type = "ASSAULT", killed = 3 },
            },
        },
        {
            note = "half a year lies between",
            events = {
                { date = "2024-01-02", source = "THA", target = "KHM", type = "ASSAULT", killed = 0 },
                { date = "2024-07-20", source = "THA", target = "KHM", type = "ASSAULT", killed = 3 },
            },
        },
        {
            article = " date 2022-05-20 Thai soldiers shelled a Cambodian village on May 2, wounding four people. "
                .. "On Wednesday the Thai and Cambodian prime ministers met in Bangkok.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an act of coercion", STORY, { type = "COERCE" }),
        but("nobody was killed", STORY, { killed = false }, 2),
        but("somebody was killed before", OTHER, { killed = 1 }, 1),
        but("nobody was wounded", OTHER, { wounded = false }, 1),
    },
}
