-- An armed group attacks for the state behind it.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, BACKED = acts.DONE, words.BACKED

local VERBS = { ASSAULT = "attacked", COERCE = "coerced", MOBILIZE = "moved against", THREATEN = "threatened" }

--- The first actor of a side behind which a state stands.
local function backed(side)
    for i = 1, #side do
        if side[i].backer then return side[i] end
    end
    return nil
end

--- Whether the backer of who acts is among those who act, or is whom the act is aimed at.
local function backer_takes_part(e)
    local group = backed(e.source)
    for _, side in ipairs { e.source, e.target } do
        for i = 1, #side do
            if side[i].country == group.backer and not side[i].backer then return true end
        end
    end
    return false
end

--- Whether soldiers far from home are attacked, for which there is a rule of its own.
local function hits_forces_abroad(e)
    if e.type ~= "ASSAULT" or not e.location then return false end
    for i = 1, #e.target do
        if e.target[i].sector == "MIL" and e.target[i].country ~= e.location.country then return true end
    end
    return false
end

-- A backed group kills soldiers.
local STORY = {
    {
        date = "+0", target = "USA", type = "ASSAULT", killed = 3,
        source = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
            backer = "IRN" },
        text = "The Iran-backed group killed three US soldiers with a drone.",
    },
}

rule "proxy_attack" {
    title = "Attack by a proxy",
    kind = "proxy_involvement",
    severity = "medium",
    status = "test",
    description = "An armed group that the text ties to a state attacks, threatens or coerces somebody, "
        .. "while that state does not act itself.",
    references = {
        "Salehyan, Gleditsch and Cunningham 2011, Explaining External Support for Insurgent Groups, IO 65(4)",
        "Mumford 2013, Proxy Warfare",
    },
    false_positives = {
        "a sentence that speaks of the backing of someone else than the group that acts",
        "a group that acts for ends of its own, whatever it gets from its sponsor",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "attack" {
            type = { "ASSAULT", "COERCE", "MOBILIZE", "THREATEN" }, mode = none { "arrest" }, modality = DONE,
            text = BACKED, date = known(), source = { backer = known() },
            max_age = days(60),
            where = function(e) return not backer_takes_part(e) and not hits_forces_abroad(e) end,
        },
    },

    alert = function(m)
        local group = backed(m.attack.source)
        local verb = VERBS[m.attack.type]
        local whom = #m.attack.target > 0 and tostring(m.attack.target) or "others"
        return ("%s, backed by %s, %s %s"):format(group.name, group.backer, verb, whom)
    end,

    fires = {
        {
            note = "a backed group kills soldiers",
            date = "2024-01-28", events = STORY,
            expect = { alerts = 1, participants = { "Kataib Hezbollah" } },
        },
        {
            note = "two attacks of one week are one alert",
            events = {
                {
                    date = "2016-02-01", target = "UKR", type = "ASSAULT",
                    source = { id = "donetsk-rebels", name = "Donetsk rebels", country = "UKR", sector = "REB",
                        backer = "RUS" },
                    text = "Russian-backed rebels shelled a village.",
                },
                {
                    date = "2016-02-04", target = "UKR", type = "ASSAULT",
                    source = { id = "donetsk-rebels", name = "Donetsk rebels", country = "UKR", sector = "REB",
                        backer = "RUS" },
                    text = "Russian-backed rebels shelled a town.",
                },
            },
            expect = { alerts = 1, date = "2016-02-01" },
        },
        {
            article = " date 2024-01-29 Iran-backed Houthi fighters attacked a British tanker in the Gulf of Aden "
                .. "on Friday.",
        },
        {
            article = " date 2017-02-03 Rebels backed by Rwanda shelled Congolese army positions near Goma "
                .. "on Thursday.",
        },
        {
            note = "as news tells it",
            article = " date 2021-12-21 Fighters backed by the United Arab Emirates attacked troops of the "
                .. "Yemeni government in Shabwa on Sunday, local officials said.\n\n"
                .. "Six soldiers were wounded. The governor called for calm and sent elders to speak "
                .. "with both sides.",
            expect = { alerts = 1 },
        },
    },

    silent = {
        {
            note = "the text does not tie the group to a state",
            events = {
                {
                    date = "2024-01-28", target = "USA", type = "ASSAULT",
                    source = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "The group attacked a base with drones.",
                },
            },
        },
        {
            note = "the state acts itself, beside its proxy",
            events = {
                {
                    date = "2024-01-28", target = "USA", type = "ASSAULT",
                    source = {
                        { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                            backer = "IRN" },
                        { id = "iran", name = "Iran", country = "IRN", sector = "GOV" },
                    },
                    text = "Iran and a group that it has long backed attacked the base together.",
                },
            },
        },
        {
            note = "the group is the one attacked",
            events = {
                {
                    date = "2024-01-28", source = "USA", type = "ASSAULT",
                    target = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "The Iran-backed group lost a commander.",
                },
            },
        },
        { article = " date 2024-01-29 French police arrested two men in Lyon on Friday." },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("only planned", STORY, { modality = "planned" }),
        but("on a day that nobody knows", STORY, { date = false }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("an arrest", STORY, { mode = "arrest" }),
    },
}
