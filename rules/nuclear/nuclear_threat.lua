-- A state threatens with nuclear weapons.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE

local NUCLEAR = says(
    "nuclear weapon*", "nuclear strike*", "nuclear attack*", "nuclear war", "nuclear option", "nuclear arsenal",
    "nuclear force*", "nuclear deterrent", "nuclear response", "nuclear missile*", "nuclear bomb*", "atomic bomb*",
    "atomic weapon*", "with nuclear", "nuclear retaliation", "nuclear capab*", "nuclear button", "nuclear annihilation"
)

-- A threat of nuclear retaliation.
local STORY = {
    { date = "+0", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
        text = "He threatened a nuclear response." },
}

rule "nuclear_threat" {
    title = "Nuclear threat",
    kind = "nuclear_threat",
    severity = "critical",
    status = "test",
    description = "A state threatens another with nuclear weapons, in words of force.",
    references = {
        "Sechser and Fuhrmann 2017, Nuclear Weapons and Coercive Diplomacy",
        "Schelling 1966, Arms and Influence",
    },
    false_positives = {
        "a warning of the danger of nuclear war, by somebody who threatens nobody",
        "sanctions threatened over a nuclear programme",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "threat" {
            type = "THREATEN", mode = none { "restrict", "relations", "expel", "ban", "political" }, modality = DONE,
            any { { cameo = { "1383", "1385" } }, { text = NUCLEAR } },
            where = function(e)
                return e.cameo == "1383" or e.cameo == "1385" or story.is_near(e, { "nuclear", "atomic" })
            end,
            -- A threat to leave talks or to sanction is no threat of force.
            text = none { says("sanction*", "embargo", "inspect*", "withdraw", "quit") },
        },
    },

    alert = function(m)
        local against = #m.threat.target > 0 and (" against %s"):format(m.threat.target) or ""
        return ("Nuclear threat by %s%s"):format(m.threat.source, against)
    end,

    fires = {
        {
            note = "a threat of nuclear retaliation",
            date = "2022-09-21", events = STORY,
            expect = { alerts = 1, severity = "critical" },
        },
        {
            note = "the coder has seen mass violence in the threat",
            events = {
                { date = "2013-03-07", source = "PRK", target = "USA", type = "THREATEN", mode = "violence",
                    cameo = "1385" },
            },
        },
        { article = " date 2024-02-08 Russia threatened Poland with nuclear weapons on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "sanctions over a nuclear programme",
            events = {
                { date = "2012-01-23", source = "FRA", target = "IRN", type = "THREATEN", mode = "restrict",
                    text = "Paris threatened sanctions over nuclear weapons." },
            },
        },
        {
            note = "an ordinary threat",
            events = {
                { date = "2022-09-21", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
                    text = "He threatened a response." },
            },
        },
        {
            note = "somebody is accused of such threats",
            events = {
                { date = "2022-09-22", source = "USA", target = "RUS", type = "ACCUSE", mode = "disapprove",
                    text = "Washington condemned the talk of nuclear weapons." },
            },
        },
        { article = " date 2024-02-08 Poland accused Russia on Monday of talking lightly of nuclear weapons." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an expulsion", STORY, { mode = "expel" }),
        but("a threat of sanctions", STORY, { text = "He threatened sanctions over the nuclear strike." }),
        but("nuclear words elsewhere in the sentence", STORY,
            { text = "He fears a nuclear war; in two hours about roads and farms came the word THREATEN." }),
    },
}
