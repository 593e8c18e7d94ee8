-- A cycle of blows: A hits B, B hits A, A hits B again.

local DONE = { "actual", "claimed" }
local BLOWS = { "ASSAULT", "COERCE" }

rule "tit_for_tat" {
    title = "Tit for tat",
    kind = "tit_for_tat",
    severity = "high",
    status = "test",
    description = "Two sides hit each other in turn at least three times, each blow within two weeks of the last.",
    references = {
        "Axelrod 1984, The Evolution of Cooperation",
        "Brandt, Colaresi and Freeman 2008, The Dynamics of Reciprocity, Accountability, and Credibility, JCR 52(3)",
    },
    false_positives = {
        "an open war, in which both sides attack every day whatever the other does",
    },

    match = sequence {
        by = "pair",
        suppress = days(14),
        step "first" { type = BLOWS, modality = DONE },
        step "reply" {
            type = BLOWS, modality = DONE, reverses = "first",
            one_of { { answers = "first" }, { within = weeks(2), min_gap = days(1) } },
        },
        step "again" {
            type = BLOWS, modality = DONE, reverses = "reply",
            one_of { { answers = "reply" }, { within = weeks(2) } },
        },
    },

    alert = function(m)
        return ("%s and %s hit each other in turn"):format(m.first.source, m.first.target)
    end,

    fires = {
        {
            note = "three blows in turn",
            events = {
                { date = "2024-01-16", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2024-01-18", source = "PAK", target = "IRN", type = "ASSAULT" },
                { date = "2024-01-25", source = "IRN", target = "PAK", type = "ASSAULT" },
            },
            expect = { alerts = 1, date = "2024-01-25", reply = { source = "PAK" } },
        },
        {
            note = "a long campaign, its answer, and one blow more",
            events = {
                { date = "2023-10-18/2024-01-22", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    aggregate = true },
                { date = "2023-12-25", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    in_response_to = 1 },
                { date = "2023-12-28", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-02-01 Iran attacked Pakistan on January 16. Pakistan attacked Iran on January 18. "
                .. "Iran attacked Pakistan again on January 25.",
        },
    },

    silent = {
        {
            note = "one blow and one reply",
            events = {
                { date = "2024-01-16", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2024-01-18", source = "PAK", target = "IRN", type = "ASSAULT" },
            },
        },
        {
            note = "the second reply comes half a year later",
            events = {
                { date = "2024-01-16", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2024-01-18", source = "PAK", target = "IRN", type = "ASSAULT" },
                { date = "2024-07-25", source = "IRN", target = "PAK", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-02-01 Iran attacked Pakistan on January 16. "
                .. "Pakistan condemned the attack on January 17.",
        },
    },
}
