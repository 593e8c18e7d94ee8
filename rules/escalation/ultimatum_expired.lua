-- An ultimatum that was refused, or that ran out and was followed by force.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, PARTY, TERM = acts.DONE, acts.PARTY, words.TERM

local PASSED = says(
    "deadline passed", "deadline expired", "deadline ran out", "ultimatum expired", "ultimatum passed",
    "ultimatum ran out", "expiry of the ultimatum", "expiry of the deadline", "expiration of the deadline",
    "ignored the ultimatum", "ignored an ultimatum", "defied the ultimatum", "defied an ultimatum",
    "rejected the ultimatum", "rejected an ultimatum", "ignored the deadline", "defied the deadline"
)

-- Refused.
local STORY = {
    { date = "+0", source = "AUT", target = "SRB", type = "THREATEN", cameo = "139" },
    { date = "+2", source = "SRB", target = "AUT", type = "REJECT" },
}

-- Force after the term.
local OTHER = {
    { date = "+0", source = "USA", target = "IRQ", type = "THREATEN", mode = "violence",
        text = "He gave the leaders 48 hours to go." },
    { date = "+3", source = "USA", target = "IRQ", type = "ASSAULT", mode = "heavy-weapons" },
}

rule "ultimatum_expired" {
    title = "Ultimatum expired",
    kind = "threat_to_force",
    severity = "critical",
    status = "test",
    description = "One side gives another an ultimatum, and within a month it is refused, or the side that gave it "
        .. "uses or shows force; or the text itself tells that the term has passed.",
    references = {
        "Lauren 1972, Ultimata and Coercive Diplomacy, ISQ 16(2)",
        "Schelling 1966, Arms and Influence (compellence needs a deadline)",
    },
    false_positives = {
        "a refusal in public while the demands are met in silence",
        "a war in which both sides fought before the ultimatum",
    },

    match = one_of {
        sequence {
            by = "pair",
            suppress = days(30),
            step "ultimatum" {
                type = { "THREATEN", "REQUEST" }, modality = DONE, source = PARTY, target = PARTY,
                any { { cameo = "139" }, { type = "THREATEN", text = TERM }, { text = says("ultimatum") } },
            },
            one_of {
                step "force" {
                    hostility = at_least(3), modality = DONE,
                    same_dyad = "ultimatum", min_gap = days(1), within = days(30),
                },
                step "refusal" {
                    type = "REJECT", modality = DONE, reverses = "ultimatum", within = days(30),
                },
            },
        },
        -- Refused, by a text that does not say again who gave it, or says it in one sentence.
        sequence {
            by = "source",
            suppress = days(30),
            step "refusal" { type = "REJECT", modality = DONE, source = PARTY, text = PASSED },
        },
        sequence {
            by = "dyad",
            suppress = days(30),
            step "force" {
                hostility = at_least(3), modality = DONE, source = PARTY,
                text = PASSED,
            },
        },
    },

    alert = function(m)
        if m.force then
            return ("%s moved against %s after its ultimatum had run out"):format(m.force.source, m.force.target)
        end
        local by = #m.refusal.target > 0 and (" by %s"):format(m.refusal.target) or ""
        return { summary = ("%s refused an ultimatum%s"):format(m.refusal.source, by), severity = "high" }
    end,

    fires = {
        {
            note = "refused",
            date = "1914-07-23", events = STORY,
            expect = { alerts = 1, severity = "high", refusal = { source = "SRB" } },
        },
        {
            note = "force after the term",
            date = "2003-03-17", events = OTHER,
            expect = { alerts = 1, severity = "critical" },
        },
        { article = " date 2024-02-08 Armenia rejected the ultimatum of Azerbaijan on Thursday." },
        again(STORY, days(3)),
        but("a demand that the text calls an ultimatum", OTHER,
            { type = "REQUEST", mode = false, text = "He gave them an ultimatum." }, 1),
    },

    silent = {
        {
            note = "a refusal of something else, half a year later",
            events = {
                { date = "2023-01-23", source = "NGA", target = "NER", type = "THREATEN", cameo = "139" },
                { date = "2023-07-25", source = "NER", target = "NGA", type = "REJECT" },
            },
        },
        {
            note = "a threat without a term",
            events = {
                { date = "2003-03-17", source = "USA", target = "IRQ", type = "THREATEN", mode = "violence" },
                { date = "2003-03-20", source = "USA", target = "IRQ", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            note = "the demand was met",
            events = {
                { date = "1914-07-23", source = "AUT", target = "SRB", type = "THREATEN", cameo = "139" },
                { date = "1914-07-25", source = "SRB", target = "AUT", type = "CONCEDE" },
            },
        },
        { article = " date 2024-02-08 Azerbaijan rejected the proposal of a railway through Armenia on Thursday." },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an attack", STORY, { type = "ASSAULT" }),
        but("only planned", OTHER, { modality = "planned" }, 2),
        but("a day too long before", OTHER, { date = "-28" }, 1),
        but("on the same day", OTHER, { date = "+0" }, 2),
        but("a request", OTHER, { type = "REQUEST", mode = false }, 1),
        but("in the other direction", STORY, { source = "SRB", target = "AUT" }, 1),
        but("done by civilians", STORY, { source = "Civilian (Austria)" }, 1),
        but("done to civilians", STORY, { target = "Civilian (Serbia)" }, 1),
        but("without any show of force", OTHER, { hostility = 1 }, 2),
        {
            note = "civilians defy it",
            events = {
                { date = "+0", source = "Civilian (Serbia)", target = "AUT", type = "REJECT",
                    text = "They rejected the ultimatum." },
                { date = "+1", source = "Civilian (Serbia)", target = "AUT", type = "ASSAULT",
                    text = "A mob struck after the deadline passed." },
            },
        },
    },
}
