-- A truce that is broken again and again.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, TRUCE = acts.DONE, words.TRUCE

-- Three attacks in a month.
local STORY = {
    { date = "+0", source = "ARM", target = "AZE", type = "RETREAT", mode = "ceasefire" },
    { date = "+4", source = "AZE", target = "ARM", type = "ASSAULT" },
    { date = "+7", source = "ARM", target = "AZE", type = "ASSAULT" },
    { date = "+10", source = "AZE", target = "ARM", type = "ASSAULT" },
}

-- All by one side.
local OTHER = {
    { date = "+0", source = "UKR", target = "Donetsk rebels", type = "AGREE",
        text = "A ceasefire." },
    { date = "+5", source = "Donetsk rebels", target = "UKR", type = "ASSAULT" },
    { date = "+6", source = "Donetsk rebels", target = "UKR", type = "ASSAULT" },
    { date = "+9", source = "Donetsk rebels", target = "UKR", type = "ASSAULT" },
}

rule "repeated_violations" {
    title = "Repeated violations of a truce",
    kind = "ceasefire_breach",
    severity = "critical",
    status = "test",
    description = "Within two months of a truce its sides attack each other on three different days.",
    references = {
        "Clayton et al. 2023, Introducing the Civil Conflict Ceasefire Dataset, JCR 67(7-8)",
        "Clayton, Nathan and Wiehler 2021, Ceasefire Success: A Conceptual Framework, International Peacekeeping 28(3)",
    },
    false_positives = {
        "a truce of a few days that had run out before the attacks",
    },

    match = sequence {
        by = "pair",
        within = days(60),
        suppress = days(60),
        step "truce" {
            type = { "AGREE", "RETREAT" }, modality = DONE, any { { mode = "ceasefire" }, { text = TRUCE } },
        },
        step "first" { type = "ASSAULT", modality = DONE, aggregate = false, min_gap = days(1) },
        step "second" { type = "ASSAULT", modality = DONE, aggregate = false, min_gap = days(1) },
        step "third" { type = "ASSAULT", modality = DONE, aggregate = false, min_gap = days(1) },
    },

    alert = function(m)
        return ("Third attack between %s and %s within %d days of a truce"):format(
            m.third.source, m.third.target, m.third.date - m.truce.date)
    end,

    fires = {
        {
            note = "three attacks in a month",
            date = "2020-10-10", events = STORY,
            expect = { alerts = 1, severity = "critical", date = "2020-10-20" },
        },
        {
            note = "all by one side",
            date = "2015-02-12", events = OTHER,
        },
        {
            article = " date 2024-02-20 Armenia and Azerbaijan agreed on a ceasefire on February 5. "
                .. "Azerbaijani forces shelled Armenian positions on February 8. "
                .. "Armenian soldiers attacked an Azerbaijani post on February 12. "
                .. "On Monday Azerbaijan bombed an Armenian base.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "one attack only",
            events = {
                { date = "2020-10-10", source = "ARM", target = "AZE", type = "RETREAT", mode = "ceasefire" },
                { date = "2020-10-14", source = "AZE", target = "ARM", type = "ASSAULT" },
            },
        },
        {
            note = "three on one day",
            events = {
                { date = "2020-10-10", source = "ARM", target = "AZE", type = "RETREAT", mode = "ceasefire" },
                { date = "2020-10-14", source = "AZE", target = "ARM", type = "ASSAULT" },
                { date = "2020-10-14", source = "ARM", target = "AZE", type = "ASSAULT" },
                { date = "2020-10-14", source = "AZE", target = "ARM", type = "ASSAULT" },
            },
        },
        {
            note = "the truce comes last",
            events = {
                { date = "2020-10-04", source = "AZE", target = "ARM", type = "ASSAULT" },
                { date = "2020-10-05", source = "ARM", target = "AZE", type = "ASSAULT" },
                { date = "2020-10-06", source = "AZE", target = "ARM", type = "ASSAULT" },
                { date = "2020-10-10", source = "ARM", target = "AZE", type = "RETREAT", mode = "ceasefire" },
            },
        },
        {
            article = " date 2024-02-20 Armenia and Azerbaijan agreed on a ceasefire on February 5. "
                .. "Azerbaijani forces shelled Armenian positions on February 8. "
                .. "On Monday the presidents of Armenia and Azerbaijan met in Tbilisi.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }, 1, 2, 3, 4),
        but("only talks", OTHER, { type = "CONSULT" }, 1, 2, 3, 4),
        but("many such acts summed up", STORY, { aggregate = true }, 2, 3, 4),
        but("a day too long before", STORY, { date = "-57" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("on the same day", STORY, { date = "+4" }, 3),
        but("on the same day", STORY, { date = "+7" }, 4),
    },
}
