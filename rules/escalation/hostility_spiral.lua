-- Each side answers the other a step harder: words, shows of force, fighting.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.PARTY

local CONFLICT = { "verbal_conflict", "material_conflict" }

-- An accusation, a threat, an attack.
local STORY = {
    { date = "+0", source = "IND", target = "PAK", type = "ACCUSE", mode = "allege" },
    { date = "+4", source = "PAK", target = "IND", type = "THREATEN", mode = "violence" },
    { date = "+11", source = "IND", target = "PAK", type = "ASSAULT", mode = "heavy-weapons" },
}

rule "hostility_spiral" {
    title = "Spiral of rising hostility",
    kind = "tit_for_tat",
    severity = "high",
    status = "test",
    description = "Two sides act against each other in turn three times within two months, each time on a lower value "
        .. "of Goldstein's scale than before, and the last move is a show or use of force.",
    references = {
        "Goldstein 1992, A Conflict-Cooperation Scale for WEIS Events Data, JCR 36(2)",
        "Jervis 1976, Perception and Misperception in International Politics (the spiral model)",
    },
    false_positives = {
        "moves of different issues that fall into one order by chance",
    },

    match = sequence {
        by = "pair",
        within = days(60),
        suppress = days(30),
        -- Who already fights is past the spiral.
        absent { type = "ASSAULT", modality = DONE, within = days(60) },
        step "first" { quad = CONFLICT, modality = DONE, source = PARTY, target = PARTY },
        step "second" {
            modality = DONE, reverses = "first", goldstein = below "first", source = PARTY,
        },
        step "third" {
            modality = DONE, reverses = "second", goldstein = below "second",
            hostility = at_least(3), min_gap = days(1), source = PARTY,
        },
    },

    alert = function(m)
        return ("Spiral between %s and %s: %s, %s, %s"):format(
            m.first.source, m.first.target, m.first.action, m.second.action, m.third.action)
    end,

    fires = {
        {
            note = "an accusation, a threat, an attack",
            date = "2019-02-15", events = STORY,
            expect = { alerts = 1, third = { type = "ASSAULT" } },
        },
        {
            note = "a charge, a rebuff, troops at the border",
            events = {
                { date = "2023-11-02", source = "VEN", target = "GUY", type = "ACCUSE", mode = "allege" },
                { date = "2023-11-10", source = "GUY", target = "VEN", type = "REJECT", mode = "meet" },
                { date = "2023-12-08", source = "VEN", target = "GUY", type = "MOBILIZE", mode = "troops" },
            },
            expect = { alerts = 1 },
        },
        {
            article = " date 2016-10-02 India accused Pakistan of sheltering militants on September 20. "
                .. "On September 24 Pakistan threatened India with a nuclear attack. "
                .. "On Thursday Indian soldiers attacked Pakistani posts.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the second move is milder than the first",
            events = {
                { date = "2019-02-15", source = "IND", target = "PAK", type = "THREATEN", mode = "violence" },
                { date = "2019-02-19", source = "PAK", target = "IND", type = "ACCUSE", mode = "allege" },
                { date = "2019-02-26", source = "IND", target = "PAK", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            note = "one side makes all the moves",
            events = {
                { date = "2019-02-15", source = "IND", target = "PAK", type = "ACCUSE", mode = "allege" },
                { date = "2019-02-19", source = "IND", target = "PAK", type = "THREATEN", mode = "violence" },
                { date = "2019-02-26", source = "IND", target = "PAK", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            note = "it ends in words",
            events = {
                { date = "2019-02-15", source = "IND", target = "PAK", type = "ACCUSE", mode = "allege" },
                { date = "2019-02-19", source = "PAK", target = "IND", type = "REJECT", mode = "meet" },
                { date = "2019-02-26", source = "IND", target = "PAK", type = "THREATEN", mode = "violence" },
            },
        },
        {
            article = " date 2016-10-02 India accused Pakistan of sheltering militants on September 20. "
                .. "On September 24 Pakistan threatened India with a nuclear attack. "
                .. "On Thursday India condemned the threat.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("in the other direction", STORY, { source = "PAK", target = "IND" }, 1, 3),
        but("done by civilians", STORY, { source = "Civilian (India)" }, 1, 3),
        but("a day too long before", STORY, { date = "-57" }, 1),
        but("on the same day", STORY, { date = "+4" }, 3),
        but("nothing more is known of the act", STORY, { mode = false }, 3),
        but("done to civilians", STORY, { target = "Civilian (Pakistan)" }, 1),
        but("done by civilians", STORY, { source = "Civilian (Pakistan)" }, 2),
        but("without any show of force", STORY, { hostility = 1 }, 3),
        but("a visit", STORY, { type = "CONSULT", mode = "visit" }, 1),
        {
            note = "they fight already",
            events = {
                { date = "+0", source = "PAK", target = "IND", type = "ASSAULT", mode = "heavy-weapons" },
                { date = "+9", source = "IND", target = "PAK", type = "ACCUSE", mode = "allege" },
                { date = "+13", source = "PAK", target = "IND", type = "THREATEN", mode = "violence" },
                { date = "+20", source = "IND", target = "PAK", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
    },
}
