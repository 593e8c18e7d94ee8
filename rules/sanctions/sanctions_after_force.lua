-- An attack brings sanctions of a third state upon the attacker.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE = acts.DONE

-- A third state sanctions the attacker.
local STORY = {
    { date = "+0", source = "RUS", target = "UKR", type = "ASSAULT" },
    { date = "+16", source = "CAN", target = "RUS", type = "SANCTION", mode = "discontinue" },
}

rule "sanctions_after_force" {
    title = "Sanctions after an attack",
    kind = "sanctions",
    severity = "medium",
    status = "test",
    description = "A side attacks or seizes territory, and within six weeks a third one imposes sanctions on it.",
    references = {
        "Hufbauer, Schott, Elliott and Oegg 2007, Economic Sanctions Reconsidered",
        "Early 2015, Busted Sanctions: Explaining Why Economic Sanctions Fail",
    },
    false_positives = {
        "sanctions over another quarrel, in the middle of a war",
    },

    match = sequence {
        by = "actor",
        suppress = days(60),
        step "attack" { type = "ASSAULT", mode = none { "crowd-control" }, modality = DONE },
        step "sanction" {
            type = "SANCTION", modality = DONE, mode = { "discontinue", "withdraw", "expel" }, new_party = "attack",
            words.NO_TRADE, within = days(45),
            where = function(e, m)
                -- Who attacked is who is sanctioned.
                for i = 1, #m.attack.source do
                    local attacker = m.attack.source[i]
                    local country = attacker.country
                    if e.target:has(attacker.id) or (country and e.target:has(country)) then return true end
                end
                return false
            end,
        },
    },

    alert = function(m)
        return ("%s sanctioned %s after an attack on %s"):format(
            m.sanction.source, m.sanction.target,
            #m.attack.target > 0 and tostring(m.attack.target) or "others")
    end,

    fires = {
        {
            note = "a third state sanctions the attacker",
            date = "2014-03-01", events = STORY,
            expect = { alerts = 1, sanction = { source = "CAN" } },
        },
        {
            note = "aid is stopped after an offensive",
            events = {
                { date = "2020-11-04", source = "ETH", target = "Tigray People's Liberation Front", type = "ASSAULT" },
                { date = "2020-12-15", source = "European Union", target = "ETH", type = "SANCTION",
                    mode = "discontinue" },
            },
        },
        {
            article = " date 2023-06-02 The Rapid Support Forces shelled Sudanese troops in Khartoum on May 20. "
                .. "On Thursday the United States imposed sanctions on the Rapid Support Forces.",
        },
        again(STORY, days(3)),
        but("farmers feel them", STORY, { text = "Its farmers will feel it." }, 2),
        {
            note = "imports are banned",
            article = " date 2024-02-08 Russian forces shelled Ukraine on January 29. Poland banned imports of "
                .. "grain from Russia on Monday.",
        },
    },

    silent = {
        {
            note = "the victim is sanctioned",
            events = {
                { date = "2014-03-01", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2014-03-17", source = "BLR", target = "UKR", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "the victim itself answers by sanctions",
            events = {
                { date = "2014-03-01", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2014-03-17", source = "UKR", target = "RUS", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "three months later",
            events = {
                { date = "2014-03-01", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2014-06-17", source = "CAN", target = "RUS", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            article = " date 2023-06-02 The Rapid Support Forces shelled Sudanese troops in Khartoum on May 20. "
                .. "On Thursday the United States condemned the Rapid Support Forces.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("sanctions", STORY, { type = "SANCTION", mode = false }),
        but("police against a crowd", STORY, { mode = "crowd-control" }, 1),
        but("only talks", STORY, { type = "CONSULT" }, 2),
        {
            note = "farmers are protected",
            article = " date 2024-02-08 Russian forces shelled Ukraine on January 29. Poland banned imports of "
                .. "grain from Russia on Monday to protect its farmers.",
        },
    },
}
