-- A truce is over: both sides fight again.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, TRUCE = acts.DONE, words.TRUCE

local OVER = says(
    "resumed its*", "resumed strikes", "resumed air*", "resumed fighting", "resumed attack*", "resumed bomb*",
    "resumed shelling", "resumed combat", "resumed military", "fighting resumed", "fighting has resumed",
    "resumption of fighting", "resumption of hostilities", "expired", "expires", "collapse*", "ended the truce",
    "ended the ceasefire", "end of the truce", "end of the ceasefire", "ran out", "run out", "called off",
    "no longer bound"
)

-- An attack and an answer.
local STORY = {
    { date = "+0", source = "SDN", target = "SPLM-N", type = "RETREAT", mode = "ceasefire" },
    { date = "+20", source = "SPLM-N", target = "SDN", type = "ASSAULT" },
    { date = "+22", source = "SDN", target = "SPLM-N", type = "ASSAULT" },
}

-- The text says so.
local OTHER = {
    { date = "+0", source = "ISR", target = "Hamas", type = "ASSAULT",
        text = "The air force resumed its strikes after the truce had run out." },
}

rule "truce_collapsed" {
    title = "Truce collapsed",
    kind = "ceasefire_breach",
    severity = "critical",
    status = "test",
    description = "After a truce one side attacks and the other hits back, within two months; "
        .. "or the text tells that fighting has resumed after a truce.",
    references = {
        "Fortna 2004, Peace Time: Cease-Fire Agreements and the Durability of Peace",
        "Sticher and Vukovic 2021, Bargaining in Intrastate Conflicts: The Shifting Role of Ceasefires, JPR 58(6)",
    },
    false_positives = {
        "an exchange of fire of one night, after which the truce holds",
    },

    match = one_of {
        sequence {
            by = "pair",
            within = days(60),
            suppress = days(60),
            step "truce" {
                type = { "AGREE", "RETREAT" }, modality = DONE, any { { mode = "ceasefire" }, { text = TRUCE } },
            },
            step "attack" { type = "ASSAULT", modality = DONE, min_gap = days(1) },
            step "answer" { type = "ASSAULT", modality = DONE, reverses = "attack", within = days(7) },
        },
        sequence {
            by = "source",
            suppress = days(14),
            step "resumed" { type = "ASSAULT", modality = DONE, text = all { OVER, TRUCE } },
        },
    },

    alert = function(m)
        if m.resumed then
            local on = #m.resumed.target > 0 and (" against %s"):format(m.resumed.target) or ""
            return ("%s took up fighting again%s after a truce"):format(m.resumed.source, on)
        end
        return ("Truce between %s and %s lost: both attack again"):format(m.attack.source, m.attack.target)
    end,

    fires = {
        {
            note = "an attack and an answer",
            date = "2021-05-21", events = STORY,
            expect = { alerts = 1, answer = { source = "SDN" } },
        },
        {
            note = "the text says so",
            date = "2023-12-01", events = OTHER,
        },
        {
            article = " date 2024-02-08 Sudanese troops resumed air strikes on the Rapid Support Forces on Monday "
                .. "after a truce expired.",
        },
        again(STORY, days(3)),
        but("the text tells of the truce", STORY,
            { type = "AGREE", mode = false, text = "They agreed on a truce." }, 1),
    },

    silent = {
        {
            note = "an attack that is not answered",
            events = {
                { date = "2021-05-21", source = "SDN", target = "SPLM-N", type = "RETREAT", mode = "ceasefire" },
                { date = "2021-06-10", source = "SPLM-N", target = "SDN", type = "ASSAULT" },
            },
        },
        {
            note = "talks are resumed",
            events = {
                { date = "2023-12-01", source = "ISR", target = "Hamas", type = "CONSULT", mode = "third-party",
                    text = "Talks on a truce were resumed." },
            },
        },
        {
            note = "they never had a truce",
            events = {
                { date = "2021-06-10", source = "SPLM-N", target = "SDN", type = "ASSAULT" },
                { date = "2021-06-12", source = "SDN", target = "SPLM-N", type = "ASSAULT" },
            },
        },
        { article = " date 2024-02-08 Sudanese trains resumed their service on Monday while the truce held." },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("only planned", OTHER, { modality = "planned" }),
        but("a day too long before", STORY, { date = "-41" }, 1),
        but("a day too long before", STORY, { date = "+14" }, 2),
        but("only talks", OTHER, { type = "CONSULT" }),
        but("in the other direction", STORY, { source = "SDN", target = "SPLM-N" }, 2),
        {
            note = "the attack is of the day of the truce",
            events = {
                { date = "+0", source = "SDN", target = "SPLM-N", type = "RETREAT", mode = "ceasefire" },
                { date = "+0", source = "SPLM-N", target = "SDN", type = "ASSAULT" },
                { date = "+2", source = "SDN", target = "SPLM-N", type = "ASSAULT" },
            },
        },
    },
}
