-- A state makes its forces ready for war, or masses them at a border.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE_OR_PLANNED, acts.PARTY

-- Words for forces made ready to fight, or gathered in number.
local READY = says(
    "high alert", "highest alert", "maximum alert", "full alert", "combat alert", "combat readiness", "war footing",
    "full readiness", "general mobilisation", "general mobilization", "partial mobilisation", "partial mobilization",
    "reservists", "martial law", "massed", "massing", "amassed", "amassing", "build up", "buildup", "conscription"
)

-- An army on high alert.
local STORY = {
    { date = "+0", source = "SRB", type = "MOBILIZE", mode = "troops",
        text = "The army was put on the highest alert." },
}

-- Three deployments in three weeks.
local OTHER = {
    { date = "+0", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
    { date = "+9", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "weapons" },
    { date = "+18", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
}

rule "mobilisation" {
    title = "Mobilisation",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "A state puts its forces on alert, calls up reservists or masses troops; "
        .. "or it deploys forces against the same adversary three times within a month.",
    references = {
        "Slantchev 2005, Military Coercion in Interstate Crises, APSR 99(4)",
        "Kahn 1965, On Escalation: rungs 6 and 11, significant mobilization and super-ready status",
    },
    false_positives = {
        "soldiers put on alert for a flood, an election or a pandemic",
        "a drill of every year",
    },

    match = one_of {
        sequence {
            by = "source",
            suppress = days(14),
            step "alarm" {
                type = "MOBILIZE", mode = none { "police", "militia" }, modality = DONE, source = PARTY, text = READY,
                max_age = days(60),
            },
        },
        sequence {
            by = "dyad",
            within = days(30),
            suppress = days(30),
            step "moves" {
                type = "MOBILIZE", mode = { "troops", "weapons" }, modality = { "actual", "claimed" }, source = PARTY,
                times(at_least(3)),
            },
        },
    },

    alert = function(m)
        if m.moves then
            local last = m.moves[#m.moves]
            return ("%s moved forces against %s %d times within a month"):format(
                last.source, last.target, #m.moves)
        end
        local against = #m.alarm.target > 0 and (" against %s"):format(m.alarm.target) or ""
        return ("%s made forces ready%s: %s"):format(m.alarm.source, against, m.alarm.action)
    end,

    fires = {
        {
            note = "an army on high alert",
            date = "2023-05-26", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "three deployments in three weeks",
            date = "2021-11-02", events = OTHER,
            expect = { alerts = 1, date = "2021-11-20" },
        },
        { article = " date 2024-02-08 Ecuador mobilised 40,000 reservists along its border with Peru on Monday." },
        {
            note = "as news tells it",
            article = " date 2022-10-06 North Korea put its artillery units on high alert on Tuesday after "
                .. "South Korean jets flew near the border, state media reported.\n\n"
                .. "The South called the move a provocation and said its forces were watching closely. "
                .. "Markets in Seoul fell by one percent.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "police before an election",
            events = {
                { date = "2023-05-26", source = "SRB", type = "MOBILIZE", mode = "police",
                    text = "Police were put on high alert." },
            },
        },
        {
            note = "one deployment, without a word of alarm",
            events = {
                { date = "2021-11-02", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
            },
        },
        {
            note = "three deployments in three months",
            events = {
                { date = "2021-09-02", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
                { date = "2021-10-11", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "weapons" },
                { date = "2021-11-20", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
            },
        },
        { article = " date 2024-02-08 Doctors in Ecuador are on high alert because of a wave of influenza." },
        -- The stories above with one thing changed.
        but("only planned", OTHER, { modality = "planned" }, 1),
        but("it did not come to that", STORY, { modality = "negated" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("nothing more is known of the act", OTHER, { mode = false }, 1),
        but("done by civilians", STORY, { source = "Civilian (Serbia)" }),
        but("done by civilians", OTHER, { source = "Civilian (Russia)" }, 1),
        but("only talks", OTHER, { type = "CONSULT" }, 1),
        { note = "old news", article = " date 2024-02-08 Russia called up reservists in September 2022." },
    },
}
