-- Sanctions are threatened, then imposed.

local acts = require "pack.acts"

local DONE = acts.DONE

-- A threat, and an embargo a month later.
local STORY = {
    { date = "+0", source = "USA", target = "IRN", type = "THREATEN", mode = "restrict" },
    { date = "+42", source = "USA", target = "IRN", type = "SANCTION", mode = "discontinue" },
}

rule "threat_to_sanctions" {
    title = "From threat to sanctions",
    kind = "sanctions",
    severity = "medium",
    status = "test",
    description = "A state threatens another with sanctions, and imposes some within three months.",
    references = {
        "Drezner 2003, The Hidden Hand of Economic Coercion, IO 57(3)",
        "Morgan, Bapat and Kobayashi 2014, Threat and Imposition of Economic Sanctions 1945-2005 (TIES), CMPS 31(5)",
    },
    false_positives = {
        "sanctions on another issue than the one of the threat",
    },

    match = sequence {
        by = "dyad",
        suppress = days(60),
        -- Who already sanctions the other only goes on.
        absent { type = "SANCTION", mode = "discontinue", modality = DONE, within = days(90) },
        step "threat" { type = "THREATEN", mode = { "restrict", "relations", "expel" }, modality = DONE },
        step "sanction" {
            type = "SANCTION", modality = DONE, mode = none { "convict" }, min_gap = days(1), within = days(90),
        },
    },

    alert = function(m)
        return ("%s carried out a threat of sanctions against %s"):format(m.sanction.source, m.sanction.target)
    end,

    fires = {
        {
            note = "a threat, and an embargo a month later",
            date = "2018-06-26", events = STORY,
            expect = { alerts = 1, date = "2018-08-07" },
        },
        {
            note = "a threat to expel, carried out",
            events = {
                { date = "2021-03-30", source = "ITA", target = "RUS", type = "THREATEN", mode = "expel" },
                { date = "2021-04-10", source = "ITA", target = "RUS", type = "SANCTION", mode = "expel" },
            },
        },
        {
            article = " date 2024-02-08 The United States threatened Venezuela with sanctions on January 20. "
                .. "On Monday the United States imposed sanctions on Venezuela.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the sanctions came first",
            events = {
                { date = "2018-05-26", source = "USA", target = "IRN", type = "SANCTION", mode = "discontinue" },
                { date = "2018-06-26", source = "USA", target = "IRN", type = "THREATEN", mode = "restrict" },
                { date = "2018-08-07", source = "USA", target = "IRN", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "a threat of force",
            events = {
                { date = "2018-06-26", source = "USA", target = "IRN", type = "THREATEN", mode = "violence" },
                { date = "2018-08-07", source = "USA", target = "IRN", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "somebody else imposes them",
            events = {
                { date = "2018-06-26", source = "USA", target = "IRN", type = "THREATEN", mode = "restrict" },
                { date = "2018-08-07", source = "CAN", target = "IRN", type = "SANCTION", mode = "discontinue" },
            },
        },
        { article = " date 2024-02-08 The United States threatened Venezuela with sanctions on January 20." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("a day too long before", STORY, { date = "-49" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("only talks", STORY, { type = "CONSULT" }),
        but("a verdict", STORY, { mode = "convict" }, 2),
    },
}
