-- Who is struck stands higher than before: leaders, capitals, the seat of government.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.FIGHTER

-- Words for leaders and for the places from which a state or a group is led.
local HIGH = {
    "head of state", "president", "prime minister", "king", "supreme leader", "political leader", "military chief",
    "chief of staff", "top commander", "senior commander", "senior leader", "top leader", "group's leader",
    "deputy leader", "general staff", "defence minister", "defense minister", "interior minister", "foreign minister",
    "presidential palace", "parliament building", "ministry of defence", "defence ministry", "defense ministry",
    "military headquarters", "royal palace", "consulate", "embassy",
}

--- How many letters may lie between the words of the act and the word for whom it strikes.
local NEAR = 40

-- Words behind an office that show that it only speaks.
local SPEAKS = { "^'s office", "^’s office", "^ said", "^ says", "^ [%w ]*said", "^ described", "^ condemned", "^ is " }

--- The word for a high target that stands behind the words of the act in the same part of the sentence.
local function high_target(e)
    local sentence = (e.text or ""):lower()
    local from, to = sentence:find((e.action or ""):lower(), 1, true)
    if not from then return nil end
    local part = sentence:sub(from, to) .. sentence:sub(to + 1, to + NEAR):match("^[^,;:.“”\"]*")
    for _, word in ipairs(HIGH) do
        local _, last = part:find("%f[%a]" .. word .. "%f[%A]")
        if last then
            local rest = sentence:sub(from + last, from + last + 30)
            for _, pattern in ipairs(SPEAKS) do
                if rest:find(pattern) then return nil end
            end
            return word
        end
    end
    return nil
end

--- Whether who acts is also who is hit, by a slip of the coder.
local function upon_itself(e)
    for i = 1, #e.source do
        for j = 1, #e.target do
            if e.source[i].id == e.target[j].id then return true end
        end
    end
    return false
end

-- A killing of a chosen person.
local STORY = {
    { date = "+0", source = "ISR", target = "Hamas", type = "ASSAULT", mode = "assassinate" },
}

-- The seat of an army.
local OTHER = {
    { date = "+0", source = "RSF", target = "SDN", type = "ASSAULT", mode = "heavy-weapons",
        text = "The group told of its ASSAULT on the general staff in the capital." },
}

rule "higher_target" {
    title = "Higher target",
    kind = "vertical_escalation",
    severity = "critical",
    status = "test",
    description = "A leader is killed, or an attack strikes a head of government, a commander, "
        .. "or the seat of a government, an army or an embassy.",
    references = {
        "Jordan 2009, When Heads Roll: Assessing the Effectiveness of Leadership Decapitation, Security Studies 18(4)",
        "Jones and Olken 2009, Hit or Miss? The Effect of Assassinations on Institutions and War, AEJ Macro 1(2)",
    },
    false_positives = {
        "a sentence that names a leader who only speaks of the attack",
        "local commanders, of whom one war kills many",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "strike" {
            type = "ASSAULT", modality = DONE, aggregate = false, source = PARTY,
            mode = none { "crowd-control", "beat", "sexual", "seize" }, action = none { says("plot*", "attempt*") },
            max_age = days(60),
            where = function(e)
                if upon_itself(e) then return false end
                if e.mode == "assassinate" then return true end
                -- Without a weapon, a victim or a way it may be an attack in words.
                return (e.mode or e.killed or e.wounded) ~= nil and high_target(e) ~= nil
            end,
        },
    },

    alert = function(m)
        local word = high_target(m.strike)
        local whom = #m.strike.target > 0 and tostring(m.strike.target) or "its enemy"
        if not word then return ("%s killed a chosen person of %s"):format(m.strike.source, whom) end
        return ("%s struck at the top of %s: %s"):format(m.strike.source, whom, word)
    end,

    fires = {
        {
            note = "a killing of a chosen person",
            date = "2024-07-31", events = STORY,
            expect = { alerts = 1, severity = "critical" },
        },
        {
            note = "the seat of an army",
            date = "2024-04-01", events = OTHER,
        },
        {
            article = " date 2021-03-11 Israel killed a senior commander of Hezbollah in an air strike "
                .. "near Tyre on Tuesday.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the president only speaks of the attack",
            events = {
                { date = "2024-04-01", source = "RSF", target = "SDN", type = "ASSAULT", mode = "heavy-weapons",
                    text = "The ASSAULT hit a market, the president said." },
            },
        },
        {
            note = "a plan that was not carried out",
            events = {
                { date = "2024-07-31", source = "ISR", target = "Hamas", type = "ASSAULT", mode = "assassinate",
                    modality = "planned" },
            },
        },
        {
            note = "an ordinary attack",
            events = {
                { date = "2024-07-31", source = "ISR", target = "Hamas", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            article = " date 2021-03-11 Israel bombed a depot of Hezbollah near Tyre on Tuesday. "
                .. "The president of Lebanon condemned the attack.",
        },
        -- The stories above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("police against a crowd", OTHER, { mode = "crowd-control" }),
        but("many such acts summed up", STORY, { aggregate = true }),
        but("done by civilians", STORY, { source = "Civilian (Israel)" }),
        but("only talks", STORY, { type = "CONSULT" }),
        {
            note = "a killing that failed",
            article = " date 2024-02-08 Islamic State attempted to assassinate the president of Somalia on "
                .. "Monday.",
        },
    },
}
