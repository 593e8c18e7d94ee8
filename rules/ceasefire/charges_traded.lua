-- Each side charges the other with breaking the truce.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, TRUCE = acts.DONE, words.TRUCE

local BREACH = says("violat*", "breach*", "broke", "broken", "breaking", "breaks")

-- A charge and a charge back.
local STORY = {
    { date = "+0", source = "ARM", target = "AZE", type = "ACCUSE",
        text = "It accused the neighbour of violating the truce." },
    { date = "+1", source = "AZE", target = "ARM", type = "ACCUSE",
        text = "It said that the other side had broken the truce first." },
}

rule "charges_traded" {
    title = "Charges of violations traded",
    kind = "ceasefire_breach",
    severity = "medium",
    status = "test",
    description = "One side accuses the other of breaking a truce, and within a week the other accuses it.",
    references = {
        "Fortna 2004, Peace Time: Cease-Fire Agreements and the Durability of Peace (monitoring and disputes)",
        "Verjee 2019, Monitoring Ceasefires Is Getting Harder, Centre for Humanitarian Dialogue",
    },
    false_positives = {
        "charges that concern two different truces",
    },

    match = sequence {
        by = "pair",
        suppress = days(14),
        step "charge" { type = "ACCUSE", modality = DONE, text = all { BREACH, TRUCE } },
        step "answer" {
            type = { "ACCUSE", "REJECT" }, modality = DONE, reverses = "charge",
            one_of { { answers = "charge" }, { within = days(7) } },
        },
    },

    alert = function(m)
        return ("%s and %s charge each other with breaking a truce"):format(m.charge.source, m.charge.target)
    end,

    fires = {
        {
            note = "a charge and a charge back",
            date = "2020-10-18", events = STORY,
            expect = { alerts = 1, answer = { source = "AZE" } },
        },
        {
            note = "the charge is rejected",
            events = {
                { date = "2020-10-18", source = "ARM", target = "AZE", type = "ACCUSE",
                    text = "It accused the neighbour of violating the ceasefire." },
                { date = "2020-10-18", source = "AZE", target = "ARM", type = "REJECT", in_response_to = 1 },
            },
        },
        {
            article = " date 2020-10-21 Armenia accused Azerbaijan on Tuesday of violating the ceasefire. "
                .. "Azerbaijan accused Armenia on Wednesday of breaking the truce.",
        },
        again(STORY, days(3)),
        but("weeks later, but the text ties the two", STORY, { date = "+20", in_response_to = 1 }, 2),
    },

    silent = {
        {
            note = "one charge",
            events = {
                { date = "2020-10-18", source = "ARM", target = "AZE", type = "ACCUSE",
                    text = "It accused the neighbour of violating the truce." },
            },
        },
        {
            note = "a charge about something else",
            events = {
                { date = "2020-10-18", source = "ARM", target = "AZE", type = "ACCUSE", text = "It spoke of lies." },
                { date = "2020-10-19", source = "AZE", target = "ARM", type = "ACCUSE",
                    text = "It spoke of lies, too." },
            },
        },
        {
            note = "a month later",
            events = {
                { date = "2020-10-18", source = "ARM", target = "AZE", type = "ACCUSE",
                    text = "It accused the neighbour of violating the truce." },
                { date = "2020-11-25", source = "AZE", target = "ARM", type = "ACCUSE",
                    text = "It accused the neighbour of violating the truce." },
            },
        },
        { article = " date 2020-10-21 Armenia accused Azerbaijan on Tuesday of violating the ceasefire." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("in the other direction", STORY, { source = "AZE", target = "ARM" }, 1),
    },
}
