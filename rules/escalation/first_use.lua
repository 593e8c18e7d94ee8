-- A weapon that one side turns on another for the first time.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE

-- Weapons whose first use is a step of its own; rifles and bombs are used in every conflict.
local NOTABLE = { "aircraft", "missile", "drone", "naval", "chemical", "nuclear" }

local FIRST = says(
    "for the first time", "first use", "first time", "first ever", "never before", "first known use", "first drone",
    "first missile", "first air strike", "first airstrike", "first air strikes", "first airstrikes"
)

--- Whether a weapon of the event is named in no attack before it.
local function is_new(e, before)
    for i = 1, #e.weapon do
        for _, earlier in ipairs(before) do
            for j = 1, #earlier.weapon do
                if earlier.weapon[j] == e.weapon[i] then return false end
            end
        end
    end
    return true
end

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
                action = none { says("intercept*", "shot down", "downed", "repel*") }, where = story.no_older_than(60),
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
                where = function(e, m) return is_new(e, m.before) end,
            },
        },
    },

    alert = function(m)
        local on = #m.use.target > 0 and (" against %s"):format(m.use.target) or ""
        return ("First use of %s by %s%s"):format(m.use.weapon[1], m.use.source, on)
    end,

    fires = {
        {
            note = "the text says so",
            events = {
                { date = "2024-11-21", source = "RUS", target = "UKR", type = "ASSAULT", weapon = "missile",
                    text = "It was the first use of the missile in the war." },
            },
            expect = { alerts = 1, use = { weapon = "missile" } },
        },
        {
            note = "aircraft after three attacks on the ground",
            events = {
                { date = "2019-04-05", source = "LNA", target = "LBY", type = "ASSAULT", mode = "firearms",
                    weapon = "gun" },
                { date = "2019-04-07", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
                    weapon = "artillery" },
                { date = "2019-04-09", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
                    weapon = "rocket" },
                { date = "2019-04-12", source = "LNA", target = "LBY", type = "ASSAULT", mode = "heavy-weapons",
                    weapon = "aircraft" },
            },
            expect = { alerts = 1, use = { date = "2019-04-12" } },
        },
        {
            article = " date 2021-09-08 Rwandan-backed rebels attacked Congolese troops with drones for the first time "
                .. "on Monday, the army said.",
        },
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
    },
}
