-- A step up in intensity: first deaths, harder means, a higher target, more than ever before.

local DONE = { "actual", "claimed" }
local FORCE = { "ASSAULT", "COERCE" }

-- Words that set an attack above those before it.
local RECORD = says(
    "largest", "biggest", "deadliest", "bloodiest", "heaviest", "fiercest", "most intense", "most serious",
    "most significant", "worst attack", "worst violence", "worst fighting", "unprecedented", "for the first time",
    "first time", "first direct", "first such", "escalatory", "major escalation", "sharp escalation",
    "serious escalation", "significant escalation", "dramatic escalation", "dangerous escalation"
)

-- Words for an attack that opens a campaign on the ground.
local OFFENSIVE = says(
    "new offensive", "launched an offensive", "launched a military offensive", "launched a ground offensive",
    "began an offensive", "began a military offensive", "began a ground offensive", "new military offensive",
    "ground invasion", "launched an invasion", "launched a full scale invasion", "full scale attack", "all out attack",
    "all out assault", "ground assault", "launched a ground operation", "began a ground operation", "crossed the border"
)

-- Words for armed forces made ready to fight.
local ALARM = says(
    "high alert", "highest alert", "maximum alert", "combat alert", "combat readiness", "war footing",
    "general mobilisation", "general mobilization", "partial mobilisation", "partial mobilization"
)

-- An act by itself that is a step up.
local STEP_UP = any {
    {
        type = FORCE, mode = none { "crowd-control", "arrest" }, modality = DONE,
        text = any { RECORD, OFFENSIVE },
    },
    { type = "MOBILIZE", modality = DONE, text = ALARM },
    { type = "ASSAULT", modality = DONE, any { { hostility = 5 }, { mode = "assassinate" } } },
}

--- Whether an event is news: what an article recalls from last year is no step up today.
local function is_recent(e)
    return not (e.date and e.published) or e.published - e.date <= 60
end

rule "vertical_escalation" {
    title = "Vertical escalation",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "A conflict moves up a step: the first deaths between two sides, force after a show of force, "
        .. "a leader killed, mass killing, or an attack that the text sets above all before it.",
    references = {
        "Kahn 1965, On Escalation: Metaphors and Scenarios",
        "Morgan et al. 2008, Dangerous Thresholds: Managing Escalation in the 21st Century, RAND",
        "Palmer et al. 2022, The MID5 Dataset 2011-2014, CMPS 39(4)",
    },
    false_positives = {
        "a superlative in the same sentence that speaks of something else",
    },

    match = one_of {
        -- What several articles tell of one step up is one alert: none for a fortnight after it by the same side.
        sequence { by = "source", suppress = days(14), step "step_up" { STEP_UP, where = is_recent } },
        sequence {
            by = "target", suppress = days(14),
            step "step_up" { source = unknown(), STEP_UP, where = is_recent },
        },
        -- Force where there was only a show of it.
        sequence {
            by = "dyad",
            absent { hostility = at_least(4), modality = DONE, within = days(90) },
            step "display" { hostility = 3, modality = DONE },
            step "force" { hostility = above "display", modality = DONE, within = days(60) },
        },
        -- The first deaths after attacks that are known to have killed nobody.
        sequence {
            by = "dyad",
            absent { type = "ASSAULT", killed = at_least(1), modality = DONE, within = days(180) },
            step "before" {
                type = "ASSAULT", modality = DONE,
                any { { killed = 0 }, { killed = unknown(), wounded = known() } },
            },
            step "deaths" { type = "ASSAULT", modality = DONE, killed = at_least(1), within = days(60) },
        },
    },

    alert = function(m)
        if m.deaths then
            return ("%s kills for the first time in attacks on %s"):format(m.deaths.source, m.deaths.target)
        elseif m.force then
            return ("%s uses force against %s after a show of force"):format(m.force.source, m.force.target)
        end
        return ("Step up between %s and %s"):format(m.step_up.source, m.step_up.target)
    end,

    fires = {
        {
            note = "the first deaths",
            events = {
                { date = "2024-01-02", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 0 },
                { date = "2024-01-20", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 3 },
            },
            expect = { alerts = 1, deaths = { killed = 3 } },
        },
        {
            note = "one step up in three articles is one alert",
            events = {
                { date = "2024-01-09", source = "Houthis", target = "USA", type = "ASSAULT", article = "a",
                    text = "The Houthis fired their largest salvo of missiles so far." },
                { date = "2024-01-09", source = "Houthis", target = "GBR", type = "ASSAULT", article = "b",
                    text = "It was the biggest attack by the group to date." },
                { date = "2024-01-10", source = "Houthis", target = "USA", type = "ASSAULT", article = "c",
                    text = "The largest attack on ships so far was repelled." },
            },
            expect = { alerts = 1, date = "2024-01-09" },
        },
        {
            note = "force after a show of force",
            events = {
                { date = "2022-02-10", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops" },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons" },
            },
            expect = { force = { type = "ASSAULT" } },
        },
        {
            article = " date 2024-01-10 Houthi forces launched their largest attack to date on American warships "
                .. "in the Red Sea on Tuesday.",
        },
    },

    silent = {
        {
            note = "attacks that have killed before",
            events = {
                { date = "2023-12-20", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 1 },
                { date = "2024-01-02", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 0 },
                { date = "2024-01-20", source = "Houthis", target = "GBR", type = "ASSAULT", killed = 3 },
            },
        },
        {
            note = "the other side mobilised",
            events = {
                { date = "2022-02-10", source = "UKR", target = "RUS", type = "MOBILIZE", mode = "troops" },
                { date = "2022-02-24", source = "RUS", target = "UKR", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-01-10 The largest trade fair of Egypt opened in Cairo on Tuesday.",
        },
    },
}
