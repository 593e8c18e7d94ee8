-- Peacekeepers, observers or aid workers are attacked.

local acts = require "pack.acts"

local DONE = acts.DONE

local KEEPERS = says(
    "peacekeeper*", "peacekeeping", "observer*", "monitor", "monitors", "monitoring mission", "ceasefire commission",
    "unifil", "minusma", "monusco", "undof", "unmiss", "minusca", "amisom", "atmis", "osce mission", "blue helmet*"
)

--- Whether the keepers are who is hit: their name stands in the target, or behind the words of the act.
local function is_hit(e)
    local target = tostring(e.target):lower()
    for _, word in ipairs { "peacekeep", "observer", "monitor", "unifil", "minusma", "monusco", "mission" } do
        if target:find(word, 1, true) then return true end
        local sentence = (e.text or ""):lower()
        local _, to = sentence:find((e.action or ""):lower(), 1, true)
        if to and sentence:sub(to, to + 40):find(word, 1, true) then return true end
    end
    return false
end

-- Peacekeepers are killed.
local STORY = {
    { date = "+0", source = "Hezbollah", target = "UN peacekeepers", type = "ASSAULT", killed = 1,
        text = "Shots hit a car of the peacekeepers." },
}

-- Observers are held.
local OTHER = {
    { date = "+0", source = "Donetsk rebels", target = "OSCE", type = "COERCE", mode = "arrest",
        text = "Their COERCE of observers of the mission went on for days." },
}

rule "monitors_attacked" {
    title = "Monitors attacked",
    kind = "ceasefire_breach",
    severity = "high",
    status = "test",
    description = "Peacekeepers or observers of a truce are attacked, abducted, expelled or held.",
    references = {
        "Fjelde, Hultman and Bromley 2016, Offsetting Losses: Bargaining Power and Rebel Attacks on Peacekeepers, "
            .. "ISQ 60(4)",
        "Ruggeri, Dorussen and Gizelis 2018, On the Frontline Every Day? Subnational Deployment of UN Peacekeepers, "
            .. "BJPS 48(4)",
    },
    false_positives = {
        "peacekeepers who are accused of a crime",
        "a mission that leaves as was agreed",
    },

    match = sequence {
        by = "target",
        suppress = days(7),
        step "attack" {
            any {
                { type = "ASSAULT" }, { type = "COERCE", mode = { "arrest", "seize", "restrict" } },
                { type = "SANCTION", mode = "expel" },
            },
            modality = DONE, text = KEEPERS, where = is_hit,
        },
    },

    alert = function(m)
        local by = #m.attack.source > 0 and (" by %s"):format(m.attack.source) or ""
        local dead = m.attack.killed and m.attack.killed > 0 and (", %d killed"):format(m.attack.killed) or ""
        return ("Attack on %s%s%s"):format(m.attack.target, by, dead)
    end,

    fires = {
        {
            note = "peacekeepers are killed",
            date = "2022-12-14", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "observers are held",
            date = "2014-04-25", events = OTHER,
        },
        { article = " date 2024-02-08 Rebels attacked UN peacekeepers in Mali on Monday.", expect = { alerts = 1 } },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "soldiers are attacked",
            events = {
                { date = "2022-12-14", source = "Hezbollah", target = "ISR", type = "ASSAULT",
                    text = "Shots hit a car of the army." },
            },
        },
        {
            note = "the peacekeepers only report it",
            events = {
                { date = "2022-12-14", source = "Hezbollah", target = "ISR", type = "ASSAULT",
                    text = "According to peacekeepers the ASSAULT hit a car of the army on the far side." },
            },
        },
        {
            note = "an attack that was averted",
            events = {
                { date = "2022-12-14", source = "Hezbollah", target = "UN peacekeepers", type = "ASSAULT",
                    modality = "negated", text = "No shots hit the peacekeepers." },
            },
        },
        { article = " date 2024-02-08 UN peacekeepers in Mali opened a school on Monday." },
        -- The stories above with one thing changed.
        but("an expulsion", OTHER, { mode = "expel" }),
        but("sanctions", STORY, { type = "SANCTION" }),
        but("the sentence says nothing of the kind", STORY, { text = "Shots hit a car of the embassy." }),
        but("they are asked to leave", OTHER, { type = "REQUEST" }),
        but("they are threatened", OTHER,
            { type = "THREATEN", mode = "restrict", text = "Their THREATEN of observers went on for days." }),
    },
}
