-- Fighting ends or eases: a truce, a withdrawal, talks that bring one about.

local TRUCE = says(
    "ceasefire*", "cease fire", "truce*", "armistice", "cessation of hostilities", "end of hostilities",
    "end to hostilities", "end the fighting", "end to the fighting", "peace deal", "peace agreement", "peace accord",
    "de escalat*", "deescalat*"
)

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
            type = "RETREAT", mode = { "ceasefire", "withdraw", "disarm" }, source = PARTY,
            modality = { "actual", "claimed", "planned" },
        },
        step "easing" { type = { "AGREE", "RETREAT" }, modality = { "actual", "claimed" }, text = TRUCE },
        step "easing" { type = "CONSULT", mode = "third-party", modality = { "actual", "claimed" }, text = TRUCE },
    },

    alert = function(m)
        return ("%s and %s step back: %s"):format(m.easing.source, m.easing.target, m.easing.action)
    end,

    fires = {
        {
            note = "a truce",
            events = {
                { date = "2022-08-07", source = "ISR", target = "Islamic Jihad", type = "AGREE",
                    text = "Israel and Islamic Jihad agreed on a truce." },
            },
            expect = { alerts = 1, severity = "info" },
        },
        {
            note = "an announced withdrawal",
            events = {
                { date = "2021-04-14", source = "USA", target = "AFG", type = "RETREAT", mode = "withdraw",
                    modality = "planned" },
            },
        },
        {
            article = " date 2022-08-08 Israel and Islamic Jihad agreed on a ceasefire on Sunday.",
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
