-- A seized ship or its crew goes free, or a blockade is lifted.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE_OR_PLANNED

local SHIP = says(
    "ship", "ships", "vessel*", "tanker*", "freighter*", "carrier*", "boat", "boats", "trawler*", "crew", "crews",
    "sailor*", "seafarer*"
)

local NEARBY = {
    "ship", "vessel", "tanker", "freighter", "carrier", "boat", "trawler", "crew", "sailor", "seafarer",
}

-- A tanker goes free.
local STORY = {
    { date = "+0", source = "IRN", target = "GBR", type = "RETREAT", mode = "return",
        text = "The tanker was returned." },
}

rule "ship_released" {
    title = "Ship released",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "A ship or its crew is released, or a blockade, a strait or a port is opened again.",
    references = {
        "Osgood 1962, An Alternative to War or Surrender",
        "Kraska and Pedrozo 2013, International Maritime Security Law",
    },
    false_positives = {
        "a crew that is replaced, not freed",
        "oil that a ship released",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "release" {
            type = "RETREAT", modality = DONE,
            any {
                { mode = { "release", "return" }, text = SHIP },
                { mode = { "withdraw", "ease" }, text = says("blockade", "naval siege", "reopened the port") },
            },
            where = function(e) return e.mode == "withdraw" or e.mode == "ease" or story.is_near(e, NEARBY) end,
        },
    },

    alert = function(m)
        return ("De-escalation at sea by %s: %s"):format(m.release.source, m.release.action)
    end,

    fires = {
        {
            note = "a tanker goes free",
            date = "2019-09-27", events = STORY,
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "a release that was announced",
            events = {
                { date = "2024-04-27", source = "IRN", target = "PRT", type = "RETREAT", mode = "release",
                    modality = "planned", text = "The crew of the ship will be freed." },
            },
        },
        { article = " date 2024-02-08 Iran released the crew of the seized tanker on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "prisoners on land",
            events = {
                { date = "2019-09-27", source = "IRN", target = "GBR", type = "RETREAT", mode = "release",
                    text = "Two prisoners were freed." },
            },
        },
        {
            note = "a seizure",
            events = {
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "The guards seized a tanker." },
            },
        },
        {
            note = "it did not happen",
            events = {
                { date = "2019-09-27", source = "IRN", target = "GBR", type = "RETREAT", mode = "return",
                    modality = "negated", text = "The tanker was not returned." },
            },
        },
        { article = " date 2024-02-08 A shipping company released its figures for the year on Monday." },
        -- The story above with one thing changed.
        but("a withdrawal", STORY, { mode = "withdraw" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("no ship", STORY, { text = "It returned to its leadership." }),
        but("a ship that is only mentioned", STORY,
            { text = "A tanker lay in the bay; far inland, in the hills beyond the capital, came the RETREAT." }),
        but("arms are laid down", STORY, { mode = "disarm", text = "The crews of the blockade laid down their arms." }),
    },
}
