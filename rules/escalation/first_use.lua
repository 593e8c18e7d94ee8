-- A weapon that one side turns on another for the first time.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE = acts.DONE

-- Weapons whose first use is a step of its own; rifles and bombs are used in every conflict.
local NOTABLE = { "aircraft", "missile", "drone", "naval", "chemical", "nuclear" }

local FIRST = says(
    "for the first time", "first use", "first time", "first ever", "never before", "first known use", "first drone",
    "first missile", "first air strike", "first airstrike", "first air strikes", "first airstrikes"
)

--- The first of the weapons of an event that is one of those; rifles may be fired beside it.
local function notable(e)
    for i = 1, #e.weapon do
        for _, weapon in ipairs(NOTABLE) do
            if e.weapon[i] == weapon then return weapon end
        end
    end
    return nil
end

-- The text says so.
local STORY = {
    { date = "+0", source = "RUS", target = "UKR", type = "ASSAULT", weapon = "missile",
        text = "It was the first use of the missile in the war." },
}

-- Aircraft after three attacks on the ground.
local OTHER = {
    { date = "+0", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms",
        weapon = "gun" },
    { date = "+2", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
        weapon = "artillery" },
    { date = "+4", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
        weapon = "rocket" },
    { date = "+7", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
        weapon = "aircraft" },
}

rule "first_use" {
    title = "First use of a weapon",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "The text tells that a weapon is used for the first time, or one side, after at least three attacks "
        .. "on another with known weapons, turns aircraft, missiles, drones, ships or mass destruction on it.",
    references = {
        "Schelling 1960, The Strategy of Conflict (salient thresholds)",
        "Tannenwald 2007, The Nuclear Taboo",
    },
    false_positives = {
        "a first time that the sentence tells of something else, such as a city hit for the first time",
        "earlier use that no article of those read tells of",
    },

    match = one_of {
        sequence {
            by = "source",
            suppress = days(30),
            step "use" {
                type = "ASSAULT", modality = DONE, weapon = NOTABLE, text = FIRST,
                action = none { words.DEFENCE }, max_age = days(60),
            },
        },
        sequence {
            by = "dyad",
            suppress = days(90),
            absent { type = "ASSAULT", modality = DONE, weapon = NOTABLE, within = days(365) },
            step "before" {
                type = "ASSAULT", modality = DONE, weapon = none(NOTABLE), mode = known(), times(at_least(3)),
            },
            absent { type = "ASSAULT", modality = DONE, weapon = NOTABLE },
            step "use" {
                type = "ASSAULT", modality = DONE, weapon = NOTABLE, within = days(90), min_gap = days(1),
            },
        },
    },

    alert = function(m)
        local on = #m.use.target > 0 and (" against %s"):format(m.use.target) or ""
        return ("First use of %s by %s%s"):format(notable(m.use), m.use.source, on)
    end,

    fires = {
        {
            note = "the text says so",
            date = "2024-11-21", events = STORY,
            expect = { alerts = 1, use = { weapon = "missile" } },
        },
        {
            note = "aircraft after three attacks on the ground",
            date = "2019-04-05", events = OTHER,
            expect = { alerts = 1, use = { date = "2019-04-12" } },
        },
        {
            article = " date 2021-09-08 Rwandan-backed rebels attacked Congolese troops with drones for the first time "
                .. "on Monday, the army said.",
        },
        again(STORY, days(3)),
        but("rifles are fired as well", OTHER, { weapon = { "gun", "aircraft" } }, 4),
    },

    silent = {
        {
            note = "aircraft have been used before",
            events = {
                { date = "2019-04-05", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
                    weapon = "aircraft" },
                { date = "2019-04-07", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms",
                    weapon = "gun" },
                { date = "2019-04-09", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms",
                    weapon = "gun" },
                { date = "2019-04-10", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms",
                    weapon = "gun" },
                { date = "2019-04-12", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
                    weapon = "aircraft" },
            },
        },
        {
            note = "the text says that it is not the first time",
            events = {
                { date = "2024-11-21", source = "RUS", target = "UKR", type = "ASSAULT", weapon = "missile",
                    text = "The missile has been used many times." },
            },
        },
        {
            note = "a test is no use",
            events = {
                { date = "2024-11-21", source = "PRK", target = "KOR", type = "MOBILIZE", mode = "weapons",
                    weapon = "missile", text = "The missile was tested for the first time." },
            },
        },
        {
            article = " date 2021-09-08 The Congolese army bought six drones from Turkey for the first time on Monday.",
        },
        -- The stories above with one thing changed.
        but("only planned", OTHER, { modality = "planned" }, 1, 4),
        but("on the same day", OTHER, { date = "+4" }, 4),
        but("a day too late", OTHER, { date = "+95" }, 4),
        but("nothing more is known of the act", OTHER, { mode = false }, 1),
        but("with no known weapon", STORY, { weapon = false }),
        but("with missiles", OTHER, { weapon = "missile" }, 1),
        but("a show of force", OTHER, { type = "MOBILIZE" }, 1),
        {
            note = "a weapon that is warded off",
            article = " date 2024-02-08 Ukraine intercepted a Russian hypersonic missile for the first time on "
                .. "Monday.",
        },
        {
            note = "old news",
            article = " date 2024-02-08 Russia attacked Ukraine with drones for the first time in October 2022.",
        },
        {
            note = "aircraft have flown before",
            events = {
                { date = "-30", source = "LNA", target = "LBY", type = "ASSAULT", weapon = "aircraft" },
                { date = "+0", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+2", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+4", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+7", source = "LNA", target = "LBY", type = "ASSAULT", weapon = "aircraft" },
            },
        },
        {
            note = "drones came with the last of the three",
            events = {
                { date = "+0", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+2", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+4", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms", weapon = "gun" },
                { date = "+4", source = "LNA", target = "LBY", type = "ASSAULT", weapon = "drone" },
                { date = "+7", source = "LNA", target = "LBY", type = "ASSAULT", weapon = "aircraft" },
            },
        },
    },
}
