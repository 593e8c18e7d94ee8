-- A patron's forces are attacked by a proxy: by its own, which turns on it, or by one that serves its rival.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, BACKED = acts.DONE, words.BACKED

--- Whether the forces stood abroad, as a patron's do: at sea, or in another country than their own.
local function abroad(e, state)
    return e.location ~= nil and e.location.country ~= state
end

--- The actor of the source behind which a state stands, and the forces of a state that it attacks.
local function sides(e)
    for i = 1, #e.source do
        local group = e.source[i]
        for j = 1, #e.target do
            local forces = e.target[j]
            local state = forces.country
            if group.backer and state and not forces.backer
                and (state == group.backer
                    or (forces.sector == "MIL" and state ~= group.country and abroad(e, state))) then
                return group, forces
            end
        end
    end
    return nil
end

--- Whether the forces that are attacked are those of the patron itself.
local function turns(e)
    local group, forces = sides(e)
    return group ~= nil and forces.country == group.backer
end

-- The proxy of one power attacks the soldiers of another.
local STORY = {
    {
        date = "+0", type = "ASSAULT", location = "JOR",
        source = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
            backer = "IRN" },
        target = { id = "united-states", name = "United States", country = "USA", sector = "MIL" },
        text = "The Iran-backed group fired at soldiers.",
    },
}

rule "proxy_against_patron" {
    title = "Proxy attacks a patron's forces",
    kind = "proxy_involvement",
    severity = "high",
    status = "test",
    description = "An armed group behind which a state stands attacks that state, or, where the text ties it to "
        .. "its patron, the forces of another state abroad: two patrons are one step from each other.",
    references = {
        "Salehyan 2010, The Delegation of War to Rebel Organizations, JCR 54(3)",
        "Byman and Kreps 2010, Agents of Destruction? Applying Principal-Agent Analysis to State-Sponsored Terrorism, "
            .. "ISP 11(1)",
    },
    false_positives = {
        "a group that fights foreign troops whatever its patron wants",
        "a group that its patron has left long ago",
        "forces at home, where the text names the place of another event",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(14),
            step "attack" {
                type = "ASSAULT", modality = DONE, source = { backer = known() }, text = BACKED, date = known(),
                max_age = days(60), where = function(e) return sides(e) ~= nil and not turns(e) end,
            },
        },
        sequence {
            by = "dyad",
            suppress = days(14),
            step "attack" {
                type = "ASSAULT", modality = DONE, source = { backer = known() },
                max_age = days(60), where = function(e) return turns(e) end,
            },
        },
    },

    alert = function(m)
        local group, forces = sides(m.attack)
        if turns(m.attack) then
            return { summary = ("%s turned on its patron, %s"):format(group.name, forces.name), severity = "critical" }
        end
        return ("%s, a proxy of %s, attacked forces of %s"):format(group.name, group.backer, forces.name)
    end,

    fires = {
        {
            note = "the proxy of one power attacks the soldiers of another",
            date = "2024-01-28", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "a proxy turns on its patron",
            events = {
                {
                    date = "2023-06-24", type = "ASSAULT", weapon = "aircraft",
                    source = { id = "wagner-group", name = "Wagner Group", country = "RUS", sector = "REB",
                        backer = "RUS" },
                    target = { id = "russia", name = "Russia", country = "RUS", sector = "MIL" },
                },
            },
            expect = { alerts = 1, severity = "critical" },
        },
        { article = " date 2024-02-08 Iran-backed militias fired rockets at US troops in Syria on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the army of the country in which the group lives",
            events = {
                {
                    date = "2024-01-28", type = "ASSAULT",
                    source = { id = "m23", name = "M23", country = "COD", sector = "REB", backer = "RWA" },
                    target = { id = "dr-congo", name = "DR Congo", country = "COD", sector = "MIL" },
                },
            },
        },
        {
            note = "soldiers at home",
            events = {
                {
                    date = "2024-01-28", type = "ASSAULT", location = "ISR",
                    source = { id = "hezbollah", name = "Hezbollah", country = "LBN", sector = "REB", backer = "IRN" },
                    target = { id = "israel", name = "Israel", country = "ISR", sector = "MIL" },
                },
            },
        },
        {
            note = "a foreign village",
            events = {
                {
                    date = "2024-01-28", type = "ASSAULT",
                    source = { id = "hezbollah", name = "Hezbollah", country = "LBN", sector = "REB", backer = "IRN" },
                    target = { id = "israel", name = "villagers", country = "ISR", sector = "CVL" },
                },
            },
        },
        {
            note = "no state stands behind the group",
            events = {
                {
                    date = "2024-01-28", type = "ASSAULT",
                    source = { id = "islamic-state", name = "Islamic State", country = "SYR", sector = "REB" },
                    target = { id = "united-states", name = "United States", country = "USA", sector = "MIL" },
                },
            },
        },
        { article = " date 2024-02-08 US troops in Syria trained Kurdish fighters on Monday." },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("the sentence says nothing of the kind", STORY, { text = false }),
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("on a day that nobody knows", STORY, { date = false }),
        but("soldiers of its own country", STORY,
            { target = { name = "Iraqi Army", country = "IRQ", sector = "MIL" } }),
    },
}
