-- A threat, and then the deed.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE = acts.DONE

-- A warning and the strikes a week later.
local STORY = {
    { date = "+0", source = "USA", target = "Houthis", type = "THREATEN", mode = "violence" },
    { date = "+8", source = "USA", target = "Houthis", type = "ASSAULT", mode = "heavy-weapons" },
}

rule "threat_to_force" {
    title = "From threat to force",
    kind = "threat_to_force",
    severity = "high",
    status = "test",
    description = "One side threatens another and uses or shows force against it within two months.",
    references = {
        "Palmer et al. 2022, The MID5 Dataset 2011-2014, CMPS 39(4)",
        "Schelling 1966, Arms and Influence",
    },
    false_positives = {
        "a threat uttered in the middle of a war, in which attacks follow in any case",
    },

    match = sequence {
        by = "dyad",
        suppress = days(30),
        -- Who already fights does not go over to force.
        absent { type = "ASSAULT", modality = DONE, aggregate = false, within = days(14) },
        -- An ultimatum that runs out is a rule of its own.
        step "threat" {
            type = "THREATEN", modality = DONE, cameo = none { "139" },
            text = none { says("ultimatum*") },
        },
        step "force" {
            hostility = at_least(3), modality = DONE, action = none { words.DEFENCE }, within = days(60),
        },
    },

    alert = function(m)
        return ("%s went from threat to force against %s"):format(m.force.source, m.force.target)
    end,

    fires = {
        {
            note = "a warning and the strikes a week later",
            date = "2024-01-03", events = STORY,
            expect = { alerts = 1, date = "2024-01-11" },
        },
        {
            note = "a threat, then troops at the border",
            events = {
                { date = "2023-11-10", source = "VEN", target = "GUY", type = "THREATEN", mode = "territory" },
                { date = "2023-12-08", source = "VEN", target = "GUY", type = "MOBILIZE", mode = "troops" },
            },
        },
        {
            article = " date 2019-10-10 Turkey threatened the Syrian Democratic Forces with an attack on Sunday. "
                .. "Turkish warplanes bombed the Syrian Democratic Forces on Wednesday.",
        },
        {
            note = "as news tells it",
            article = " date 2022-08-19 Ethiopian troops shelled positions of the Tigray People's Liberation "
                .. "Front near Alamata on Wednesday, ending weeks of calm.\n\n"
                .. "Addis Ababa had threatened the group with military action on August 5, when a "
                .. "spokesman for the government accused it of preparing for war.\n\n"
                .. "Aid agencies said that food convoys had been held up on the road to Mekelle.",
            expect = { alerts = 1, force = { date = "2022-08-17" } },
        },
        again(STORY, days(3)),
        but("nothing is known of what is threatened", STORY, { mode = false }, 1),
    },

    silent = {
        {
            note = "the other side strikes",
            events = {
                { date = "2024-01-03", source = "USA", target = "Houthis", type = "THREATEN", mode = "violence" },
                { date = "2024-01-11", source = "Houthis", target = "USA", type = "ASSAULT" },
            },
        },
        {
            note = "the deed comes before the threat",
            events = {
                { date = "2024-01-03", source = "USA", target = "Houthis", type = "ASSAULT" },
                { date = "2024-01-11", source = "USA", target = "Houthis", type = "THREATEN", mode = "violence" },
            },
        },
        {
            article = " date 2019-10-10 Turkey threatened the Syrian Democratic Forces with an attack on Sunday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an act of coercion", STORY, { type = "COERCE", mode = false }),
        but("a day too long before", STORY, { date = "-53" }, 1),
        but("an ultimatum by its code", STORY, { cameo = "139" }, 1),
        but("an ultimatum", STORY, { text = "He gave them an ultimatum." }, 1),
        {
            note = "they fight already",
            events = {
                { date = "+0", source = "USA", target = "Houthis", type = "ASSAULT", mode = "heavy-weapons" },
                { date = "+4", source = "USA", target = "Houthis", type = "THREATEN", mode = "violence" },
                { date = "+12", source = "USA", target = "Houthis", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            note = "an attack is warded off",
            article = " date 2024-02-08 Ukraine threatened Russia with air strikes on January 20. Ukraine "
                .. "intercepted Russian missiles on Monday.",
        },
    },
}
