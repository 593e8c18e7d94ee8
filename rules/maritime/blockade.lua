-- A coast, a port or a strait is closed by force.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.FIGHTER

local CLOSED = says("blockad*", "closed", "closes", "closing", "sealed off", "shut", "mined", "minefield*")
local WATER = says(
    "port", "ports", "strait*", "harbour*", "harbor*", "coast*", "sea", "gulf", "waters", "shipping", "hormuz",
    "bosphorus", "bosporus", "bab el mandeb", "suez", "ships", "vessels", "naval"
)

-- A strait is closed.
local STORY = {
    { date = "+0", source = "EGY", target = "ISR", type = "COERCE", mode = "restrict",
        text = "The president closed the strait to ships of the neighbour." },
}

rule "blockade" {
    title = "Blockade",
    kind = "blockade",
    severity = "critical",
    status = "test",
    description = "A state or an armed group blockades a coast or a port, or closes a strait.",
    references = {
        "Elleman and Paine 2006, Naval Blockades and Seapower",
        "Kahn 1965, On Escalation: rung 20, 'peaceful' world-wide embargo or blockade",
    },
    false_positives = {
        "a port closed by a storm",
        "a blockade by protesters whom the coder takes for their state",
    },

    match = sequence {
        by = "source",
        suppress = days(30),
        step "closure" {
            any {
                { type = "COERCE", mode = { "restrict", "withhold" } }, { cameo = "191" },
                { type = "PROTEST", mode = "obstruct" },
            },
            modality = DONE, source = PARTY, text = all { CLOSED, WATER }, max_age = days(60),
        },
    },

    alert = function(m)
        local of = #m.closure.target > 0 and (" of %s"):format(m.closure.target) or ""
        return ("Blockade%s by %s: %s"):format(of, m.closure.source, m.closure.action)
    end,

    fires = {
        {
            note = "a strait is closed",
            date = "1967-05-22", events = STORY,
            expect = { alerts = 1, severity = "critical" },
        },
        {
            note = "a port is blockaded",
            events = {
                { date = "2022-02-25", source = "RUS", target = "UKR", type = "COERCE", mode = "restrict",
                    text = "The fleet blockaded the port." },
            },
        },
        { article = " date 2024-02-08 Russia blockaded the port of Odesa on Monday." },
        again(STORY, days(3)),
        but("a siege by what it is coded as", STORY, { type = "ASSAULT", mode = false, cameo = "191" }),
    },

    silent = {
        {
            note = "a border on land",
            events = {
                { date = "2015-09-23", source = "IND", target = "NPL", type = "COERCE", mode = "restrict",
                    text = "The border was closed." },
            },
        },
        {
            note = "dockers strike",
            events = {
                {
                    date = "2015-09-23", target = "FRA", type = "PROTEST", mode = "obstruct",
                    source = { name = "dockers", country = "FRA", sector = "CVL" }, text = "They blockaded the port.",
                },
            },
        },
        {
            note = "a plan",
            events = {
                { date = "1967-05-22", source = "EGY", target = "ISR", type = "COERCE", mode = "restrict",
                    modality = "planned", text = "The president will close the strait." },
            },
        },
        { article = " date 2024-02-08 A storm closed the port of Odesa on Monday, and ferries stayed in harbour." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("coercion of another kind", STORY, { mode = "obstruct" }),
        but("only a threat", STORY, { type = "THREATEN" }),
        but("a march", STORY, { type = "PROTEST", mode = "demo" }),
        { note = "old news", article = " date 2024-02-08 Egypt blockaded the Strait of Tiran in May 1967." },
    },
}
