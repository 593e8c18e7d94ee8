-- A dyad climbs Kahn's ladder: from words to shows of force, from shows of force to fighting, and on to war.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.PARTY

-- The rungs of Kahn's ladder that single acts of the news stand on; what lies between them are states of mind.
local NAMES = {
    [2] = "gestures", [3] = "declarations", [4] = "hard positions", [5] = "a show of force",
    [7] = "legal harassment", [8] = "acts of violence", [10] = "broken relations", [12] = "conventional war",
    [21] = "weapons of mass destruction",
}

--- The rung of an act.
local function rung(e)
    if e.type == "ACCUSE" then return 2 end
    if e.type == "REJECT" then return 3 end
    if e.type == "THREATEN" then return 4 end
    if e.type == "MOBILIZE" then return 5 end
    if e.type == "SANCTION" then return e.mode == "withdraw" and 10 or 7 end
    if e.type == "COERCE" then return e.mode == "seize" and 8 or 7 end
    if e.type == "ASSAULT" then return e.mode == "unconventional" and 21 or e.hostility == 5 and 12 or 8 end
    return 0
end

-- Force after a show of force.
local STORY = {
    { date = "+0", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
    { date = "+14", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons" },
}

-- An accusation, a threat, and relations broken off.
local OTHER = {
    { date = "+0", source = "DZA", target = "MAR", type = "ACCUSE" },
    { date = "+11", source = "DZA", target = "MAR", type = "THREATEN", mode = "relations" },
    { date = "+23", source = "DZA", target = "MAR", type = "SANCTION", mode = "withdraw" },
}

-- A gas attack.
local THIRD = {
    { date = "+0", source = "SYR", target = "Syrian rebels", type = "ASSAULT",
        mode = "unconventional" },
}

rule "kahn_rung" {
    title = "Rung of Kahn's ladder climbed",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "One side that has used no force against another for three months goes over from a show of force to "
        .. "force, or climbs three rungs in turn; or it kills masses, or uses weapons of mass destruction.",
    references = {
        "Kahn 1965, On Escalation: Metaphors and Scenarios",
        "Palmer et al. 2022, The MID5 Dataset 2011-2014, CMPS 39(4)",
    },
    false_positives = {
        "force that no article of those read tells of, before the show of force",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(60),
            absent { hostility = at_least(4), modality = DONE, within = days(90) },
            step "lower" { hostility = 3, modality = DONE, source = PARTY },
            step "higher" {
                hostility = above "lower", modality = DONE, source = PARTY, min_gap = days(1), within = days(60),
            },
        },
        sequence {
            by = "dyad",
            within = days(90),
            suppress = days(90),
            absent { hostility = at_least(4), modality = DONE, within = days(90) },
            step "lower" {
                modality = DONE, source = PARTY, target = PARTY, where = function(e) return rung(e) > 1 end,
            },
            step "middle" {
                modality = DONE, min_gap = days(1), source = PARTY,
                where = function(e, m) return rung(e) > rung(m.lower) end,
            },
            step "higher" {
                modality = DONE, min_gap = days(1), source = PARTY, mode = none { "crowd-control" },
                where = function(e, m) return rung(e) > rung(m.middle) and rung(e) >= 8 end,
            },
        },
        sequence {
            by = "source",
            suppress = days(14),
            step "higher" {
                hostility = 5, modality = DONE, source = PARTY, date = known(),
                max_age = days(30), any { { mode = "unconventional" }, { killed = at_least(10) } },
            },
        },
    },

    alert = function(m)
        local on = #m.higher.target > 0 and (" against %s"):format(m.higher.target) or ""
        if m.middle then
            return ("%s climbed%s from %s by %s to %s"):format(
                m.higher.source, on, NAMES[rung(m.lower)], NAMES[rung(m.middle)], NAMES[rung(m.higher)])
        elseif m.lower then
            return ("%s went over from a show of force to force%s"):format(m.higher.source, on)
        end
        return ("%s went over to mass violence%s"):format(m.higher.source, on)
    end,

    fires = {
        {
            note = "force after a show of force",
            date = "2022-02-10", events = STORY,
            expect = { alerts = 1, higher = { type = "ASSAULT" } },
        },
        {
            note = "an accusation, a threat, and relations broken off",
            date = "2021-08-01", events = OTHER,
            expect = { alerts = 1, date = "2021-08-24" },
        },
        {
            note = "a gas attack",
            date = "2018-04-07", events = THIRD,
        },
        {
            article = " date 2020-07-20 Azerbaijan deployed tanks along its border with Armenia on July 6. "
                .. "Azerbaijani forces shelled Armenian positions on Friday.",
        },
        again(STORY, days(3)),
        but("many dead", THIRD, { mode = "massacre", killed = 40 }),
    },

    silent = {
        {
            note = "the other side mobilised",
            events = {
                { date = "2022-02-10", source = "UKR", target = "RUS", type = "MOBILIZE", mode = "troops" },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "ASSAULT" },
            },
        },
        {
            note = "they fought before the show of force",
            events = {
                { date = "2022-02-01", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2022-02-10", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "ASSAULT" },
            },
        },
        {
            note = "words only, however hard",
            events = {
                { date = "2021-08-01", source = "DZA", target = "MAR", type = "ACCUSE" },
                { date = "2021-08-12", source = "DZA", target = "MAR", type = "REJECT" },
                { date = "2021-08-24", source = "DZA", target = "MAR", type = "THREATEN", mode = "relations" },
            },
        },
        {
            article = " date 2020-07-20 Azerbaijan deployed tanks along its border with Armenia on July 6. "
                .. "Armenia condemned the deployment on Friday.",
        },
        -- The stories above with one thing changed.
        but("only planned", OTHER, { modality = "planned" }),
        but("done by civilians", OTHER, { source = "Civilian (Algeria)" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("a day too long before", STORY, { date = "-47" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("a day too long before", OTHER, { date = "-80" }, 1),
        but("on the same day", OTHER, { date = "+0" }, 2),
        but("nothing more is known of the act", OTHER, { mode = false }, 3),
        but("a request", OTHER, { type = "REQUEST" }, 1),
        but("done to civilians", OTHER, { target = "Civilian (Morocco)" }, 1),
        but("not at the level of a war", THIRD, { hostility = 4 }),
        but("on a day that nobody knows", THIRD, { date = false }),
        but("police against a crowd", OTHER, { type = "ASSAULT", mode = "crowd-control" }, 3),
        { note = "old news", article = " date 2024-02-08 Syria killed 1,400 civilians with sarin gas in August 2013." },
    },
}
