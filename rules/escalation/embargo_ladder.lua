-- Sanctions grow step by step: diplomats, then trade, then a closed border or a blockade.

local acts = require "pack.acts"

local DONE = acts.DONE

--- The step of the ladder that a measure stands on: diplomatic, economic, then physical.
local function rank(e)
    if e.type == "COERCE" then return 3 end
    if e.mode == "expel" or e.mode == "withdraw" then return 1 end
    return 2
end

local WORDS = { "diplomatic measures", "an embargo", "seizure or blockade" }

-- States and their organs, international bodies, and armed groups.
local PARTY = any {
    { sector = { "GOV", "MIL", "LEG", "REB", "BUS" } },
    { sector = unknown(), country = known() },
}

-- Diplomats, then trade.
local STORY = {
    { date = "+0", source = "SAU", target = "QAT", type = "SANCTION", mode = "withdraw" },
    { date = "+15", source = "SAU", target = "QAT", type = "SANCTION", mode = "discontinue" },
}

-- Three rounds of sanctions.
local OTHER = {
    { date = "+0", source = "GBR", target = "RUS", type = "SANCTION", mode = "discontinue" },
    { date = "+15", source = "GBR", target = "RUS", type = "SANCTION", mode = "discontinue" },
    { date = "+42", source = "GBR", target = "RUS", type = "SANCTION", mode = "discontinue" },
}

rule "embargo_ladder" {
    title = "Ladder of embargoes",
    kind = "vertical_escalation",
    severity = "medium",
    status = "test",
    description = "Within half a year one side goes over from diplomatic to economic measures against another, or from "
        .. "these to seizures, a closed border or a blockade; or it sanctions the other three times.",
    references = {
        "Morgan, Bapat and Kobayashi 2014, Threat and Imposition of Economic Sanctions 1945-2005 (TIES), CMPS 31(5)",
        "Drezner 1999, The Sanctions Paradox",
    },
    false_positives = {
        "a border that is closed because of a disease",
        "sanctions that several articles announce, each on another day",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(90),
            step "measure" { type = "SANCTION", modality = DONE, source = PARTY, target = PARTY },
            step "harder" {
                type = { "SANCTION", "COERCE" }, mode = { "discontinue", "seize", "restrict", "withhold" },
                modality = DONE, min_gap = days(1), within = days(180), source = PARTY, target = PARTY,
                where = function(e, m) return rank(e) > rank(m.measure) end,
            },
        },
        sequence {
            by = "dyad",
            within = days(180),
            suppress = days(180),
            step "measure" { type = "SANCTION", modality = DONE, source = PARTY, target = PARTY },
            step "second" { type = "SANCTION", modality = DONE, source = PARTY, target = PARTY, min_gap = days(3) },
            step "harder" { type = "SANCTION", modality = DONE, source = PARTY, target = PARTY, min_gap = days(3) },
        },
    },

    alert = function(m)
        if m.second then
            return ("%s sanctioned %s for the third time within half a year"):format(m.harder.source, m.harder.target)
        end
        return ("%s went over from %s to %s against %s"):format(
            m.harder.source, WORDS[rank(m.measure)], WORDS[rank(m.harder)], m.harder.target)
    end,

    fires = {
        {
            note = "diplomats, then trade",
            date = "2017-06-05", events = STORY,
            expect = { alerts = 1, harder = { mode = "discontinue" } },
        },
        {
            note = "three rounds of sanctions",
            date = "2022-02-23", events = OTHER,
            expect = { alerts = 1, date = "2022-04-06" },
        },
        {
            article = " date 2015-10-02 India expelled two Nepalese diplomats on September 8. "
                .. "On Wednesday India imposed an embargo on Nepal.",
            expect = { harder = { type = "SANCTION" } },
        },
        again(OTHER, days(3)),
    },

    silent = {
        {
            note = "each by another state",
            events = {
                { date = "2017-06-05", source = "SAU", target = "QAT", type = "SANCTION", mode = "withdraw" },
                { date = "2017-06-20", source = "EGY", target = "QAT", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "the measures become milder",
            events = {
                { date = "2017-06-05", source = "SAU", target = "QAT", type = "SANCTION", mode = "discontinue" },
                { date = "2017-06-20", source = "SAU", target = "QAT", type = "SANCTION", mode = "expel" },
            },
        },
        {
            note = "a threat of sanctions is none",
            events = {
                { date = "2017-06-05", source = "SAU", target = "QAT", type = "SANCTION", mode = "withdraw" },
                { date = "2017-06-20", source = "SAU", target = "QAT", type = "THREATEN", mode = "restrict" },
            },
        },
        {
            article = " date 2015-10-02 India expelled two Nepalese diplomats on September 8. "
                .. "On Wednesday India lifted an embargo on Nepal.",
        },
        -- The stories above with one thing changed.
        but("an act of coercion", OTHER, { type = "COERCE", mode = false }),
        but("only planned", OTHER, { modality = "planned" }),
        but("done by civilians", OTHER, { source = "Civilian (United Kingdom)" }),
        but("done to civilians", OTHER, { target = "Civilian (Russia)" }),
        but("a day too long before", STORY, { date = "-166" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("a day too long before", OTHER, { date = "-166" }, 1),
        but("on the same day", OTHER, { date = "+0" }, 2),
        but("on the same day", OTHER, { date = "+15" }, 3),
    },
}
