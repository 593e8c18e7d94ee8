-- Force, or the charge of it, while a truce is agreed.

local acts = require "pack.acts"

local DONE = acts.DONE

local TRUCE = says("ceasefire*", "cease fire", "truce*", "armistice", "cessation of hostilities")
local BREACH = says("violat*", "breach*", "broke", "broken", "breaking", "breaks", "in defiance of", "despite")

-- An attack ten days into the truce.
local STORY = {
    { date = "+0", source = "ARM", target = "AZE", type = "AGREE", mode = "ceasefire",
        text = "The two sides agreed on a ceasefire." },
    { date = "+10", source = "AZE", target = "ARM", type = "ASSAULT" },
}

-- The charge of a breach.
local OTHER = {
    { date = "+0", source = "SDN", target = "SPLM-N", type = "RETREAT", mode = "ceasefire" },
    { date = "+12", source = "SPLM-N", target = "SDN", type = "ACCUSE",
        text = "The rebels accused the army of violating the agreement." },
}

rule "ceasefire_breach" {
    title = "Breach of a ceasefire",
    kind = "ceasefire_breach",
    severity = "high",
    status = "test",
    description = "Two sides agree on a truce, and one attacks the other or is accused of breaking it within "
        .. "three months; or the text itself tells of the breach.",
    references = {
        "Clayton et al. 2023, Introducing the Civil Conflict Ceasefire Dataset, JCR 67(7-8)",
        "Fortna 2004, Peace Time: Cease-Fire Agreements and the Durability of Peace",
    },
    false_positives = {
        "a truce with one of several groups, and an attack by another",
    },

    match = one_of {
        sequence {
            by = "pair",
            suppress = days(7),
            step "truce" {
                type = { "AGREE", "RETREAT" }, modality = DONE,
                any { { mode = "ceasefire" }, { text = TRUCE } },
            },
            one_of {
                step "breach" { type = "ASSAULT", modality = DONE, min_gap = days(1), within = days(90) },
                step "charge" { type = "ACCUSE", modality = DONE, text = BREACH, within = days(90) },
            },
        },
        step "breach" {
            type = { "ASSAULT", "ACCUSE" }, modality = DONE, source = known(), target = known(),
            text = all { TRUCE, BREACH },
        },
    },

    alert = function(m)
        local e = m.breach or m.charge
        if e.type == "ACCUSE" then return ("%s accused %s of breaking a truce"):format(e.source, e.target) end
        return ("%s attacked %s despite a truce"):format(e.source, e.target)
    end,

    fires = {
        {
            note = "an attack ten days into the truce",
            date = "2020-10-10", events = STORY,
            expect = { alerts = 1, breach = { source = "AZE" } },
        },
        {
            note = "the charge of a breach",
            date = "2021-05-21", events = OTHER,
        },
        {
            article = " date 2020-10-21 Armenia accused Azerbaijan on Tuesday of violating the ceasefire.",
        },
        {
            note = "as news tells it",
            article = " date 2022-09-02 Ethiopian air force jets bombed Mekelle on Friday despite a "
                .. "humanitarian truce that the government had declared in March, hospital officials "
                .. "said.\n\n"
                .. "At least four people were killed. The Tigray People's Liberation Front accused the "
                .. "army of breaking the truce.",
        },
        again(STORY, days(3)),
        but("the text tells of the truce", STORY, { mode = false }, 1),
    },

    silent = {
        {
            note = "the attack came before the truce",
            events = {
                { date = "2020-10-05", source = "AZE", target = "ARM", type = "ASSAULT" },
                { date = "2020-10-10", source = "ARM", target = "AZE", type = "AGREE", mode = "ceasefire" },
            },
        },
        {
            note = "a year later a new war begins",
            events = {
                { date = "2020-11-10", source = "ARM", target = "AZE", type = "RETREAT", mode = "ceasefire" },
                { date = "2022-09-13", source = "AZE", target = "ARM", type = "ASSAULT" },
            },
        },
        {
            article = " date 2020-10-21 Armenia and Azerbaijan agreed on a ceasefire on Tuesday.",
        },
        {
            note = "a truce between brothers",
            article = " date 2023-04-20 The two brothers who run the brewery have declared a truce after a "
                .. "feud of ten years, their lawyer said on Tuesday. Neither accused the other of "
                .. "breaking the terms of their father's will.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only words of blame", STORY, { type = "ACCUSE", mode = false }),
        but("only planned", OTHER, { modality = "planned" }, 2),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("a day too long before", OTHER, { date = "-79" }, 1),
        but("only talks", OTHER, { type = "CONSULT" }, 2),
        {
            note = "nobody is told to break it",
            events = {
                { date = "+0", target = "ARM", type = "ASSAULT", text = "The ceasefire was broken." },
                { date = "+20", source = "AZE", type = "ASSAULT", text = "The ceasefire was broken." },
                { date = "+40", source = "AZE", target = "ARM", type = "REQUEST", text = "The ceasefire was broken." },
            },
        },
    },
}
