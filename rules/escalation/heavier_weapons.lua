-- A side reaches for heavier weapons than it used before.

local acts = require "pack.acts"

local DONE = acts.DONE

-- The rank of weapons: what burns and cuts, small arms and bombs, guns on wheels, what flies, mass destruction.
local RANK = {
    stones = 1, fire = 1, knife = 1, vehicle = 1,
    gun = 2, bomb = 2, ied = 2, ["car-bomb"] = 2, ["suicide-bomb"] = 2,
    mortar = 3, artillery = 3, rocket = 3, ["armoured-vehicle"] = 3,
    naval = 4, aircraft = 4, drone = 4, missile = 5,
    chemical = 6, nuclear = 6,
}

--- The rank of the heaviest weapon of an event, nil where none is known.
local function heaviest(e)
    local rank, name
    for i = 1, #e.weapon do
        local this = RANK[e.weapon[i]]
        if this and this > (rank or 0) then
            rank, name = this, e.weapon[i]
        end
    end
    return rank, name
end

-- Rifles, then aircraft.
local STORY = {
    { date = "+0", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
    { date = "+7", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
    { date = "+13", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
}

rule "heavier_weapons" {
    title = "Heavier weapons",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "One side attacks another at least twice with weapons of one rank, and within two months with "
        .. "weapons at least two ranks above: rifles, guns on wheels, aircraft, missiles, mass destruction.",
    references = {
        "Smoke 1977, War: Controlling Escalation",
        "Morgan et al. 2008, Dangerous Thresholds: Managing Escalation in the 21st Century, RAND",
    },
    false_positives = {
        "earlier use that no article of those read tells of",
        "an article that names the weapon of one attack only",
    },

    match = sequence {
        by = "dyad",
        within = days(60),
        suppress = days(60),
        step "before" { type = "ASSAULT", modality = DONE, weapon = known(), times(at_least(2)) },
        step "heavier" {
            type = "ASSAULT", modality = DONE, min_gap = days(1),
            where = function(e, m)
                local now = heaviest(e)
                if not now then return false end
                for _, earlier in ipairs(m.before) do
                    if now < (heaviest(earlier) or now) + 2 then return false end
                end
                return true
            end,
        },
    },

    alert = function(m)
        local _, now = heaviest(m.heavier)
        local _, before = heaviest(m.before[#m.before])
        return ("%s went over from %s to %s in attacks on %s"):format(
            m.heavier.source, before, now, m.heavier.target)
    end,

    fires = {
        {
            note = "rifles, then aircraft",
            date = "2021-05-02", events = STORY,
            expect = { alerts = 1, heavier = { weapon = "aircraft" } },
        },
        {
            note = "artillery, then missiles",
            events = {
                { date = "2020-10-01", source = "AZE", target = "ARM", type = "ASSAULT", weapon = "artillery" },
                { date = "2020-10-04", source = "AZE", target = "ARM", type = "ASSAULT", weapon = { "artillery",
                    "gun" } },
                { date = "2020-10-11", source = "AZE", target = "ARM", type = "ASSAULT", weapon = "missile" },
            },
        },
        {
            article = " date 2018-08-20 Turkish soldiers fired rifles at Kurdish rebels on August 3. "
                .. "Turkish troops killed three Kurdish rebels in a gun battle near Hakkari on August 10. "
                .. "On Sunday Turkey carried out air strikes on Kurdish rebels.",
        },
        {
            note = "between two with rifles, one of which nothing is known",
            events = {
                { date = "+0", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+3", source = "MMR", target = "Karen rebels", type = "ASSAULT" },
                { date = "+7", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+13", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
            },
        },
        {
            note = "a second step up soon after is part of the first",
            events = {
                { date = "+0", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+7", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+13", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
                { date = "+14", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+15", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "+20", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "chemical" },
            },
            expect = { alerts = 1 },
        },
    },

    silent = {
        {
            note = "artillery after rifles is one rank only",
            events = {
                { date = "2021-05-02", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "2021-05-09", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
                { date = "2021-05-15", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "mortar" },
            },
        },
        {
            note = "the weapons become lighter",
            events = {
                { date = "2021-05-02", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
                { date = "2021-05-09", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
                { date = "2021-05-15", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "gun" },
            },
        },
        {
            note = "the other side has the aircraft",
            events = {
                { date = "2021-05-02", source = "Karen rebels", target = "MMR", type = "ASSAULT", weapon = "gun" },
                { date = "2021-05-09", source = "Karen rebels", target = "MMR", type = "ASSAULT", weapon = "gun" },
                { date = "2021-05-15", source = "MMR", target = "Karen rebels", type = "ASSAULT", weapon = "aircraft" },
            },
        },
        {
            article = " date 2018-08-20 Turkish soldiers fired rifles at Kurdish rebels on August 3. "
                .. "The Turkish air force bought forty aircraft from Spain on Sunday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("a show of force", STORY, { type = "MOBILIZE" }),
        but("a day too long before", STORY, { date = "-54" }, 1),
        but("on the same day", STORY, { date = "+7" }, 3),
    },
}
