-- A strait is threatened with closure, or a port or coast with a blockade.

local acts = require "pack.acts"

local DONE = acts.DONE

local STRAIT = says(
    "strait*", "hormuz", "bab el mandeb", "bab al mandab", "bosphorus", "bosporus", "dardanelles", "suez", "malacca",
    "red sea", "black sea", "kerch", "shipping lane*", "shipping route*", "waterway*", "shipping", "port", "ports"
)
local CLOSE = says("close*", "closing", "closure", "block*", "shut*", "mine", "mines", "mining", "cut off")

-- A strait is to be closed.
local STORY = {
    { date = "+0", source = "IRN", target = "USA", type = "THREATEN", mode = "restrict",
        text = "He threatened to close the Strait of Hormuz." },
}

rule "strait_threatened" {
    title = "Strait threatened",
    kind = "threat_pending",
    severity = "high",
    status = "test",
    description = "One side threatens to close a strait or a sea lane, or to blockade a coast or a port.",
    references = {
        "Talmadge 2008, Closing Time: Assessing the Iranian Threat to the Strait of Hormuz, "
            .. "International Security 33(1)",
        "Bateman, Ho and Chan 2009, Good Order at Sea in Southeast Asia, RSIS Policy Paper",
    },
    false_positives = {
        "a strait in the sentence only as the place where a threat was uttered",
    },

    match = sequence {
        by = "source",
        suppress = days(14),
        step "threat" {
            type = "THREATEN", modality = DONE, any { { cameo = "1381" }, { text = all { STRAIT, CLOSE } } },
        },
    },

    alert = function(m)
        return ("Threat to sea lanes by %s: %s"):format(m.threat.source, m.threat.action)
    end,

    fires = {
        {
            note = "a strait is to be closed",
            date = "2018-07-04", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "a blockade is threatened",
            events = {
                { date = "2023-07-19", source = "RUS", target = "UKR", type = "THREATEN", mode = "restrict",
                    cameo = "1381" },
            },
        },
        { article = " date 2024-02-08 Iran threatened to close the Strait of Hormuz on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "a threat about something else",
            events = {
                { date = "2018-07-04", source = "IRN", target = "USA", type = "THREATEN", mode = "relations",
                    text = "He threatened to leave the treaty." },
            },
        },
        {
            note = "the strait is only the place",
            events = {
                { date = "2018-07-04", source = "IRN", target = "USA", type = "THREATEN", mode = "violence",
                    text = "He threatened an attack on troops at the Strait of Hormuz." },
            },
        },
        {
            note = "the threat was not made",
            events = {
                { date = "2018-07-04", source = "IRN", target = "USA", type = "THREATEN", mode = "restrict",
                    modality = "negated", text = "He did not threaten to close the Strait of Hormuz." },
            },
        },
        { article = " date 2024-02-08 A bridge over the Bosphorus will be closed for a marathon on Monday." },
        -- The story above with one thing changed.
        but("only talks", STORY, { type = "CONSULT", mode = false }),
    },
}
