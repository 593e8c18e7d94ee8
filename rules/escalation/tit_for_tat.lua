-- A cycle of blows: A hits B, B hits A, A hits B again.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE = acts.DONE

local BLOWS = { "ASSAULT", "COERCE" }
local POLICE = { "crowd-control", "arrest", "censor", "ban", "deport" }

-- Fighting of both sides at once and defence, in which nobody answers.
local ANSWER = none { words.FIGHTING, words.DEFENCE }

-- Words by which a text ties blows to those before them, and words for several of them.
local TIED = says("retaliat*", "reprisal*", "hit back", "struck back", "in response", "responded")
local SEVERAL = says(
    "several times", "many times", "repeatedly", "dozens of", "a series of", "every time", "each time", "three times",
    "four times", "on several occasions", "again and again"
)

-- Three blows in turn.
local STORY = {
    { date = "+0", source = "IRN", target = "PAK", type = "ASSAULT" },
    { date = "+2", source = "PAK", target = "IRN", type = "ASSAULT" },
    { date = "+9", source = "IRN", target = "PAK", type = "ASSAULT" },
}

-- The text sums up the replies.
local OTHER = {
    { date = "+0", source = "Hamas", target = "ISR", type = "ASSAULT", article = "a" },
    { source = "ISR", target = "Hamas", type = "ASSAULT", aggregate = true, article = "a",
        in_response_to = 1, text = "The army has retaliated several times." },
}

rule "tit_for_tat" {
    title = "Tit for tat",
    kind = "tit_for_tat",
    severity = "high",
    status = "test",
    description = "Two sides hit each other in turn at least three times, each blow within two weeks of the last; "
        .. "or the text tells that one has hit back several times.",
    references = {
        "Axelrod 1984, The Evolution of Cooperation",
        "Brandt, Colaresi and Freeman 2008, The Dynamics of Reciprocity, Accountability, and Credibility, JCR 52(3)",
    },
    false_positives = {
        "an open war, in which both sides attack every day whatever the other does",
    },

    match = one_of {
        sequence {
            by = "pair",
            suppress = days(14),
            step "first" { type = BLOWS, mode = none(POLICE), modality = DONE, action = ANSWER },
            step "reply" {
                type = BLOWS, mode = none(POLICE), modality = DONE, reverses = "first", action = ANSWER,
                one_of { { answers = "first" }, { within = weeks(2), min_gap = days(1) } },
            },
            step "again" {
                type = BLOWS, mode = none(POLICE), modality = DONE, reverses = "reply", action = ANSWER,
                one_of { { answers = "reply" }, { within = weeks(2) } },
            },
        },
        -- Where a text sums up that one side has hit back several times, it tells of a cycle.
        sequence {
            by = pair { level = "backer" },
            suppress = days(14),
            step "blow" { type = BLOWS, mode = none(POLICE), modality = DONE },
            step "replies" {
                type = BLOWS, modality = DONE, reverses = "blow", aggregate = true, article = same_as "blow",
                text = all { TIED, SEVERAL },
            },
        },
    },

    alert = function(m)
        if m.replies then
            return ("%s has hit back at %s several times"):format(m.replies.source, m.replies.target)
        end
        return ("%s and %s hit each other in turn"):format(m.first.source, m.first.target)
    end,

    fires = {
        {
            note = "three blows in turn",
            date = "2024-01-16", events = STORY,
            expect = { alerts = 1, date = "2024-01-25", reply = { source = "PAK" } },
        },
        {
            note = "a long campaign, its answer, and one blow more",
            events = {
                { date = "2023-10-18/2024-01-22", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    aggregate = true },
                { date = "2023-12-25", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    in_response_to = 1 },
                { date = "2023-12-28", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT" },
            },
        },
        {
            note = "the text sums up the replies",
            date = "2024-01-20", events = OTHER,
            expect = { alerts = 1 },
        },
        {
            article = " date 2024-02-01 Iran attacked Pakistan on January 16. Pakistan attacked Iran on January 18. "
                .. "Iran attacked Pakistan again on January 25.",
        },
        again(STORY, days(3)),
        but("the text ties the last to the one before", STORY, { date = "+40", in_response_to = 2 }, 3),
    },

    silent = {
        {
            note = "one blow and one reply",
            events = {
                { date = "2024-01-16", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2024-01-18", source = "PAK", target = "IRN", type = "ASSAULT" },
            },
        },
        {
            note = "several attacks that answer nothing",
            events = {
                { date = "2024-01-20", source = "Hamas", target = "ISR", type = "ASSAULT", article = "a" },
                { source = "ISR", target = "Hamas", type = "ASSAULT", aggregate = true, article = "a",
                    in_response_to = 1, text = "The army has attacked several times." },
            },
        },
        {
            note = "the second reply comes half a year later",
            events = {
                { date = "2024-01-16", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2024-01-18", source = "PAK", target = "IRN", type = "ASSAULT" },
                { date = "2024-07-25", source = "IRN", target = "PAK", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-02-01 Iran attacked Pakistan on January 16. "
                .. "Pakistan condemned the attack on January 17.",
        },
        {
            note = "a debate",
            article = " date 2023-11-09 The candidates traded blows over taxes in a debate in Iowa on "
                .. "Wednesday. The governor attacked the senator, the senator hit back, and the governor "
                .. "attacked again before the moderator called time.",
        },
        -- The stories above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("police against a crowd", STORY, { mode = "crowd-control" }),
        but("only planned", OTHER, { modality = "planned" }),
        but("only talks", OTHER, { type = "CONSULT" }),
        but("in the other direction", STORY, { source = "PAK", target = "IRN" }, 1, 3),
        but("a day too long before", STORY, { date = "-13" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("police against a crowd", OTHER, { mode = "crowd-control" }, 1),
        but("in the other direction", OTHER, { source = "ISR", target = "Hamas" }, 1),
        but("a single act", OTHER, { aggregate = false }, 2),
        but("told by another article", OTHER, { article = "b" }, 2),
        {
            note = "fighting of both sides, before, between and after",
            article = " date 2024-02-20 Iranian troops clashed with Pakistani troops on February 1. Pakistan "
                .. "attacked Iran on February 5. Iranian troops clashed with Pakistani troops on February 8. "
                .. "Pakistan attacked Iran on February 11.",
        },
        {
            note = "fighting of both sides, first and last",
            article = " date 2024-02-20 Iranian troops clashed with Pakistani troops on February 1. Pakistan "
                .. "attacked Iran on February 5. Iran attacked Pakistan on February 8. Pakistani troops "
                .. "clashed with Iranian troops on February 11.",
        },
    },
}
