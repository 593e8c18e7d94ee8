-- Nuclear words are followed by nuclear deeds.

local acts = require "pack.acts"

local DONE = acts.DONE

local NUCLEAR = says(
    "nuclear", "atomic", "ballistic missile*", "icbm*", "intercontinental*", "strategic bomber*", "strategic forces"
)

-- A threat, then an alert.
local STORY = {
    { date = "+0", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
        text = "He threatened a nuclear response." },
    { date = "+3", source = "RUS", type = "MOBILIZE", mode = "troops",
        text = "The nuclear deterrent was put on alert." },
}

rule "threat_to_posture" {
    title = "From nuclear threat to nuclear move",
    kind = "threat_to_force",
    severity = "critical",
    status = "test",
    description = "A state that has threatened with nuclear weapons tests them or their missiles, moves them, "
        .. "or puts its nuclear forces on alert within a month.",
    references = {
        "Sechser and Fuhrmann 2017, Nuclear Weapons and Coercive Diplomacy",
        "Kahn 1965, On Escalation: Metaphors and Scenarios (rungs 11 and 16)",
    },
    false_positives = {
        "a test that had been planned before the threat was made",
    },

    match = sequence {
        by = "source",
        suppress = days(30),
        step "threat" {
            type = "THREATEN", mode = none { "restrict", "relations", "expel", "ban", "political" }, modality = DONE,
            any { { cameo = { "1383", "1385" } }, { text = says("nuclear", "atomic") } },
            text = none { says("sanction*", "embargo", "inspect*") },
        },
        step "move" {
            type = "MOBILIZE", modality = DONE, any { { text = NUCLEAR }, { weapon = "nuclear" } }, min_gap = days(1),
            within = days(30),
        },
    },

    alert = function(m)
        return ("%s went from nuclear threats to moves: %s"):format(m.move.source, m.move.action)
    end,

    fires = {
        {
            note = "a threat, then an alert",
            date = "2022-02-24", events = STORY,
            expect = { alerts = 1, move = { date = "2022-02-27" } },
        },
        {
            note = "a threat, then a missile",
            events = {
                { date = "2017-08-09", source = "PRK", target = "USA", type = "THREATEN", mode = "violence",
                    cameo = "1385" },
                { date = "2017-08-29", source = "PRK", target = "JPN", type = "MOBILIZE", mode = "weapons",
                    text = "A ballistic missile flew over the island." },
            },
        },
        {
            article = " date 2024-02-08 Russia threatened Poland with nuclear weapons on January 25. "
                .. "Russia put its nuclear forces on high alert on Monday.",
        },
        again(STORY, days(3)),
        but("the weapon tells it", STORY, { weapon = "nuclear", text = false }, 2),
    },

    silent = {
        {
            note = "another state moves",
            events = {
                { date = "2022-02-24", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
                    text = "He threatened a nuclear response." },
                { date = "2022-02-27", source = "FRA", type = "MOBILIZE", mode = "troops",
                    text = "The nuclear deterrent was put on alert." },
            },
        },
        {
            note = "the move came first",
            events = {
                { date = "2022-02-20", source = "RUS", type = "MOBILIZE", mode = "troops",
                    text = "The nuclear deterrent was put on alert." },
                { date = "2022-02-24", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
                    text = "He threatened a nuclear response." },
            },
        },
        {
            note = "tanks are moved",
            events = {
                { date = "2022-02-24", source = "RUS", target = "NATO", type = "THREATEN", mode = "violence",
                    text = "He threatened a nuclear response." },
                { date = "2022-02-27", source = "RUS", type = "MOBILIZE", mode = "troops", text = "Tanks were moved." },
            },
        },
        {
            article = " date 2024-02-08 Russia threatened Poland with nuclear weapons on January 25. "
                .. "Poland condemned the threat on Monday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("a day too long before", STORY, { date = "-28" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("an expulsion", STORY, { mode = "expel" }, 1),
        but("a threat of sanctions", STORY, { text = "He threatened sanctions over the nuclear programme." }, 1),
    },
}
