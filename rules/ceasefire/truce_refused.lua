-- A truce is refused.

local words = require "pack.words"

local TRUCE = words.TRUCE

-- An offer is refused.
local STORY = {
    { date = "+0", source = "ISR", target = "Hamas", type = "REJECT", cameo = "1246" },
}

rule "truce_refused" {
    title = "Truce refused",
    kind = "ceasefire_refused",
    severity = "medium",
    status = "test",
    description = "A side rejects a truce, or a state blocks a resolution that calls for one.",
    references = {
        "Kaplow 2016, The Negotiation Calculus: Why Parties to Civil Conflict Refuse to Talk, ISQ 60(1)",
        "Clayton and Sticher 2021, The Logic of Ceasefires in Civil War, ISQ 65(3)",
    },
    false_positives = {
        "a refusal that only opens the haggling",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "refusal" {
            type = "REJECT", modality = { "actual", "claimed" }, any { { cameo = "1246" }, { text = TRUCE } },
            -- To refuse or oppose a withdrawal is another matter.
            action = none { says("withdraw*") },
        },
    },

    alert = function(m)
        local by = #m.refusal.target > 0 and (" before %s"):format(m.refusal.target) or ""
        return ("Truce refused by %s%s: %s"):format(m.refusal.source, by, m.refusal.action)
    end,

    fires = {
        {
            note = "an offer is refused",
            date = "2023-10-30", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "a veto",
            events = {
                { date = "2016-12-05", source = "RUS", target = "United Nations", type = "REJECT", mode = "yield",
                    text = "It vetoed a resolution for a truce of seven days." },
            },
        },
        { article = " date 2021-07-29 The Taliban rejected a ceasefire offered by the Afghan government on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "something else is refused",
            events = {
                { date = "2023-10-30", source = "IND", target = "PAK", type = "REJECT", mode = "assist",
                    text = "It refused a loan." },
            },
        },
        {
            note = "the truce is taken",
            events = {
                { date = "2023-11-22", source = "ISR", target = "Hamas", type = "AGREE", cameo = "0356",
                    text = "It agreed to a truce." },
            },
        },
        {
            note = "a truce is asked for",
            events = {
                { date = "2023-10-27", source = "JOR", target = "ISR", type = "REQUEST", mode = "yield",
                    text = "It asked for a truce." },
            },
        },
        { article = " date 2021-07-29 The Taliban agreed to a ceasefire with the Afghan government on Monday." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        {
            note = "a withdrawal is opposed",
            article = " date 2024-02-08 Israel rejected a withdrawal from Gaza on Monday.",
        },
    },
}
