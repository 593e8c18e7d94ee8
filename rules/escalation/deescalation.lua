-- Fighting ends or eases: a truce, a withdrawal, talks that bring one about.

local TRUCE = says(
    "ceasefire*", "cease fire", "truce*", "armistice", "cessation of hostilities", "end of hostilities",
    "end to hostilities", "end the fighting", "end to the fighting", "peace deal", "peace agreement", "peace accord",
    "de escalat*", "deescalat*"
)

-- Words for what those who step back take away or lay down.
local FORCES = says(
    "troop*", "soldier*", "force", "forces", "army", "military", "fighter*", "militia*", "rebel*", "tank", "tanks",
    "weapon*", "arms", "artillery", "base", "bases", "border", "buffer", "frontline", "peacekeeper*", "disarm*",
    "demobili*", "occup*"
)

-- Words for what leaves a place without stepping back: civilians who are brought away, troops sent elsewhere.
local MOVES = says("evacuat*", "moved", "moves", "moving", "bring*", "brought")

-- Words for a truce that is only wished for, or over.
local LOST = {
    "despite", "veto", "block", "push for", "call for", "calls for", "calling for", "called for", "demand", "propose",
    "urge", "resum", "expire", "collapse", "after a week", "after the", "efforts to", "reject", "no ceasefire",
}

--- How many letters beside the words of the act may name the truce.
local NEAR = 60

--- Whether the truce stands beside the words of the act: a sentence may only mention one.
local function of_truce(e)
    local sentence = (e.text or ""):lower()
    local from, to = sentence:find((e.action or ""):lower(), 1, true)
    if not from then return true end
    local part = sentence:sub(math.max(1, from - NEAR), to + NEAR)
    for _, word in ipairs { "ceasefire", "cease-fire", "cease fire", "truce", "armistice", "hostilities", "peace",
        "escalat", "fighting" } do
        if part:find(word, 1, true) then return true end
    end
    return false
end

--- Whether the truce is told of as a wish or a thing of the past.
local function is_lost(e)
    local action = (e.action or ""):lower()
    -- Where a verb says that it is agreed, it is.
    if action:find(" ", 1, true) then return false end
    local sentence = (e.text or ""):lower()
    local from, to = sentence:find(action, 1, true)
    if not from then return false end
    local part = sentence:sub(math.max(1, from - NEAR), to + NEAR)
    for _, word in ipairs(LOST) do
        if part:find(word, 1, true) then return true end
    end
    return false
end

--- Whether an event is news: a peace of long ago is history.
local function is_recent(e)
    return not (e.date and e.published) or e.published - e.date <= 60
end

-- States with their organs, and armed groups: those who can fight, threaten and make peace.
local PARTY = any {
    { sector = { "GOV", "MIL", "SPY", "LEG", "REB" } },
    { sector = unknown(), country = known() },
}

rule "deescalation" {
    title = "De-escalation",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "Sides agree on a truce or a peace, halt their fire, withdraw forces or lay down arms, "
        .. "or talks about a truce are held under a third party.",
    references = {
        "Clayton et al. 2023, Introducing the Civil Conflict Ceasefire Dataset, JCR 67(7-8)",
        "Osgood 1962, An Alternative to War or Surrender",
    },
    false_positives = {
        "a withdrawal that only makes room for another force",
    },

    match = one_of {
        step "easing" {
            type = "RETREAT", mode = "ceasefire", source = PARTY, text = none { says("until") },
            modality = { "actual", "claimed", "planned" },
            where = is_recent,
        },
        step "easing" {
            type = "RETREAT", mode = { "withdraw", "disarm" }, source = PARTY, text = FORCES, action = none { MOVES },
            modality = { "actual", "claimed", "planned" }, where = is_recent,
        },
        step "easing" {
            type = { "AGREE", "RETREAT" }, mode = none { "ceasefire", "withdraw", "disarm" }, source = PARTY,
            modality = { "actual", "claimed" }, text = TRUCE,
            -- A promise to come for talks on a truce is none.
            any { { type = "RETREAT" }, { cameo = { "035", "036" } } },
            where = function(e) return is_recent(e) and of_truce(e) and not is_lost(e) end,
        },
        step "easing" {
            type = "CONSULT", mode = "third-party", modality = { "actual", "claimed" }, text = TRUCE, where = is_recent,
        },
    },

    alert = function(m)
        local from = #m.easing.target > 0 and (" and %s"):format(m.easing.target) or ""
        return ("De-escalation by %s%s: %s"):format(m.easing.source, from, m.easing.action)
    end,

    fires = {
        {
            note = "a truce",
            events = {
                { date = "2022-08-07", source = "ISR", target = "Islamic Jihad", type = "AGREE", cameo = "0356",
                    text = "Israel and Islamic Jihad agreed on a truce." },
            },
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "an announced withdrawal",
            events = {
                { date = "2021-04-14", source = "USA", target = "AFG", type = "RETREAT", mode = "withdraw",
                    modality = "planned", text = "All troops will leave by September." },
            },
        },
        {
            article = " date 2022-08-08 Israel and Islamic Jihad agreed on a ceasefire on Sunday.",
        },
        {
            note = "as news tells it",
            article = " date 2023-04-15 Saudi Arabia and the Houthis exchanged hundreds of prisoners on "
                .. "Friday, and both sides agreed to extend a ceasefire by six months.\n\n"
                .. "Omani mediators had shuttled between Riyadh and Sanaa for weeks. Flights between the "
                .. "two cities are to begin after the holiday.",
            expect = { alerts = 1, severity = "info" },
        },
    },

    silent = {
        {
            note = "a truce that was refused",
            events = {
                { date = "2022-08-06", source = "ISR", target = "Islamic Jihad", type = "AGREE", modality = "negated",
                    text = "Israel did not agree to a truce." },
            },
        },
        {
            note = "a company withdraws from nothing that anybody fights over",
            events = {
                { date = "2023-04-24", type = "RETREAT", mode = "withdraw",
                    source = { name = "a network", country = "USA", sector = "BUS" } },
            },
        },
        {
            note = "what is withdrawn is a bill",
            events = {
                { date = "2019-10-23", source = "HKG", type = "RETREAT", mode = "withdraw",
                    text = "The government withdrew the bill." },
            },
        },
        {
            note = "an agreement about something else",
            events = {
                { date = "2022-08-06", source = "ISR", target = "EGY", type = "AGREE",
                    text = "Israel and Egypt agreed on a gas pipeline." },
            },
        },
        {
            article = " date 2022-08-08 Israel and Egypt signed an agreement on natural gas in Cairo on Sunday.",
        },
    },
}
