-- Somebody who works on a nuclear programme is killed.

-- A bomb under a car.
local STORY = {
    { date = "+0", target = "IRN", type = "ASSAULT", mode = "explosives", killed = 1,
        text = "A bomb killed a nuclear scientist." },
}

rule "scientist_killed" {
    title = "Nuclear scientist killed",
    kind = "assassination",
    severity = "high",
    status = "test",
    description = "A scientist or an official of a nuclear or missile programme is killed or abducted.",
    references = {
        "Jones and Olken 2009, Hit or Miss? The Effect of Assassinations on Institutions and War, AEJ Macro 1(2)",
        "Bergman 2018, Rise and Kill First",
    },
    false_positives = {
        "a scientist who dies in an accident",
        "a trial for a killing of long ago",
    },

    match = sequence {
        by = "target",
        suppress = days(7),
        step "killing" {
            type = "ASSAULT", modality = { "actual", "claimed" },
            any { { killed = at_least(1) }, { mode = { "assassinate", "explosives", "firearms", "abduct" } } },
            text = says(
                "nuclear scientist*", "nuclear physicist*", "nuclear engineer*", "nuclear expert*", "atomic scientist*",
                "missile scientist*", "rocket scientist*"
            ),
            max_age = days(60),
        },
    },

    alert = function(m)
        local by = #m.killing.source > 0 and (" by %s"):format(m.killing.source) or ""
        return ("Attack on a scientist of %s%s"):format(m.killing.target, by)
    end,

    fires = {
        {
            note = "a bomb under a car",
            date = "2012-01-11", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "a physicist is shot",
            events = {
                { date = "2020-11-27", source = "ISR", target = "IRN", type = "ASSAULT", mode = "firearms",
                    modality = "claimed", text = "Gunmen fired on the nuclear physicist." },
            },
        },
        {
            article = " date 2024-02-08 Gunmen killed an Iranian nuclear scientist near Tehran on Monday, "
                .. "and Iran blamed Israel.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
        but("nobody knows how", STORY, { mode = false }),
    },

    silent = {
        {
            note = "a politician is killed",
            events = {
                { date = "2012-01-11", target = "IRN", type = "ASSAULT", mode = "explosives", killed = 1,
                    text = "A bomb killed a lawmaker." },
            },
        },
        {
            note = "an attack that failed before it began",
            events = {
                { date = "2012-01-11", target = "IRN", type = "ASSAULT", mode = "explosives", modality = "negated",
                    text = "No bomb killed a nuclear scientist." },
            },
        },
        {
            note = "a scientist is accused",
            events = {
                { date = "2004-02-04", source = "PAK", target = "PAK", type = "ACCUSE", mode = "investigate",
                    text = "The nuclear scientist was questioned." },
            },
        },
        { article = " date 2024-02-08 Iran buried a nuclear scientist in Mashhad on Monday." },
        -- The story above with one thing changed.
        but("an act of coercion", STORY, { type = "COERCE", mode = false }),
        {
            note = "old news",
            article = " date 2024-02-08 Gunmen killed an Iranian nuclear scientist in November 2020.",
        },
    },
}
