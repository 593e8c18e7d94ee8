-- The state behind an armed group enters the fight that the group has carried on for it.

local acts = require "pack.acts"

local DONE = acts.DONE

--- The countries that stand behind the armed groups of an event, on either side.
local function backers(e)
    local found = {}
    for _, side in ipairs { e.source, e.target } do
        for i = 1, #side do
            if side[i].backer then found[side[i].backer] = true end
        end
    end
    return found
end

--- The actor of a side that is a backer itself.
local function patron(side, countries)
    for i = 1, #side do
        if side[i].country and countries[side[i].country] and not side[i].backer then return side[i] end
    end
    return nil
end

-- The patron attacks.
local STORY = {
    {
        date = "+0", target = "UKR", type = "ASSAULT",
        source = { id = "donetsk-rebels", name = "Donetsk rebels", country = "UKR", sector = "REB",
            backer = "RUS" },
    },
    { date = "+7", source = "RUS", target = "UKR", type = "ASSAULT" },
}

rule "horizontal_by_patron" {
    title = "Patron joins in",
    kind = "horizontal_escalation",
    severity = "critical",
    status = "test",
    description = "An armed group and its enemy fight, and within two months the state behind the group fights that "
        .. "enemy itself, or moves forces against it, or is attacked by it.",
    references = {
        "Salehyan 2009, Rebels without Borders",
        "Schultz 2010, The Enforcement Problem in Coercive Bargaining: Interstate Conflict over Rebel Support, "
            .. "IO 64(2)",
    },
    false_positives = {
        "two states that fought each other before the group did",
    },

    match = sequence {
        by = "actor",
        suppress = days(60),
        step "proxy_war" {
            type = "ASSAULT", modality = DONE,
            any { { source = { backer = known() } }, { target = { backer = known() } } },
        },
        step "patron" {
            type = { "ASSAULT", "MOBILIZE" }, hostility = at_least(3), modality = DONE, min_gap = days(1),
            within = days(60),
            where = function(e, m)
                local countries = backers(m.proxy_war)
                if patron(m.proxy_war.source, countries) or patron(m.proxy_war.target, countries) then return false end
                local doer, hit = patron(e.source, countries), patron(e.target, countries)
                if (doer == nil) == (hit == nil) then return false end
                -- Nobody of the other side may be a proxy: that would be the proxy war itself.
                for _, side in ipairs { e.source, e.target } do
                    for i = 1, #side do
                        if side[i].backer then return false end
                    end
                end
                return true
            end,
        },
    },

    alert = function(m)
        local countries = backers(m.proxy_war)
        local joins = patron(m.patron.source, countries)
        if joins then
            local whom = #m.patron.target > 0 and tostring(m.patron.target) or "its enemy"
            return ("%s itself moved against %s, which its proxy fights"):format(joins.name, whom)
        end
        return ("%s struck at %s itself, no longer only at its proxy"):format(
            m.patron.source, patron(m.patron.target, countries).name)
    end,

    fires = {
        {
            note = "the patron attacks",
            date = "2022-02-17", events = STORY,
            expect = { alerts = 1, patron = { date = "2022-02-24" } },
        },
        {
            note = "the patron is attacked",
            events = {
                {
                    date = "2024-03-28", source = "ISR", type = "ASSAULT",
                    target = { id = "hezbollah", name = "Hezbollah", country = "LBN", sector = "REB", backer = "IRN" },
                },
                { date = "2024-04-19", source = "ISR", target = "IRN", type = "ASSAULT" },
            },
        },
        {
            article = " date 2025-01-30 Rebels backed by Rwanda shelled Congolese troops near Goma on January 20. "
                .. "On Tuesday Rwandan troops attacked Congolese troops.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "another state joins",
            events = {
                {
                    date = "2022-02-17", target = "UKR", type = "ASSAULT",
                    source = { id = "donetsk-rebels", name = "Donetsk rebels", country = "UKR", sector = "REB",
                        backer = "RUS" },
                },
                { date = "2022-02-24", source = "BLR", target = "UKR", type = "ASSAULT" },
            },
        },
        {
            note = "the patron only speaks",
            events = {
                {
                    date = "2022-02-17", target = "UKR", type = "ASSAULT",
                    source = { id = "donetsk-rebels", name = "Donetsk rebels", country = "UKR", sector = "REB",
                        backer = "RUS" },
                },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "THREATEN" },
            },
        },
        {
            note = "the patron fights somebody else",
            events = {
                {
                    date = "2024-03-28", source = "ISR", type = "ASSAULT",
                    target = { id = "hezbollah", name = "Hezbollah", country = "LBN", sector = "REB", backer = "IRN" },
                },
                { date = "2024-04-19", source = "PAK", target = "IRN", type = "ASSAULT" },
            },
        },
        {
            article = " date 2025-01-30 Rebels backed by Rwanda shelled Congolese troops near Goma on January 20. "
                .. "On Tuesday the presidents of Rwanda and Congo met in Doha.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("a day too long before", STORY, { date = "-54" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("only talks", STORY, { type = "CONSULT" }, 1),
        but("without any show of force", STORY, { hostility = 1 }, 2),
        but("a ship is taken", STORY, { type = "COERCE", mode = "seize" }, 2),
    },
}
