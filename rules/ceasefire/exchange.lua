-- Both sides let people go: prisoners, hostages, bodies.

local acts = require "pack.acts"

local DONE = acts.DONE

-- Each side releases some.
local STORY = {
    { date = "+0", source = "Hamas", target = "ISR", type = "RETREAT", mode = "release" },
    { date = "+1", source = "ISR", target = "Hamas", type = "RETREAT", mode = "release" },
}

rule "exchange" {
    title = "Exchange of prisoners",
    kind = "deescalation",
    severity = "info",
    status = "test",
    description = "Two sides exchange prisoners or hostages, or each releases some within two weeks.",
    references = {
        "Clayton and Sticher 2021, The Logic of Ceasefires in Civil War, ISQ 65(3)",
        "Osgood 1962, An Alternative to War or Surrender",
    },
    false_positives = {
        "two releases that have nothing to do with each other",
    },

    match = one_of {
        sequence {
            by = "pair",
            suppress = days(7),
            step "release" { type = "RETREAT", mode = "release", modality = DONE },
            step "answer" {
                type = "RETREAT", mode = "release", modality = DONE, reverses = "release",
                one_of { { answers = "release" }, { within = days(14) } },
            },
        },
        sequence {
            by = "source",
            suppress = days(7),
            step "release" {
                type = { "RETREAT", "COOPERATE", "AGREE" }, modality = DONE,
                action = all { says("exchang*", "swap*"), none { says("fire", "gunfire", "shots", "blows") } },
                text = says("prisoner*", "hostage*", "captive*", "detainee*", "bodies"),
            },
        },
    },

    alert = function(m)
        if m.answer then
            return ("%s and %s released people in turn"):format(m.release.source, m.answer.source)
        end
        local with = #m.release.target > 0 and (" and %s"):format(m.release.target) or ""
        return ("Exchange of prisoners by %s%s"):format(m.release.source, with)
    end,

    fires = {
        {
            note = "each side releases some",
            date = "2023-11-24", events = STORY,
            expect = { alerts = 1, answer = { source = "ISR" } },
        },
        {
            note = "the text ties the two",
            events = {
                { date = "2022-09-21", source = "RUS", target = "UKR", type = "RETREAT", mode = "release" },
                { date = "2022-10-17", source = "UKR", target = "RUS", type = "RETREAT", mode = "release",
                    in_response_to = 1 },
            },
        },
        { article = " date 2024-02-08 Israel and Hamas exchanged prisoners on Monday.", expect = { alerts = 1 } },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "one side only",
            events = {
                { date = "2023-11-24", source = "Hamas", target = "ISR", type = "RETREAT", mode = "release" },
            },
        },
        {
            note = "two months lie between",
            events = {
                { date = "2023-11-24", source = "Hamas", target = "ISR", type = "RETREAT", mode = "release" },
                { date = "2024-01-25", source = "ISR", target = "Hamas", type = "RETREAT", mode = "release" },
            },
        },
        {
            note = "fire is exchanged",
            events = {
                { date = "2023-11-24", source = "Hamas", target = "ISR", type = "ASSAULT",
                    text = "They exchanged fire." },
            },
        },
        { article = " date 2024-02-08 Israeli and Egyptian students exchanged letters on Monday." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an easing", STORY, { mode = "ease" }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("in the other direction", STORY, { source = "ISR", target = "Hamas" }, 1),
        {
            note = "shots that are exchanged",
            article = " date 2024-02-08 Armenia and Azerbaijan exchanged fire on Monday, and prisoners were hurt.",
        },
        {
            note = "accusations are exchanged",
            article = " date 2024-02-08 Armenia and Azerbaijan exchanged accusations on Monday over prisoners.",
        },
        {
            note = "words and goods are exchanged",
            article = " date 2024-02-08 Japan and India agreed to exchange data on Monday.",
        },
        {
            note = "one side frees prisoners",
            events = {
                { date = "+0", source = "IRN", target = "USA", type = "RETREAT", mode = "release",
                    text = "It freed five prisoners." },
            },
        },
    },
}
