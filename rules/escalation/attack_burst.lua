-- Many attacks by one side in a short time.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE, PARTY = acts.DONE, acts.FIGHTER

-- Police against a crowd is another story.
local MODES = none { "crowd-control", "beat", "sexual", "torture", "seize" }

-- A war as a whole, and what is only warded off, are no attack of their own.
local ATTACK = none {
    says("war", "wars", "invasion", "conflict*", "fighting", "engaged", "repel*", "intercept*", "shot down", "downed"),
}

-- Words for many, and the words for what there must be many of: dozens of victims are no burst.
local MANY = {
    "wave", "waves", "series", "string", "spate", "dozens", "scores", "hundreds", "repeated", "daily", "frequent",
    "numerous", "round", "rounds", "flurry", "succession",
}
local ATTACKS = {
    "attack", "attacks", "strike", "strikes", "raid", "raids", "assault", "assaults", "rocket", "rockets", "missile",
    "missiles", "drone", "drones", "shell", "shells", "airstrikes", "bombing", "bombings", "bombs", "aerial", "air",
}

--- How many letters before the words of the act and behind them may tell of many.
local NEAR = 40

--- Whether a word for many stands in or beside the words of the act: a sentence may speak of the other side's.
local function tells_of_many(e)
    local part = story.around(e, NEAR)
    if part:find("barrage", 1, true) or part:find("salvo", 1, true) then return true end
    if e.aggregate and (part:find("attacks", 1, true) or part:find("repeatedly", 1, true)) then return true end
    for _, word in ipairs(MANY) do
        local _, last = part:find("%f[%a]" .. word .. "%f[%A]")
        local counted = last and part:sub(last + 1):match("^[ -]*[%w-]*[ -]*[%w-]*[ -]*[%w-]*") or ""
        for _, noun in ipairs(ATTACKS) do
            if counted:find("%f[%a]" .. noun .. "%f[%A]") then return true end
        end
    end
    return false
end

-- Three attacks by one side in eight days, on two others.
local STORY = {
    { date = "+0", source = "Houthis", target = "ISR", type = "ASSAULT" },
    { date = "+4", source = "Houthis", target = "USA", type = "ASSAULT" },
    { date = "+7", source = "Houthis", target = "ISR", type = "ASSAULT" },
}

-- The text sums many attacks up.
local OTHER = {
    { date = "+0/+85", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
        aggregate = true, text = "Dozens of attacks: ASSAULT after ASSAULT since October." },
}

-- A state attacks another three times.
local STATE = {
    { date = "+0", source = "ETH", target = "ERI", type = "ASSAULT" },
    { date = "+3", source = "ETH", target = "ERI", type = "ASSAULT" },
    { date = "+7", source = "ETH", target = "ERI", type = "ASSAULT" },
}

rule "attack_burst" {
    title = "Burst of attacks",
    kind = "attack_burst",
    severity = "medium",
    status = "test",
    description = "One side attacks at least three times within two weeks, or the text speaks of a series, "
        .. "a barrage or dozens of attacks.",
    references = {
        "Kleinberg 2002, Bursty and Hierarchical Structure in Streams, KDD",
        "Schutte and Weidmann 2011, Diffusion Patterns of Violence in Civil Wars, Political Geography 30(3)",
    },
    false_positives = {
        "a war in which every day brings attacks: measure it against a baseline",
        "one attack of which several sources tell so differently that it counts as several",
    },

    match = one_of {
        sequence {
            by = "source",
            suppress = days(7),
            step "series" {
                type = "ASSAULT", mode = MODES, modality = DONE, source = PARTY,
                max_age = days(365), where = function(e) return tells_of_many(e) end,
            },
        },
        -- Three of one day are one round of fighting, told in pieces.
        sequence {
            by = "source",
            within = days(14),
            suppress = days(14),
            step "first" {
                type = "ASSAULT", mode = MODES, action = ATTACK, modality = DONE, aggregate = false, source = PARTY,
            },
            step "second" {
                type = "ASSAULT", mode = MODES, action = ATTACK, modality = DONE, aggregate = false, source = PARTY,
                min_gap = days(1),
            },
            step "third" {
                type = "ASSAULT", mode = MODES, action = ATTACK, modality = DONE, aggregate = false, source = PARTY,
                min_gap = days(1), max_age = days(365),
            },
        },
    },

    alert = function(m)
        if m.series then
            local on = #m.series.target > 0 and (" on %s"):format(m.series.target) or ""
            return ("Series of attacks%s by %s"):format(on, m.series.source)
        end
        return ("Three attacks by %s within %d days, the last on %s"):format(
            m.third.source, m.third.date - m.first.date + 1, m.third.target)
    end,

    fires = {
        { note = "by a state", events = STATE },
        {
            note = "three attacks by one side in eight days, on two others",
            date = "2023-11-02", events = STORY,
            expect = { alerts = 1, date = "2023-11-09" },
        },
        {
            note = "the text sums many attacks up",
            date = "2023-10-17", events = OTHER,
            expect = { alerts = 1, series = { aggregate = true } },
        },
        {
            article = " date 2022-08-08 Islamic Jihad attacked Israel with hundreds of rockets on Saturday.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "two attacks are no burst",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-06", source = "Houthis", target = "ISR", type = "ASSAULT" },
            },
        },
        {
            note = "three attacks in three months are no burst",
            events = {
                { date = "2023-09-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-10-06", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-09", source = "Houthis", target = "ISR", type = "ASSAULT" },
            },
        },
        {
            note = "three of one day are told in pieces",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", killed = 2 },
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", wounded = 5 },
            },
        },
        {
            note = "attacks that did not happen",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", modality = "negated",
                    aggregate = true },
            },
        },
        {
            article = " date 2022-08-08 Turkish police arrested three journalists in Ankara on Sunday.",
        },
        {
            note = "a film",
            article = " date 2023-06-05 The thriller opens with a series of attacks on a space station and "
                .. "never lets go. Its heroine fights off wave after wave of drones, and by the end "
                .. "hundreds of rockets have lit the screen. The studio said on Friday that a sequel was "
                .. "planned.",
        },
        -- The stories above with one thing changed.
        but("told more than a year later", OTHER, { published = "+800" }),
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("police against a crowd", STORY, { mode = "crowd-control" }),
        but("many such acts summed up", STORY, { aggregate = true }),
        but("only planned", OTHER, { modality = "planned" }),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("on the same day", STORY, { date = "+4" }, 3),
        but("only talks", OTHER, { type = "CONSULT" }),
        but("police against a crowd", OTHER, { mode = "crowd-control" }),
        {
            note = "wars and defence, which are no attacks",
            article = " date 2024-03-14 Ethiopia fought a war against Eritrea on March 1. Ethiopia attacked "
                .. "Eritrea on March 4. Ethiopian troops engaged Eritrean troops on March 6. Ethiopia attacked "
                .. "Eritrea on March 8. Ethiopia fought a war against Eritrea on March 12.",
        },
        {
            note = "old news",
            article = " date 2024-03-14 Ethiopia attacked Eritrea on March 1, 2020. Ethiopia attacked Eritrea on "
                .. "March 4, 2020. Ethiopia attacked Eritrea on March 8, 2020.",
        },
        but("done by civilians", OTHER, { source = "Civilian (Iraq)" }),
        but("done by civilians", STATE, { source = "Civilian (Ethiopia)" }),
    },
}
