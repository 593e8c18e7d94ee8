-- One attack kills many times more than the attacks before it.

local acts = require "pack.acts"

local DONE = acts.DONE

--- A toll that no ordinary day of a small conflict brings, and the factor above the worst attack before.
local TOLL, FACTOR = 10, 3

-- Two, four, then thirty dead.
local STORY = {
    { date = "+0", source = "RSF", target = "SDN", type = "ASSAULT", killed = 2 },
    { date = "+18", source = "RSF", target = "SDN", type = "ASSAULT", killed = 4 },
    { date = "+36", source = "RSF", target = "SDN", type = "ASSAULT", killed = 30 },
}

rule "rising_deaths" {
    title = "Deaths rise",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "Within two months of two attacks on the same side, the attacker kills at least ten people at one "
        .. "blow, three times as many as in each of the two.",
    references = {
        "Sundberg and Melander 2013, Introducing the UCDP Georeferenced Event Dataset, JPR 50(4)",
        "Morgan et al. 2008, Dangerous Thresholds: Managing Escalation in the 21st Century, RAND",
    },
    false_positives = {
        "a toll that sums up several days",
        "an open war with large battles, in which tolls differ widely from day to day",
    },

    match = sequence {
        by = "dyad",
        within = days(60),
        suppress = days(30),
        step "before" { type = "ASSAULT", modality = DONE, aggregate = false, killed = known() },
        step "again" { type = "ASSAULT", modality = DONE, aggregate = false, killed = known() },
        step "jump" {
            type = "ASSAULT", modality = DONE, aggregate = false, killed = at_least(TOLL), min_gap = days(1),
            where = function(e, m)
                return e.killed >= FACTOR * m.before.killed and e.killed >= FACTOR * m.again.killed
            end,
        },
    },

    alert = function(m)
        local worst = math.max(m.before.killed, m.again.killed)
        return ("%s killed %d of %s at one blow, after at most %d in earlier attacks"):format(
            m.jump.source, m.jump.killed, m.jump.target, worst)
    end,

    fires = {
        {
            note = "two, four, then thirty dead",
            date = "2023-04-02", events = STORY,
            expect = { alerts = 1, jump = { killed = 30 } },
        },
        {
            note = "attacks without victims count as zero",
            events = {
                { date = "2023-04-02", source = "PAK", target = "AFG", type = "ASSAULT", killed = 0 },
                { date = "2023-04-20", source = "PAK", target = "AFG", type = "ASSAULT", killed = 1 },
                { date = "2023-05-08", source = "PAK", target = "AFG", type = "ASSAULT", killed = 11 },
            },
        },
        {
            article = " date 2014-07-30 The Taliban attacked an Afghan army post on July 2, killing three soldiers. "
                .. "On July 16 the Taliban attacked Afghan troops and killed two soldiers. "
                .. "On Tuesday the Taliban killed 25 Afghan soldiers in Kunduz.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "the toll does not even double",
            events = {
                { date = "2023-04-02", source = "RSF", target = "SDN", type = "ASSAULT", killed = 8 },
                { date = "2023-04-20", source = "RSF", target = "SDN", type = "ASSAULT", killed = 9 },
                { date = "2023-05-08", source = "RSF", target = "SDN", type = "ASSAULT", killed = 15 },
            },
        },
        {
            note = "the large figure sums up a month",
            events = {
                { date = "2023-04-02", source = "RSF", target = "SDN", type = "ASSAULT", killed = 2 },
                { date = "2023-04-20", source = "RSF", target = "SDN", type = "ASSAULT", killed = 4 },
                { date = "2023-04-15/2023-05-15", source = "RSF", target = "SDN", type = "ASSAULT", killed = 600,
                    aggregate = true },
            },
        },
        {
            note = "one attack before is no yardstick",
            events = {
                { date = "2023-04-20", source = "RSF", target = "SDN", type = "ASSAULT", killed = 4 },
                { date = "2023-05-08", source = "RSF", target = "SDN", type = "ASSAULT", killed = 30 },
            },
        },
        {
            article = " date 2014-07-30 The Taliban attacked an Afghan army post on July 2, killing three soldiers. "
                .. "On Tuesday an earthquake killed 25 people in Peru.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("many such acts summed up", STORY, { aggregate = true }),
        but("nobody was killed", STORY, { killed = false }),
        but("an act of coercion", STORY, { type = "COERCE" }),
        but("a day too long before", STORY, { date = "-43" }, 1),
        but("on the same day", STORY, { date = "+18" }, 3),
    },
}
