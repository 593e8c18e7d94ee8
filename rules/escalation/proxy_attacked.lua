-- A state is fought through the armed group that it stands behind.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, BACKED = acts.DONE, words.BACKED

--- The first actor of a side behind which a state stands.
local function backed(side)
    for i = 1, #side do
        if side[i].backer then return side[i] end
    end
    return nil
end

--- Whether the backer of who is hit acts, or is hit as well.
local function backer_takes_part(e)
    local group = backed(e.target)
    for _, side in ipairs { e.source, e.target } do
        for i = 1, #side do
            if side[i].country == group.backer and not side[i].backer then return true end
        end
    end
    return false
end

-- Bombers strike a backed group.
local STORY = {
    {
        date = "+0", source = "USA", type = "ASSAULT",
        target = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
            backer = "IRN" },
        text = "US bombers struck depots of militias that are linked to Tehran.",
    },
}

rule "proxy_attacked" {
    title = "Attack on a proxy",
    kind = "proxy_involvement",
    severity = "medium",
    status = "test",
    description = "A state attacks or threatens an armed group that the text ties to another state.",
    references = {
        "Groh 2019, Proxy War: The Least Bad Option",
        "San-Akca 2016, States in Disguise: Causes of State Support for Rebel Groups",
    },
    false_positives = {
        "a sentence that speaks of the backing of someone else than the group that is hit",
    },

    match = sequence {
        by = "target",
        suppress = days(7),
        step "attack" {
            type = { "ASSAULT", "COERCE", "THREATEN" }, mode = none { "arrest" }, modality = DONE, text = BACKED,
            date = known(),
            target = { backer = known() },
            -- Where another proxy acts, that is the story.
            source = none { { backer = known() } },
            max_age = days(60), where = function(e) return not backer_takes_part(e) end,
        },
    },

    alert = function(m)
        local group = backed(m.attack.target)
        local who = #m.attack.source > 0 and tostring(m.attack.source) or "somebody unnamed"
        local verb = m.attack.type == "THREATEN" and "threatened" or "hit"
        return ("%s %s %s, backed by %s"):format(who, verb, group.name, group.backer)
    end,

    fires = {
        {
            note = "bombers strike a backed group",
            date = "2024-02-02", events = STORY,
            expect = { alerts = 1, participants = { "Kataib Hezbollah" } },
        },
        {
            note = "a backed group is threatened",
            events = {
                {
                    date = "2023-03-02", source = "COD", type = "THREATEN", mode = "violence",
                    target = { id = "m23", name = "M23", country = "COD", sector = "REB", backer = "RWA" },
                    text = "The army threatened the rebels, who are armed by Rwanda.",
                },
            },
        },
        {
            article = " date 2024-01-31 American warplanes bombed a camp of Iran-backed militias in eastern Syria "
                .. "on Monday.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the text does not tie the group to a state",
            events = {
                {
                    date = "2024-02-02", source = "USA", type = "ASSAULT",
                    target = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "US bombers struck depots.",
                },
            },
        },
        {
            note = "the sponsor itself turns on the group",
            events = {
                {
                    date = "2023-06-24", source = "RUS", type = "ASSAULT",
                    target = { id = "wagner-group", name = "Wagner Group", country = "RUS", sector = "REB",
                        backer = "RUS" },
                    text = "Helicopters fired on the group, long sponsored by the Kremlin.",
                },
            },
        },
        {
            note = "the group is only accused",
            events = {
                {
                    date = "2024-02-02", source = "USA", type = "ACCUSE",
                    target = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "Washington blamed the Iran-backed group.",
                },
            },
        },
        { article = " date 2024-01-31 American warplanes bombed a camp of Islamic State in eastern Syria on Monday." },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("only planned", STORY, { modality = "planned" }),
        but("done to somebody else", STORY, { target = "BRA" }),
        but("on a day that nobody knows", STORY, { date = false }),
        but("an arrest", STORY, { mode = "arrest" }),
        but("another proxy acts", STORY,
            { source = { name = "M23", country = "COD", sector = "REB", backer = "RWA" } }),
    },
}
