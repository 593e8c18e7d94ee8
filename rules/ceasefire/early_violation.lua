-- A truce is broken within three days.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, TRUCE = acts.DONE, words.TRUCE

-- Two days of truce.
local STORY = {
    { date = "+0", source = "SDN", target = "RSF", type = "AGREE", cameo = "0356",
        text = "They agreed on a truce." },
    { date = "+2", source = "RSF", target = "SDN", type = "ASSAULT" },
}

rule "early_violation" {
    title = "Truce broken at once",
    kind = "ceasefire_breach",
    severity = "high",
    status = "test",
    description = "One side of a truce attacks the other within three days of it.",
    references = {
        "Fortna 2004, Peace Time: Cease-Fire Agreements and the Durability of Peace",
        "Clayton, Nathan and Wiehler 2021, Ceasefire Success: A Conceptual Framework, International Peacekeeping 28(3)",
    },
    false_positives = {
        "shots fired before the hour at which the truce began",
    },

    match = sequence {
        by = "pair",
        suppress = days(7),
        step "truce" {
            type = { "AGREE", "RETREAT" }, modality = DONE, any { { mode = "ceasefire" }, { text = TRUCE } },
        },
        step "attack" {
            type = "ASSAULT", mode = none { "crowd-control" }, modality = DONE, aggregate = false, min_gap = days(1),
            within = days(3),
        },
    },

    alert = function(m)
        local gap = m.attack.date - m.truce.date
        return ("%s attacked %s %d day%s after a truce"):format(
            m.attack.source, m.attack.target, gap, gap == 1 and "" or "s")
    end,

    fires = {
        {
            note = "two days of truce",
            date = "2023-05-20", events = STORY,
            expect = { alerts = 1, attack = { source = "Rapid Support Forces" } },
        },
        {
            note = "who declared it breaks it",
            events = {
                { date = "2020-10-10", source = "AZE", target = "ARM", type = "RETREAT", mode = "ceasefire" },
                { date = "2020-10-11", source = "AZE", target = "ARM", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-02-08 Armenia and Azerbaijan agreed on a ceasefire on Monday. "
                .. "On Wednesday Azerbaijani forces shelled Armenian positions.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "three weeks of truce",
            events = {
                { date = "2023-05-20", source = "SDN", target = "RSF", type = "AGREE", cameo = "0356",
                    text = "They agreed on a truce." },
                { date = "2023-06-12", source = "RSF", target = "SDN", type = "ASSAULT" },
            },
        },
        {
            note = "others attack",
            events = {
                { date = "2023-05-20", source = "SDN", target = "RSF", type = "AGREE", cameo = "0356",
                    text = "They agreed on a truce." },
                { date = "2023-05-22", source = "TCD", target = "RSF", type = "ASSAULT" },
            },
        },
        {
            note = "an agreement on grain",
            events = {
                { date = "2022-07-22", source = "RUS", target = "UKR", type = "AGREE", text = "They agreed on grain." },
                { date = "2022-07-23", source = "RUS", target = "UKR", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-02-08 Armenia and Azerbaijan agreed on a ceasefire on Monday. "
                .. "On Wednesday the two sides exchanged prisoners.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false, cameo = false }),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("police against a crowd", STORY, { mode = "crowd-control" }, 2),
        but("many such acts summed up", STORY, { aggregate = true }, 2),
    },
}
