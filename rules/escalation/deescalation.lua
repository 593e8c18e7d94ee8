-- Fighting ends or eases: a truce, a withdrawal, talks that bring one about.

local acts = require "pack.acts"
local story = require "pack.story"

local PARTY = acts.PARTY

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

-- Words for what a halt must be a halt of.
local FIGHTING = says(
    "fighting", "fire", "hostilities", "violence", "bombing", "shelling", "attacks", "strikes", "offensive", "war",
    "operation*", "retreat*"
)

-- Words for what leaves a place without stepping back: civilians who are brought away, troops sent elsewhere.
local MOVES = says("evacuat*", "moved", "moves", "moving", "bring*", "brought")

-- Words for a truce that is only wished for, or over.
local LOST = {
    "despite", "veto", "block", "push for", "call for", "calls for", "calling for", "called for", "demand", "propose",
    "urge", "resum", "expire", "collapse", "after a week", "after the", "efforts to", "reject", "no ceasefire",
}

-- Words for a truce as they are looked for beside the words of the act: a sentence may only mention one.
local NAMES = {
    "ceasefire", "cease-fire", "cease fire", "truce", "armistice", "hostilities", "peace", "escalat", "fighting",
}

--- How many letters beside the words of the act may name the truce.
local NEAR = 60

--- Whether the truce is told of as a wish or a thing of the past.
local function is_lost(e)
    -- Where a verb says that it is agreed, it is.
    local is_bare = not (e.action or ""):find(" ", 1, true)
    return is_bare and story.is_near(e, LOST, NEAR)
end

-- A truce.
local STORY = {
    { date = "+0", source = "ISR", target = "Islamic Jihad", type = "AGREE", cameo = "0356",
        text = "Israel and Islamic Jihad agreed on a truce." },
}

-- An announced withdrawal.
local OTHER = {
    { date = "+0", source = "USA", target = "AFG", type = "RETREAT", mode = "withdraw",
        modality = "planned", text = "All troops will leave by September." },
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
            type = "RETREAT", mode = "ceasefire", source = PARTY,
            text = all { any { TRUCE, FIGHTING }, none { says("until") } },
            modality = { "actual", "claimed", "planned" },
            max_age = days(60),
        },
        step "easing" {
            type = "RETREAT", mode = { "withdraw", "disarm" }, source = PARTY, text = FORCES, action = none { MOVES },
            modality = { "actual", "claimed", "planned" }, max_age = days(60),
        },
        step "easing" {
            type = { "AGREE", "RETREAT" }, mode = none { "ceasefire", "withdraw", "disarm" }, source = PARTY,
            modality = { "actual", "claimed" }, text = TRUCE,
            -- A promise to come for talks on a truce is none.
            any { { type = "RETREAT" }, { cameo = { "035", "036" } } },
            max_age = days(60), where = function(e) return story.is_near(e, NAMES, NEAR) and not is_lost(e) end,
        },
        step "easing" {
            type = "CONSULT", mode = "third-party", modality = { "actual", "claimed" }, text = TRUCE,
            max_age = days(60),
        },
    },

    alert = function(m)
        local from = #m.easing.target > 0 and (" and %s"):format(m.easing.target) or ""
        return ("De-escalation by %s%s: %s"):format(m.easing.source, from, m.easing.action)
    end,

    fires = {
        {
            note = "a truce",
            date = "2022-08-07", events = STORY,
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "an announced withdrawal",
            date = "2021-04-14", events = OTHER,
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
            note = "a pause of payments",
            events = {
                { date = "2023-05-03", source = "USA", type = "RETREAT", mode = "ceasefire",
                    text = "The payment pause has been extended." },
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
        -- The stories above with one thing changed.
        but("only wished for", STORY, { action = "truce", text = "They called for a truce." }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("only planned", STORY, { modality = "planned" }),
        but("it did not come to that", OTHER, { modality = "negated" }),
        but("a truce", OTHER, { mode = "ceasefire" }),
        but("done by nobody knows whom", STORY, { source = false }),
        but("the sentence says nothing of the kind", OTHER, { text = false }),
        but("an agreement under a third party", STORY, { mode = "third-party", cameo = false }),
        but("a withdrawal", STORY, { mode = "withdraw" }),
        {
            note = "soldiers who are brought to safety",
            article = " date 2024-02-08 Turkey evacuated its soldiers from Libya on Monday.",
        },
        { note = "a truce of long ago", article = " date 2024-02-08 The Houthis announced a ceasefire in April 2022." },
        {
            note = "a withdrawal of long ago",
            article = " date 2024-02-08 Russia withdrew troops from Syria in March 2016.",
        },
        {
            note = "an agreement of long ago",
            article = " date 2024-02-08 Israel and Hezbollah agreed on a ceasefire in August 2006.",
        },
        {
            note = "talks of long ago",
            article = " date 2024-02-08 Egypt mediated a ceasefire between Israel and Hamas in May 2021.",
        },
    },
}
