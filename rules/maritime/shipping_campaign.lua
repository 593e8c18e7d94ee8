-- One side makes war on shipping: three ships attacked or seized within a month.

local acts = require "pack.acts"
local sentences = require "pack.sentences"
local ships = require "pack.ships"

local DONE, SHIP = acts.DONE, ships.SHIP

-- Three ships in ten days.
local STORY = {
    { date = "+0", source = "Houthis", target = "GBR", type = "ASSAULT",
        text = "A vessel was hit." },
    { date = "+6", source = "Houthis", target = "NOR", type = "ASSAULT",
        text = "A tanker was hit." },
    { date = "+9", source = "Houthis", target = "LBR", type = "COERCE", mode = "seize",
        text = "A freighter was seized." },
}

-- A sum of attacks.
local OTHER = {
    { date = "+0/+52", source = "Houthis", type = "ASSAULT", aggregate = true,
        text = "The group has attacked dozens of ships." },
}

rule "shipping_campaign" {
    title = "Campaign against shipping",
    kind = "attack_burst",
    severity = "critical",
    status = "test",
    description = "One side attacks or seizes ships on three days within a month, or the text speaks of dozens of "
        .. "attacks or of a campaign against shipping.",
    references = {
        "Till 2018, Seapower: A Guide for the Twenty-First Century (commerce raiding)",
        "Navias and Hooton 1996, Tanker Wars: The Assault on Merchant Shipping during the Iran-Iraq Crisis",
    },
    false_positives = {
        "several articles about one attack that name different days",
    },

    match = one_of {
        sequence {
            by = "source",
            within = days(30),
            suppress = days(30),
            step "first" { type = { "ASSAULT", "COERCE" }, modality = DONE, text = SHIP, where = ships.is_near },
            step "second" {
                type = { "ASSAULT", "COERCE" }, modality = DONE, text = SHIP, where = ships.is_near, min_gap = days(1),
            },
            step "third" {
                type = { "ASSAULT", "COERCE" }, modality = DONE, text = SHIP, where = ships.is_near, min_gap = days(1),
            },
        },
        sequence {
            by = "source",
            suppress = days(30),
            step "campaign" {
                type = { "ASSAULT", "COERCE" }, aggregate = true, modality = DONE, text = SHIP, where = ships.is_near,
            },
        },
    },

    alert = function(m)
        if m.campaign then return ("Attacks on shipping by %s: %s"):format(m.campaign.source, m.campaign.action) end
        return ("Third ship attacked or seized by %s within %d days"):format(
            m.third.source, m.third.date - m.first.date + 1)
    end,

    fires = {
        {
            note = "three ships in ten days",
            date = "2023-12-03", events = STORY,
            expect = { alerts = 1, date = "2023-12-12", severity = "critical" },
        },
        {
            note = "a sum of attacks",
            date = "2023-11-19", events = OTHER,
        },
        {
            article = " date 1984-06-20 Iraq attacked a Saudi tanker in the Persian Gulf on June 1. "
                .. "Iraq attacked a Greek tanker on June 8. On Monday Iraq attacked a Turkish tanker.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "two ships",
            events = {
                { date = "2023-12-03", source = "Houthis", target = "GBR", type = "ASSAULT",
                    text = "A vessel was hit." },
                { date = "2023-12-09", source = "Houthis", target = "NOR", type = "ASSAULT",
                    text = "A tanker was hit." },
            },
        },
        {
            note = "three attacks on land",
            events = {
                { date = "2023-12-03", source = "Houthis", target = "ISR", type = "ASSAULT", text = "A town was hit." },
                { date = "2023-12-09", source = "Houthis", target = "ISR", type = "ASSAULT", text = "A town was hit." },
                { date = "2023-12-12", source = "Houthis", target = "ISR", type = "ASSAULT", text = "A town was hit." },
            },
        },
        {
            note = "by three different sides",
            events = {
                { date = "2023-12-03", source = "Houthis", target = "GBR", type = "ASSAULT",
                    text = "A vessel was hit." },
                { date = "2023-12-09", source = "IRN", target = "NOR", type = "ASSAULT", text = "A tanker was hit." },
                { date = "2023-12-12", source = "Somali pirates", target = "LBR", type = "COERCE", mode = "seize",
                    text = "A freighter was seized." },
            },
        },
        {
            article = " date 1984-06-20 Iraq attacked a Saudi tanker in the Persian Gulf on June 1. "
                .. "Saudi Arabia condemned the attack on the tanker on Monday.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("only planned", OTHER, { modality = "planned" }),
        but("a day too long before", STORY, { date = "-25" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("on the same day", STORY, { date = "+6" }, 3),
        but("only talks", OTHER, { type = "CONSULT" }),
        but("nothing of a ship", STORY, { text = sentences.NO_SHIP }),
        but("a ship that is only mentioned", STORY, { type = "ASSAULT", text = sentences.SHIP_ELSEWHERE }),
        but("nothing of a ship", OTHER, { text = sentences.NO_SHIP }),
        but("a ship that is only mentioned", OTHER, { text = sentences.SHIP_ELSEWHERE }),
    },
}
