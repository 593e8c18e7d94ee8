-- A ship for a ship: one state seizes another's, which answers in kind.

local acts = require "pack.acts"
local sentences = require "pack.sentences"
local ships = require "pack.ships"

local DONE, SHIP = acts.DONE, ships.SHIP

-- A tanker for a tanker.
local STORY = {
    { date = "+0", source = "GBR", target = "IRN", type = "COERCE", mode = "seize",
        text = "Marines seized an Iranian tanker." },
    { date = "+15", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
        text = "Guards seized a British tanker." },
}

rule "seizure_for_seizure" {
    title = "Ship for ship",
    kind = "retaliation",
    severity = "high",
    status = "test",
    description = "A seizes or attacks a ship of B, and B seizes or attacks a ship of A within two months.",
    references = {
        "Axelrod 1984, The Evolution of Cooperation",
        "Kraska and Pedrozo 2013, International Maritime Security Law",
    },
    false_positives = {
        "a ship that flies the flag of one state and belongs to another",
    },

    match = sequence {
        by = "pair",
        suppress = days(30),
        step "first" {
            type = { "COERCE", "ASSAULT" }, mode = none { "crowd-control" }, modality = DONE, text = SHIP,
            where = ships.is_near,
        },
        step "answer" {
            type = { "COERCE", "ASSAULT" }, mode = none { "crowd-control" }, modality = DONE, text = SHIP,
            reverses = "first", where = ships.is_near,
            one_of { { answers = "first" }, { within = days(60), min_gap = days(1) } },
        },
    },

    alert = function(m)
        return ("%s answered the loss of a ship to %s in kind"):format(m.answer.source, m.answer.target)
    end,

    fires = {
        {
            note = "a tanker for a tanker",
            date = "2019-07-04", events = STORY,
            expect = { alerts = 1, answer = { source = "IRN" } },
        },
        {
            note = "the text ties the two, however long ago",
            events = {
                { date = "2022-04-15", source = "GRC", target = "IRN", type = "COERCE", mode = "seize",
                    text = "Greece detained an Iranian-flagged tanker." },
                { date = "2022-07-27", source = "IRN", target = "GRC", type = "COERCE", mode = "seize",
                    in_response_to = 1,
                    text = "Two Greek tankers were seized." },
            },
        },
        {
            article = " date 2021-08-12 Ukraine seized a Russian tanker in the port of Izmail on July 25. "
                .. "On Tuesday Russia seized a Ukrainian cargo ship in the Sea of Azov.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the same state seizes two ships",
            events = {
                { date = "2019-07-04", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "Guards seized a British tanker." },
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "Guards seized a second British tanker." },
            },
        },
        {
            note = "the answer is one in words",
            events = {
                { date = "2019-07-04", source = "GBR", target = "IRN", type = "COERCE", mode = "seize",
                    text = "Marines seized an Iranian tanker." },
                { date = "2019-07-19", source = "IRN", target = "GBR", type = "ACCUSE",
                    text = "Tehran spoke of piracy." },
            },
        },
        {
            note = "half a year lies between, and nothing ties the two",
            events = {
                { date = "2019-07-04", source = "GBR", target = "IRN", type = "COERCE", mode = "seize",
                    text = "Marines seized an Iranian tanker." },
                { date = "2020-01-19", source = "IRN", target = "GBR", type = "COERCE", mode = "seize",
                    text = "Guards seized a British tanker." },
            },
        },
        {
            article = " date 2021-08-12 Ukraine seized a Russian tanker in the port of Izmail on July 25. "
                .. "On Tuesday Russia protested against the seizure of the tanker.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("police against a crowd", STORY, { mode = "crowd-control" }),
        but("nothing of a ship", STORY, { text = sentences.NO_SHIP }),
        but("a ship that is only mentioned", STORY, { type = "ASSAULT", text = sentences.SHIP_ELSEWHERE }),
    },
}
