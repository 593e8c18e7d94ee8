-- A ship is attacked.

local acts = require "pack.acts"
local sentences = require "pack.sentences"
local ships = require "pack.ships"

local DONE, PARTY, SHIP = acts.DONE, acts.FIGHTER, ships.SHIP

local COAST_GUARD = says("coast guard*", "coastguard*", "water cannon*")

-- Missiles at a freighter.
local STORY = {
    { date = "+0", source = "Houthis", target = "USA", type = "ASSAULT", mode = "heavy-weapons",
        weapon = "missile", text = "A missile struck an American freighter." },
}

-- Water cannon between coast guards.
local OTHER = {
    { date = "+0", source = "CHN", target = "PHL", type = "ASSAULT", mode = "crowd-control",
        text = "A coast guard cutter fired a water cannon at a supply boat." },
}

rule "ship_attacked" {
    title = "Ship attacked",
    kind = "ship_attack",
    severity = "high",
    status = "test",
    description = "A ship is attacked with missiles, drones, guns or mines; critical where it sinks or somebody dies.",
    references = {
        "Fravel and Glaser 2022, How Much Risk Should the United States Run in the South China Sea?, "
            .. "International Security 47(2)",
        "Till 2018, Seapower: A Guide for the Twenty-First Century",
    },
    false_positives = {
        "an attack on a port in whose report a ship is named",
        "an attack that a ship's defences stopped",
    },

    match = sequence {
        by = "source",
        suppress = days(3),
        step "attack" {
            type = "ASSAULT", mode = none { "abduct" }, modality = DONE, source = PARTY,
            -- Water cannon is police work on land, and a weapon between coast guards.
            any { { mode = none { "crowd-control" } }, { text = COAST_GUARD } },
            text = SHIP,
            max_age = days(60), where = function(e) return ships.is_near(e) end,
        },
    },

    alert = function(m)
        local dead = m.attack.killed and m.attack.killed > 0
        local sunk = false
        for _, word in ipairs { "sank", "sunk", "sinks", "scuttled" } do
            sunk = sunk or (m.attack.action or ""):lower():find(word, 1, true) ~= nil
        end
        local on = #m.attack.target > 0 and (" on %s"):format(m.attack.target) or ""
        if sunk then return { summary = ("Ship sunk by %s"):format(m.attack.source), severity = "critical" } end
        local summary = ("Attack at sea by %s%s"):format(m.attack.source, on)
        if dead then return { summary = ("%s, %d dead"):format(summary, m.attack.killed), severity = "critical" } end
        return summary
    end,

    fires = {
        {
            note = "missiles at a freighter",
            date = "2024-01-15", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "sailors die",
            events = {
                { date = "2024-03-06", source = "Houthis", target = "LBR", type = "ASSAULT", mode = "heavy-weapons",
                    killed = 3, text = "The missile killed three sailors of a bulk carrier." },
            },
            expect = { severity = "critical" },
        },
        {
            note = "water cannon between coast guards",
            date = "2023-08-05", events = OTHER,
        },
        {
            article = " date 2024-02-08 The Houthis sank a British cargo ship in the Bab el-Mandeb strait on Monday.",
            expect = { alerts = 1, severity = "critical" },
        },
        {
            article = " date 2023-11-30 Houthi fighters fired two missiles at a Greek-owned bulk carrier in the "
                .. "Red Sea on Monday.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "a barracks on land",
            events = {
                { date = "2024-01-15", source = "Houthis", target = "SAU", type = "ASSAULT", mode = "heavy-weapons",
                    text = "A missile struck a barracks." },
            },
        },
        {
            note = "it did not happen",
            events = {
                { date = "2024-01-15", source = "Houthis", target = "USA", type = "ASSAULT", mode = "heavy-weapons",
                    modality = "negated", text = "No missile struck an American freighter." },
            },
        },
        {
            note = "tear gas in a port",
            events = {
                { date = "2023-08-05", source = "FRA", target = "FRA", type = "ASSAULT", mode = "crowd-control",
                    text = "Police fired tear gas at those who blocked a ship." },
            },
        },
        {
            note = "a seizure is another rule",
            events = {
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "The guards seized a British tanker." },
            },
        },
        { article = " date 2024-02-08 A cargo ship ran aground off Denmark on Monday, and its crew was rescued." },
        -- The stories above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("an abduction", STORY, { mode = "abduct" }),
        but("done by civilians", OTHER, { source = "Civilian (China)" }),
        but("nothing of a ship", STORY, { text = sentences.NO_SHIP }),
        but("a ship that is only mentioned", STORY, { text = sentences.SHIP_ELSEWHERE }),
    },
}
