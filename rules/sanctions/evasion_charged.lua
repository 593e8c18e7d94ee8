-- Somebody is accused of evading sanctions, or of helping others to.

local EVADE = says(
    "evad*", "evasion", "circumvent*", "dodg*", "skirt*", "bust*", "flout*", "breach*", "violat*", "bypass*"
)
local SANCTIONS = says("sanction*", "embargo*", "price cap", "export control*")

-- A firm is accused.
local STORY = {
    { date = "+0", source = "USA", target = "CHN", type = "ACCUSE", mode = "allege",
        text = "Washington accused a bank of evading its sanctions." },
}

rule "evasion_charged" {
    title = "Charge of evading sanctions",
    kind = "sanctions_evasion",
    severity = "low",
    status = "test",
    description = "A state accuses, investigates, arrests or sanctions somebody for evading sanctions "
        .. "or breaking an embargo.",
    references = {
        "Early 2015, Busted Sanctions: Explaining Why Economic Sanctions Fail",
        "Andreas 2005, Criminalizing Consequences of Sanctions, ISQ 49(2)",
    },
    false_positives = {
        "a report on evasion in general",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "charge" {
            type = { "ACCUSE", "SANCTION", "COERCE" }, modality = { "actual", "claimed" },
            text = all { EVADE, SANCTIONS },
        },
    },

    alert = function(m)
        local whom = #m.charge.target > 0 and tostring(m.charge.target) or "somebody"
        return ("%s charged %s with evading sanctions"):format(m.charge.source, whom)
    end,

    fires = {
        {
            note = "a firm is accused",
            date = "2023-05-19", events = STORY,
            expect = { alerts = 1, severity = "low" },
        },
        {
            note = "a trader is arrested",
            events = {
                { date = "2022-10-19", source = "DEU", target = "RUS", type = "COERCE", mode = "arrest",
                    text = "Police arrested a trader who had circumvented the embargo." },
            },
        },
        {
            article = " date 2024-02-08 The United States accused a Chinese company of evading sanctions "
                .. "on North Korea on Monday.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "sanctions without a word of evasion",
            events = {
                { date = "2023-05-19", source = "USA", target = "CHN", type = "SANCTION", mode = "discontinue",
                    text = "Washington put a bank under sanctions." },
            },
        },
        {
            note = "tax evasion",
            events = {
                { date = "2023-05-19", source = "ESP", target = "ESP", type = "ACCUSE", mode = "allege",
                    text = "The state accused a singer of tax evasion." },
            },
        },
        {
            note = "the charge was dropped",
            events = {
                { date = "2023-05-19", source = "USA", target = "CHN", type = "ACCUSE", mode = "allege",
                    modality = "negated", text = "Washington did not accuse the bank of evading its sanctions." },
            },
        },
        { article = " date 2024-02-08 The United States accused a Chinese company of price fixing on Monday." },
        -- The story above with one thing changed.
        but("only talks", STORY, { type = "CONSULT", mode = false }),
    },
}
