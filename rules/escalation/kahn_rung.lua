-- A dyad climbs Kahn's ladder: from words to shows of force, from shows of force to fighting, and on to war.

local acts = require "pack.acts"
local story = require "pack.story"

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
            step "lower" { quad = { "verbal_conflict", "material_conflict" }, modality = DONE, source = PARTY,
                target = PARTY, where = function(e) return rung(e) > 1 end },
            step "middle" {
                quad = { "verbal_conflict", "material_conflict" }, modality = DONE, min_gap = days(1), source = PARTY,
                where = function(e, m) return rung(e) > rung(m.lower) end,
            },
            step "higher" {
                type = { "ASSAULT", "SANCTION", "COERCE" }, modality = DONE, min_gap = days(1), source = PARTY,
                mode = none { "arrest", "censor", "ban", "crowd-control" },
                where = function(e, m) return rung(e) > rung(m.middle) and rung(e) >= 8 end,
            },
        },
        sequence {
            by = "source",
            suppress = days(14),
            step "higher" {
                type = "ASSAULT", hostility = 5, modality = DONE, source = PARTY, date = known(),
                where = story.no_older_than(30), any { { mode = "unconventional" }, { killed = at_least(10) } },
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
            events = {
                { date = "2022-02-10", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons" },
            },
            expect = { alerts = 1, higher = { type = "ASSAULT" } },
        },
        {
            note = "an accusation, a threat, and relations broken off",
            events = {
                { date = "2021-08-01", source = "DZA", target = "MAR", type = "ACCUSE" },
                { date = "2021-08-12", source = "DZA", target = "MAR", type = "THREATEN", mode = "relations" },
                { date = "2021-08-24", source = "DZA", target = "MAR", type = "SANCTION", mode = "withdraw" },
            },
            expect = { alerts = 1, date = "2021-08-24" },
        },
        {
            note = "a gas attack",
            events = {
                { date = "2018-04-07", source = "SYR", target = "Syrian rebels", type = "ASSAULT",
                    mode = "unconventional" },
            },
        },
        {
            article = " date 2020-07-20 Azerbaijan deployed tanks along its border with Armenia on July 6. "
                .. "Azerbaijani forces shelled Armenian positions on Friday.",
        },
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
    },
}
