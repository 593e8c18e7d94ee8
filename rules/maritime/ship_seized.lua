-- A ship is seized, boarded or hijacked.

local acts = require "pack.acts"
local sentences = require "pack.sentences"
local ships = require "pack.ships"

local DONE, PARTY, SHIP = acts.DONE, acts.FIGHTER, ships.SHIP

-- A tanker is seized.
local STORY = {
    { date = "+0", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
        text = "The guards seized a British tanker." },
}

-- The crew is taken.
local OTHER = {
    { date = "+0", source = "Somali pirates", target = "ITA", type = "ASSAULT", mode = "abduct",
        text = "The vessel was hijacked." },
}

rule "ship_seized" {
    title = "Ship seized",
    kind = "ship_seizure",
    severity = "high",
    status = "test",
    description = "A state, its coast guard or an armed group seizes, detains or hijacks a ship.",
    references = {
        "Kraska and Pedrozo 2013, International Maritime Security Law",
        "Daxecker and Prins 2015, Searching for Sanctuary: Government Power and the Location of Maritime Piracy, "
            .. "International Interactions 41(4)",
    },
    false_positives = {
        "a ship detained for debts, a safety check or illegal fishing",
        "a seizure on board of a ship, of drugs for example",
    },

    match = sequence {
        by = "source",
        suppress = days(3),
        step "seizure" {
            any { { type = "COERCE", mode = { "seize", "arrest" } }, { type = "ASSAULT", mode = "abduct" } },
            modality = DONE, source = PARTY, text = SHIP, action = none { says("damag*", "destroy*") },
            max_age = days(60), where = function(e) return ships.is_near(e) end,
        },
    },

    alert = function(m)
        local where = m.seizure.location and (", %s"):format(m.seizure.location.name) or ""
        return ("Ship seized by %s: %s%s"):format(m.seizure.source, m.seizure.action, where)
    end,

    fires = {
        {
            note = "a tanker is seized",
            date = "2019-07-19", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "the crew is taken",
            date = "2011-02-08", events = OTHER,
        },
        {
            article = " date 2023-05-05 Iran seized a Panamanian-flagged oil tanker in the Strait of Hormuz "
                .. "on Wednesday.",
            expect = { alerts = 1 },
        },
        { article = " date 2024-02-08 Denmark detained a Russian-linked tanker in the Baltic Sea on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "a house is seized",
            events = {
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "Police seized a house." },
            },
        },
        {
            note = "a seizure that was only threatened",
            events = {
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "THREATEN", mode = "violence",
                    text = "The guards threatened to seize a tanker." },
            },
        },
        {
            note = "a plan",
            events = {
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    modality = "planned", text = "The guards will seize a tanker." },
            },
        },
        { article = " date 2024-02-08 Danish police arrested three men in Aarhus on Monday." },
        -- The stories above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("an attack of another kind", OTHER, { mode = "seize" }),
        but("coercion of another kind", STORY, { mode = "abduct" }),
        but("done by civilians", STORY, { source = "Civilian (Iran)" }),
        but("nothing of a ship", OTHER, { text = sentences.NO_SHIP }),
        but("a ship that is only mentioned", OTHER, { text = sentences.SHIP_ELSEWHERE }),
        { article = " date 2024-02-08 The Houthis damaged a British ship in the Red Sea on Monday." },
    },
}
