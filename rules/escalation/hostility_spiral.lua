-- Each side answers the other a step harder: words, shows of force, fighting.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.PARTY

local CONFLICT = { "verbal_conflict", "material_conflict" }

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
        step "first" { quad = CONFLICT, modality = DONE, goldstein = known(), source = PARTY, target = PARTY },
        step "second" {
            quad = CONFLICT, modality = DONE, reverses = "first", goldstein = below "first", source = PARTY,
        },
        step "third" {
            quad = "material_conflict", modality = DONE, reverses = "second", goldstein = below "second",
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
            events = {
                { date = "2019-02-15", source = "IND", target = "PAK", type = "ACCUSE", mode = "allege" },
                { date = "2019-02-19", source = "PAK", target = "IND", type = "THREATEN", mode = "violence" },
                { date = "2019-02-26", source = "IND", target = "PAK", type = "ASSAULT", mode = "heavy-weapons" },
            },
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
    },
}
