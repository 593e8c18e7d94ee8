-- Two sides that fight in one country carry their fight to another.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.FIGHTER

--- Where an event took place, nil at sea and where the text does not tell.
local function country(e)
    return e.location and e.location.country
end

-- From the group's own country to the neighbour's.
local STORY = {
    { date = "+0", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
        location = "SYR" },
    { date = "+3", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
        location = "SYR" },
    { date = "+35", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
        location = "IRQ" },
}

-- From a third country to the home of one side.
local OTHER = {
    { date = "+0", source = "ISR", target = "IRN", type = "ASSAULT", location = "SYR" },
    { date = "+4", source = "ISR", target = "IRN", type = "ASSAULT", location = "SYR" },
    { date = "+18", source = "ISR", target = "IRN", type = "ASSAULT", location = "IRN" },
}

rule "horizontal_by_theatre" {
    title = "New theatre",
    kind = "horizontal_escalation",
    severity = "high",
    status = "test",
    description = "Two sides have fought at least twice in one country, and within two months they fight in another.",
    references = {
        "Kahn 1965, On Escalation: Metaphors and Scenarios (compound escalation)",
        "Gleditsch 2007, Transnational Dimensions of Civil War, JPR 44(3)",
    },
    false_positives = {
        "a state named as the place where only a party of the attack has its seat",
        "fighting across a border that never kept to one side of it",
    },

    match = sequence {
        by = "pair",
        suppress = days(60),
        step "before" {
            type = "ASSAULT", modality = DONE, source = PARTY, target = PARTY,
            where = function(e) return country(e) ~= nil end,
        },
        step "again" {
            type = "ASSAULT", modality = DONE,
            where = function(e, m) return country(e) == country(m.before) end,
        },
        step "elsewhere" {
            type = "ASSAULT", modality = DONE, min_gap = days(1), within = days(60),
            where = function(e, m) return country(e) ~= nil and country(e) ~= country(m.before) end,
        },
    },

    alert = function(m)
        return ("Fight between %s and %s carried to %s"):format(
            m.elsewhere.source, m.elsewhere.target, m.elsewhere.location.name)
    end,

    fires = {
        {
            note = "from the group's own country to the neighbour's",
            date = "2023-11-20", events = STORY,
            expect = { alerts = 1, elsewhere = { location = "IRQ" } },
        },
        {
            note = "from a third country to the home of one side",
            date = "2024-04-01", events = OTHER,
        },
        {
            article = " date 2022-05-06 Turkish warplanes bombed the PKK in Iraq on April 12. "
                .. "Turkish warplanes bombed PKK camps in Iraq on April 20. "
                .. "On Tuesday Turkish drones struck the PKK in Syria.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "always the same country",
            events = {
                { date = "2023-11-20", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    location = "IRQ" },
                { date = "2023-11-23", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    location = "IRQ" },
                { date = "2023-12-25", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    location = "IRQ" },
            },
        },
        {
            note = "others fight in the other country",
            events = {
                { date = "2023-11-20", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    location = "SYR" },
                { date = "2023-11-23", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    location = "SYR" },
                { date = "2023-12-25", source = "TUR", target = "PKK", type = "ASSAULT", location = "IRQ" },
            },
        },
        {
            note = "the place is not told",
            events = {
                { date = "2023-11-20", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    location = "SYR" },
                { date = "2023-11-23", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    location = "SYR" },
                { date = "2023-12-25", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT" },
            },
        },
        {
            article = " date 2022-05-06 Turkish warplanes bombed the PKK in Iraq on April 12. "
                .. "Turkish warplanes bombed PKK camps in Iraq on April 20. "
                .. "On Tuesday the Turkish foreign minister visited Syria.",
        },
        -- The stories above with one thing changed.
        but("the first time, only planned", STORY, { modality = "planned" }, 1),
        but("the second time, only planned", STORY, { modality = "planned" }, 2),
        but("elsewhere, only planned", STORY, { modality = "planned" }, 3),
        but("the first time, only talks", STORY, { type = "CONSULT" }, 1),
        but("the second time, only talks", STORY, { type = "CONSULT" }, 2),
        but("elsewhere, only talks", STORY, { type = "CONSULT" }, 3),
        but("on the same day", STORY, { date = "+3" }, 3),
        but("a day too late", STORY, { date = "+64" }, 3),
        but("done by civilians", STORY, { source = "Civilian (United States)" }, 1),
        but("done to civilians", OTHER, { target = "Civilian (Iran)" }, 1),
        but("three theatres", STORY, { location = "IRQ" }, 2),
        {
            note = "at sea, in no country, then on land",
            events = {
                { date = "+0", source = "ISR", target = "IRN", type = "ASSAULT", location = "Gulf of Oman" },
                { date = "+4", source = "ISR", target = "IRN", type = "ASSAULT", location = "Gulf of Oman" },
                { date = "+18", source = "ISR", target = "IRN", type = "ASSAULT", location = "IRN" },
            },
        },
    },
}
