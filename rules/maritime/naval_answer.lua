-- Who attacks shipping is struck on land, or warships are sent.

local acts = require "pack.acts"
local sentences = require "pack.sentences"
local ships = require "pack.ships"

local DONE, SHIP = acts.DONE, ships.SHIP

-- Strikes on those who fired at ships.
local STORY = {
    { date = "+0", source = "Houthis", target = "GBR", type = "ASSAULT",
        text = "A missile struck a tanker." },
    { date = "+2", source = "USA", target = "Houthis", type = "ASSAULT",
        text = "Jets bombed radars." },
}

-- A frigate is sent where a freighter was taken.
local OTHER = {
    { date = "+0", source = "Somali pirates", target = "SAU", type = "COERCE", mode = "seize",
        location = "Gulf of Aden", text = "A tanker was hijacked." },
    { date = "+15", source = "IND", type = "MOBILIZE", mode = "troops", location = "Gulf of Aden",
        text = "Delhi sent a frigate." },
}

rule "naval_answer" {
    title = "Answer to attacks on shipping",
    kind = "retaliation",
    severity = "high",
    status = "test",
    description = "One side attacks or seizes ships, and within a month another state attacks it "
        .. "or sends warships to the sea in question.",
    references = {
        "Till 2018, Seapower: A Guide for the Twenty-First Century",
        "Navias and Hooton 1996, Tanker Wars: The Assault on Merchant Shipping during the Iran-Iraq Crisis",
    },
    false_positives = {
        "strikes of a war on land in which the ships play no part",
        "a port call that was planned long before",
    },

    match = one_of {
        sequence {
            by = "actor",
            suppress = days(14),
            step "attack" {
                type = { "ASSAULT", "COERCE" }, modality = DONE, text = SHIP, where = ships.is_near,
            },
            step "answer" {
                type = "ASSAULT", mode = none { "crowd-control" }, modality = DONE, source = known(),
                min_gap = days(1), within = days(30),
                -- To ward an attack off is no answer.
                action = none { says("repel*", "intercept*", "shot down", "downed") },
                where = function(e, m)
                    -- Who attacked the ship is who is hit now.
                    for i = 1, #m.attack.source do
                        if e.target:has(m.attack.source[i].id) then return true end
                    end
                    return false
                end,
            },
        },
        sequence {
            suppress = days(14),
            step "attack" {
                type = { "ASSAULT", "COERCE" }, modality = DONE, text = SHIP, where = ships.is_near,
            },
            step "patrol" {
                type = "MOBILIZE", modality = { "actual", "claimed", "planned" }, location = same_as "attack",
                new_party = "attack", text = says("warship*", "navy", "naval", "destroyer*", "frigate*", "carrier*"),
                within = days(30),
            },
        },
    },

    alert = function(m)
        if m.patrol then
            return ("%s sent ships to the %s after an attack there"):format(
                m.patrol.source, m.patrol.location.name)
        end
        return ("%s struck %s after an attack on shipping"):format(m.answer.source, m.answer.target)
    end,

    fires = {
        {
            note = "strikes on those who fired at ships",
            date = "2024-01-09", events = STORY,
            expect = { alerts = 1, answer = { source = "USA" } },
        },
        {
            note = "a frigate is sent where a freighter was taken",
            date = "2008-11-15", events = OTHER,
            expect = { alerts = 1, patrol = { source = "IND" } },
        },
        {
            article = " date 2024-02-08 The Houthis sank a British cargo ship in the Bab el-Mandeb strait on Monday. "
                .. "On Wednesday American warplanes bombed the Houthis near Hodeidah.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "who is hit did not attack the ship",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "GBR", type = "ASSAULT",
                    text = "A missile struck a tanker." },
                { date = "2024-01-11", source = "USA", target = "Islamic State", type = "ASSAULT",
                    text = "Jets bombed radars." },
            },
        },
        {
            note = "the answer is one in words",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "GBR", type = "ASSAULT",
                    text = "A missile struck a tanker." },
                { date = "2024-01-11", source = "USA", target = "Houthis", type = "ACCUSE",
                    text = "It blamed the group." },
            },
        },
        {
            note = "a frigate is sent elsewhere",
            events = {
                { date = "2008-11-15", source = "Somali pirates", target = "SAU", type = "COERCE", mode = "seize",
                    location = "Gulf of Aden", text = "A tanker was hijacked." },
                { date = "2008-11-30", source = "IND", type = "MOBILIZE", mode = "troops", location = "Bay of Bengal",
                    text = "Delhi sent a frigate." },
            },
        },
        {
            article = " date 2024-02-08 The Houthis sank a British cargo ship in the Bab el-Mandeb strait on Monday. "
                .. "On Wednesday Britain condemned the attack.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", OTHER, { type = "CONSULT", mode = false }),
        but("a day too long before", STORY, { date = "-29" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("a day too long before", OTHER, { date = "-16" }, 1),
        but("it did not come to that", OTHER, { modality = "negated" }, 2),
        but("in the other direction", STORY, { source = "GBR", target = "Houthis" }, 1),
        but("done by nobody knows whom", STORY, { source = false }, 2),
        but("done by nobody knows whom", OTHER, { source = false }, 2),
        but("the sentence says nothing of the kind", OTHER, { text = false }, 2),
        but("nothing of a ship", STORY, { text = sentences.NO_SHIP }, 1),
        but("a ship that is only mentioned", STORY, { text = sentences.SHIP_ELSEWHERE }, 1),
        but("a ship that is only mentioned", OTHER, { type = "ASSAULT", text = sentences.SHIP_ELSEWHERE }, 1),
        {
            note = "an attack is warded off",
            article = " date 2024-02-08 The Houthis sank a British cargo ship near Hodeidah on Monday. "
                .. "On Wednesday American forces intercepted Houthi drones.",
        },
        but("police against a crowd", STORY, { mode = "crowd-control" }, 2),
    },
}
