-- A state fights by the hands of others, or is fought through them.

local DONE = { "actual", "claimed" }

-- Words by which a text ties an armed group to the state behind it.
local BACKED = says(
    "backed", "aligned", "affiliated", "linked", "sponsored", "sponsor*", "proxy", "proxies", "allied with",
    "supported by", "armed by", "funded by", "financed by", "trained by", "controlled by", "directed by", "tied to",
    "ties to", "loyal to"
)

--- Whether a state that backs one side of an event is among those who act in it.
local function backer_acts(e)
    for _, side in ipairs { e.source, e.target } do
        for i = 1, #side do
            local backer = side[i].backer
            for j = 1, #e.source do
                if backer and e.source[j].country == backer and not e.source[j].backer then return true end
            end
        end
    end
    return false
end

rule "proxy_involvement" {
    title = "Involvement by proxy",
    kind = "proxy_involvement",
    severity = "medium",
    status = "test",
    description = "A hostile act by or against an armed group that the text ties to a state behind it, "
        .. "while that state does not act itself.",
    references = {
        "Salehyan, Gleditsch and Cunningham 2011, Explaining External Support for Insurgent Groups, IO 65(4)",
        "Mumford 2013, Proxy Warfare",
    },
    false_positives = {
        "a sentence that speaks of the backing of someone else than the group that acts",
    },

    match = step "act" {
        type = { "ASSAULT", "COERCE", "MOBILIZE", "THREATEN" },
        modality = DONE,
        text = BACKED,
        any { { source = { backer = known() } }, { target = { backer = known() } } },
        where = function(e) return not backer_acts(e) end,
    },

    alert = function(m)
        for _, side in ipairs { m.act.source, m.act.target } do
            for i = 1, #side do
                if side[i].backer then
                    return ("%s, backed by %s, in a hostile act between %s and %s"):format(
                        side[i].name, side[i].backer, m.act.source, m.act.target)
                end
            end
        end
    end,

    fires = {
        {
            note = "a backed group attacks",
            events = {
                {
                    date = "2024-01-28", target = "USA", type = "ASSAULT", killed = 3,
                    source = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "The Iran-backed group killed three US soldiers with a drone.",
                },
            },
            expect = { alerts = 1, participants = { "Kataib Hezbollah" } },
        },
        {
            note = "a backed group is attacked",
            events = {
                {
                    date = "2024-02-02", source = "USA", type = "ASSAULT",
                    target = { id = "kataib-hezbollah", name = "Kataib Hezbollah", country = "IRQ", sector = "REB",
                        backer = "IRN" },
                    text = "US bombers struck depots of militias that are linked to Tehran.",
                },
            },
        },
        {
            article = " date 2024-01-29 Iran-backed Houthi fighters attacked a British tanker in the Gulf of Aden "
                .. "on Friday.",
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
            article = " date 2024-01-29 French police arrested two men in Lyon on Friday.",
        },
    },
}
