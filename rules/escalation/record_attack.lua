-- An attack that the text sets above all before it, or that opens a campaign on the ground.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE, PARTY = acts.DONE, acts.FIGHTER

-- Words that rank an attack, and the words for what they must rank: the largest city is no step up.
local RANKS = {
    "largest", "biggest", "deadliest", "bloodiest", "heaviest", "fiercest", "most intense", "most serious", "worst",
    "most significant", "unprecedented", "first direct", "escalatory", "major", "sharp", "serious", "significant",
    "dramatic", "dangerous",
}
local ATTACKS = {
    "attack", "attacks", "strike", "strikes", "assault", "barrage", "bombardment", "bombing", "shelling", "raid",
    "raids", "salvo", "wave", "fighting", "violence", "clashes", "missile", "drone", "rocket", "airstrike",
}

-- Words that need "escalation" behind them: a major attack is nothing out of the ordinary.
local WEAK = { major = true, sharp = true, serious = true, significant = true, dramatic = true, dangerous = true }

local OFFENSIVE = {
    "new offensive", "launched an offensive", "launched a military offensive", "launched a ground offensive",
    "began an offensive", "began a military offensive", "began a ground offensive", "new military offensive",
    "ground invasion", "launched an invasion", "full scale invasion", "full-scale invasion", "full-scale attack",
    "full scale attack", "all-out attack", "all-out assault", "ground assault", "launched a ground operation",
    "began a ground operation", "crossed the border",
}

--- How many letters may lie between the words of the act and the words that rank it.
local NEAR = 80

--- Whether an attack is ranked beside the words of the act.
local function is_record(e)
    local part = story.around(e, NEAR)
    for _, word in ipairs(RANKS) do
        local _, to = part:find("%f[%a]" .. word .. "%f[%A]")
        -- What is ranked follows within three words.
        local ranked = to and part:sub(to + 1):match("^[ -]*[%w-]*[ -]*[%w-]*[ -]*[%w-]*") or ""
        if WEAK[word] then
            if ranked:find("^ escalation") then return true end
        else
            for _, noun in ipairs(ATTACKS) do
                if ranked:find("%f[%a]" .. noun .. "%f[%A]") then return true end
            end
        end
    end
    return false
end

-- Words for a campaign that is still to come, or on already.
local NOT_NOW = { "expected ", "possible ", "planned ", "ahead of ", "in advance of ", "intensif", "continu", "threat" }

--- Whether the act opens a campaign.
local function is_offensive(e)
    local part = story.around(e, NEAR)
    for _, word in ipairs(NOT_NOW) do
        if part:find(word, 1, true) then return false end
    end
    for _, phrase in ipairs(OFFENSIVE) do
        if part:find(phrase, 1, true) then return true end
    end
    return false
end

-- The largest attack so far.
local STORY = {
    { date = "+0", source = "Houthis", target = "USA", type = "ASSAULT",
        text = "It was the largest ASSAULT of the group so far." },
}

rule "record_attack" {
    title = "Attack beyond all before",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "The text sets an attack above those before it (largest, deadliest, unprecedented), "
        .. "or tells of an offensive or an invasion that begins.",
    references = {
        "Kahn 1965, On Escalation: Metaphors and Scenarios",
        "Morgan et al. 2008, Dangerous Thresholds: Managing Escalation in the 21st Century, RAND",
    },
    false_positives = {
        "a superlative that stands close to the attack and speaks of something else",
        "the largest attack of a short time, such as a weekend",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "attack" {
            type = "ASSAULT", mode = none { "crowd-control", "beat" }, modality = DONE, source = PARTY,
            action = none { says("war", "fighting", "conflict") },
            max_age = days(60), where = function(e) return is_record(e) or is_offensive(e) end,
        },
    },

    alert = function(m)
        local on = #m.attack.target > 0 and (" against %s"):format(m.attack.target) or ""
        if not is_record(m.attack) then return ("%s opened an offensive%s"):format(m.attack.source, on) end
        return ("%s went further than before%s: %s"):format(m.attack.source, on, m.attack.action)
    end,

    fires = {
        {
            note = "the largest attack so far",
            date = "2024-01-09", events = STORY,
            expect = { alerts = 1, attack = { source = "Houthis" } },
        },
        {
            note = "two sentences about one offensive are one alert",
            events = {
                { date = "2023-09-19", source = "AZE", target = "ARM", type = "ASSAULT",
                    text = "A new offensive began with an ASSAULT at noon." },
                { date = "2023-09-20", source = "AZE", target = "ARM", type = "ASSAULT",
                    text = "The new offensive went on, and a second ASSAULT followed." },
            },
            expect = { alerts = 1, date = "2023-09-19" },
        },
        {
            article = " date 2024-01-10 Houthi forces launched their largest attack to date on American warships "
                .. "in the Red Sea on Tuesday.",
        },
        {
            article = " date 2021-05-06 Ethiopian troops launched a ground offensive against Tigrayan rebels "
                .. "near Mekelle on Tuesday.",
            expect = { alerts = 1 },
        },
    },

    silent = {
        {
            note = "the superlative is far from the attack",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "USA", type = "ASSAULT",
                    text = "The ASSAULT came while a delegation of the country was away for two weeks to see to the "
                        .. "opening of a trade fair that is said to be the largest of the continent." },
            },
        },
        {
            note = "the record is only feared",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "USA", type = "ASSAULT", modality = "hypothetical",
                    text = "It would be the largest ASSAULT so far." },
            },
        },
        {
            note = "the largest city, not the largest attack",
            events = {
                { date = "2024-01-09", source = "RUS", target = "UKR", type = "ASSAULT",
                    text = "The ASSAULT fell on the second largest city of the country." },
            },
        },
        {
            note = "an attack like many others",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "USA", type = "ASSAULT",
                    text = "It was one more ASSAULT at sea." },
            },
        },
        { article = " date 2024-01-10 The largest trade fair of Egypt opened in Cairo on Tuesday." },
        {
            note = "tennis",
            article = " date 2023-07-10 The champion unleashed her heaviest assault of the tournament on "
                .. "Sunday, and her opponent had no answer to the bombardment of forehands. It was the "
                .. "biggest upset of the week.",
        },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("police against a crowd", STORY, { mode = "crowd-control" }),
        but("done by civilians", STORY, { source = "Civilian (Yemen)" }),
        {
            note = "a war as a whole",
            article = " date 2024-02-08 Ethiopia fought a war against Eritrea on Monday, its largest attack so far.",
        },
    },
}
