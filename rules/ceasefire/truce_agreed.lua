-- A truce is agreed, declared or extended.

local words = require "pack.words"

local TRUCE = words.TRUCE

-- Both sides agree.
local STORY = {
    { date = "+0", source = "Houthis", target = "SAU", type = "AGREE", cameo = "0356",
        text = "The sides agreed on a truce of two months." },
}

rule "truce_agreed" {
    title = "Truce agreed",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "Sides agree on a truce, one declares it alone, or a truce is extended.",
    references = {
        "Clayton et al. 2023, Introducing the Civil Conflict Ceasefire Dataset, JCR 67(7-8)",
        "Fortna 2004, Peace Time: Cease-Fire Agreements and the Durability of Peace",
    },
    false_positives = {
        "a truce that is only near, by the hopes of a mediator",
        "a truce of one day for the removal of the dead",
    },

    match = sequence {
        by = "source",
        suppress = days(5),
        step "truce" {
            any {
                -- The United Nations halt their work; what shall go on until the fighting ends has not ended it.
                { type = "RETREAT", mode = "ceasefire", source = none { { country = "IGO" } },
                    text = none { says("until") } },
                { type = "AGREE", cameo = "0356", text = TRUCE },
                { type = { "AGREE", "SUPPORT" }, action = TRUCE },
            },
            modality = { "actual", "claimed" },
            max_age = days(60),
            where = function(e)
                -- The bare noun speaks of a truce that is there already.
                return (e.action or ""):lower() ~= "truce" and not (e.action or ""):lower():find("^cease.?fire$")
            end,
        },
    },

    alert = function(m)
        local with = #m.truce.target > 0 and (" with %s"):format(m.truce.target) or ""
        return ("Truce by %s%s: %s"):format(m.truce.source, with, m.truce.action)
    end,

    fires = {
        {
            note = "both sides agree",
            date = "2022-04-02", events = STORY,
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "one side alone",
            events = {
                { date = "2022-03-24", source = "ETH", type = "RETREAT", mode = "ceasefire" },
            },
        },
        {
            article = " date 2023-05-22 Sudan's army and the Rapid Support Forces agreed on a seven-day ceasefire "
                .. "on Saturday.",
            expect = { alerts = 1 },
        },
        { article = " date 2024-02-08 Armenia and Azerbaijan extended the truce on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "others ask for a truce",
            events = {
                { date = "2022-04-02", source = "United Nations", target = "SAU", type = "REQUEST", mode = "yield",
                    text = "It called for a truce." },
            },
        },
        {
            note = "a truce that was not agreed",
            events = {
                { date = "2022-04-02", source = "Houthis", target = "SAU", type = "AGREE", cameo = "0356",
                    modality = "negated", text = "The sides did not agree on a truce." },
            },
        },
        {
            note = "an agreement on gas",
            events = {
                { date = "2022-04-02", source = "ISR", target = "EGY", type = "AGREE", cameo = "0311" },
            },
        },
        { article = " date 2024-02-08 The United Nations called on Armenia and Azerbaijan to agree on a truce." },
        -- The story above with one thing changed.
        but("a truce that is there already", STORY, { action = "truce" }),
        but("a concession of another kind", STORY, { type = "RETREAT" }),
        but("an agreement whose code tells of no truce", STORY, { mode = "ceasefire", cameo = false }),
        but("the sentence says nothing of the kind", STORY, { text = false }),
        {
            note = "a truce of long ago",
            article = " date 2024-02-08 Israel and Hezbollah agreed on a ceasefire in August 2006.",
        },
        {
            note = "help is halted, not fire; and a war goes on until something ends",
            events = {
                { date = "+0", source = "World Food Programme", target = "SDN", type = "RETREAT", mode = "ceasefire",
                    text = "It halted its work." },
                { date = "+20", source = "ETH", type = "RETREAT", mode = "ceasefire",
                    text = "The pressure goes on until the regime ends the violence." },
            },
        },
        {
            note = "a truce is only talked about",
            article = " date 2024-02-08 Hamas and Israel discussed a truce on Monday.",
        },
    },
}
