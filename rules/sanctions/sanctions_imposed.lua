-- A state or a bloc imposes sanctions.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE = acts.DONE

-- Those who can impose them.
local SENDER = any {
    { sector = { "GOV", "LEG", "MIL" } },
    { sector = unknown(), country = known() },
}

-- An embargo.
local STORY = {
    { date = "+0", source = "USA", target = "VEN", type = "SANCTION", mode = "discontinue",
        cameo = "163" },
}

rule "sanctions_imposed" {
    title = "Sanctions imposed",
    kind = "sanctions",
    severity = "medium",
    status = "test",
    description = "A state or an international body imposes an embargo or sanctions on another, "
        .. "its firms or its officials.",
    references = {
        "Morgan, Bapat and Kobayashi 2014, Threat and Imposition of Economic Sanctions 1945-2005 (TIES), CMPS 31(5)",
        "Felbermayr et al. 2020, The Global Sanctions Data Base, European Economic Review 129",
    },
    false_positives = {
        "sanctions of a sports federation",
        "a list that is renewed every year",
    },

    match = sequence {
        by = "dyad",
        suppress = days(14),
        step "sanction" {
            type = "SANCTION", modality = DONE, source = SENDER, words.NO_TRADE,
            any { { cameo = "163" }, { mode = "discontinue", cameo = none { "162" } } },
            max_age = days(60),
        },
    },

    alert = function(m)
        return ("%s imposed sanctions on %s"):format(m.sanction.source, m.sanction.target)
    end,

    fires = {
        {
            note = "an embargo",
            date = "2019-08-05", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "two articles about one round are one alert",
            events = {
                { date = "2021-06-21", source = "European Union", target = "BLR", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
                { date = "2021-06-24", source = "European Union", target = "BLR", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
            },
            expect = { alerts = 1, date = "2021-06-21" },
        },
        {
            article = " date 2024-02-08 The European Union imposed sanctions on Belarus on Monday.",
            expect = { alerts = 1 },
        },
        { article = " date 2022-03-04 Canada sanctioned three Russian banks on Thursday." },
        but("nothing but the code tells it", STORY, { mode = false }),
        but("farmers feel them", STORY, { text = "Its farmers will feel it." }),
        {
            note = "imports are banned",
            article = " date 2024-02-08 Japan banned imports of coal from North Korea on Monday.",
        },
    },

    silent = {
        {
            note = "sanctions that are only threatened",
            events = {
                { date = "2019-08-05", source = "USA", target = "VEN", type = "THREATEN", mode = "restrict",
                    cameo = "1312" },
            },
        },
        {
            note = "sanctions that were voted down",
            events = {
                { date = "2019-08-05", source = "USA", target = "VEN", type = "SANCTION", mode = "discontinue",
                    cameo = "163", modality = "negated" },
            },
        },
        {
            note = "diplomats are expelled",
            events = {
                { date = "2018-03-26", source = "USA", target = "RUS", type = "SANCTION", mode = "expel",
                    cameo = "161" },
            },
        },
        { article = " date 2024-02-08 The European Union debated sanctions on Belarus on Monday without a result." },
        -- The story above with one thing changed.
        but("aid cut off", STORY, { cameo = "162" }),
        but("done by civilians", STORY, { source = "Civilian (United States)" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        {
            note = "old news",
            article = " date 2024-02-08 The United States imposed sanctions on Iran in November 2018.",
        },
        {
            note = "farmers are protected",
            article = " date 2024-02-08 Poland banned imports of grain from Ukraine on Monday to protect its "
                .. "farmers.",
        },
    },
}
