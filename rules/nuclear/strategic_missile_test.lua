-- A missile that can carry a nuclear warhead is tested.

local acts = require "pack.acts"

local DONE = acts.DONE

local STRATEGIC = says(
    "ballistic missile*", "icbm*", "intercontinental*", "hypersonic*", "cruise missile*", "submarine launched",
    "long range missile*", "intermediate range*", "nuclear capable"
)

-- A ballistic missile.
local STORY = {
    { date = "+0", source = "PRK", type = "MOBILIZE", mode = "weapons", weapon = "missile",
        text = "It launched two short-range ballistic missiles." },
}

-- Three tests in two weeks give an alert of their own.
local SERIES = {
    { date = "+0", source = "PRK", type = "MOBILIZE", mode = "weapons",
        text = "A hypersonic missile." },
    { date = "+6", source = "PRK", type = "MOBILIZE", mode = "weapons",
        text = "A hypersonic missile." },
    { date = "+12", source = "PRK", type = "MOBILIZE", mode = "weapons",
        text = "A ballistic missile." },
}

-- Two tests that are no series, each an alert of its own.
local TWO = { alerts = 2, severity = "medium" }

rule "strategic_missile_test" {
    title = "Test of a strategic missile",
    kind = "missile_test",
    severity = "medium",
    status = "test",
    description = "A state tests a ballistic, cruise or hypersonic missile; high where it can reach another continent, "
        .. "or where it is the third test within a month.",
    references = {
        "Karp 1996, Ballistic Missile Proliferation: The Politics and Technics",
        "Mettler and Reiter 2013, Ballistic Missiles and International Conflict, JCR 57(5)",
    },
    false_positives = {
        "the launch of a satellite by the means of a missile",
        "a test of a defence against missiles",
    },

    match = one_of {
        sequence {
            by = "source",
            within = days(30),
            suppress = days(30),
            step "first" { type = "MOBILIZE", mode = "weapons", modality = DONE, text = STRATEGIC },
            step "second" { type = "MOBILIZE", mode = "weapons", modality = DONE, text = STRATEGIC, min_gap = days(1) },
            step "third" { type = "MOBILIZE", mode = "weapons", modality = DONE, text = STRATEGIC, min_gap = days(1) },
        },
        sequence {
            by = "source",
            suppress = days(3),
            step "test" {
                type = "MOBILIZE", mode = "weapons", modality = DONE, text = STRATEGIC,
                max_age = days(30),
            },
        },
    },

    alert = function(m)
        if m.third then
            return {
                summary = ("Third missile test by %s within %d days"):format(
                    m.third.source, m.third.date - m.first.date + 1),
                severity = "high",
            }
        end
        local far = (m.test.text or ""):lower():find("intercontinental", 1, true)
        if far then
            return { summary = ("%s tested an intercontinental missile"):format(m.test.source), severity = "high" }
        end
        return ("%s tested a missile: %s"):format(m.test.source, m.test.action)
    end,

    fires = {
        {
            note = "a ballistic missile",
            date = "2022-01-14", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "three tests in two weeks give an alert of their own",
            date = "2022-01-05", events = SERIES,
            expect = { third = { date = "2022-01-17" }, severity = "high" },
        },
        {
            article = " date 2024-02-08 North Korea tested an intercontinental ballistic missile on Monday.",
            expect = { alerts = 1, severity = "high" },
        },
        again(STORY, days(3)),
        but("only two are tests", SERIES, { modality = "planned" }, TWO),
        but("two, and an attack", SERIES, { type = "ASSAULT" }, TWO),
        but("two, and a move of troops", SERIES, { mode = "troops" }, TWO),
        but("two, and a rocket", SERIES, { text = "A rocket for satellites." }, TWO),
        but("two on one day", SERIES, { date = "+0" }, 2, TWO),
        but("the last two on one day", SERIES, { date = "+6" }, 3, TWO),
        but("the last after more than a month", SERIES, { date = "+31" }, 3, { alerts = 3, severity = "medium" }),
    },

    silent = {
        {
            note = "a rocket against tanks",
            events = {
                { date = "2022-01-14", source = "FRA", type = "MOBILIZE", mode = "weapons",
                    text = "It tested a rocket." },
            },
        },
        {
            note = "a missile that was fired at somebody",
            events = {
                { date = "2022-01-14", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons",
                    text = "A ballistic missile struck the city." },
            },
        },
        {
            note = "a test that others expect",
            events = {
                { date = "2022-01-14", source = "PRK", type = "MOBILIZE", mode = "weapons", modality = "hypothetical",
                    text = "It could launch a ballistic missile." },
            },
        },
        { article = " date 2024-02-08 Japan condemned North Korea on Monday for its ballistic missiles." },
        -- The story above with one thing changed.
        but("about troops", STORY, { mode = "troops" }),
        but("an attack", STORY, { type = "ASSAULT" }),
        {
            note = "old news",
            article = " date 2024-02-08 North Korea tested an intercontinental ballistic missile in November 2017.",
        },
    },
}
