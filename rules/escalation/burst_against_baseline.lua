-- More attacks than this pair of sides is used to.

local DONE = { "actual", "claimed" }

-- One attack in two months, then five in a week.
local STORY = {
    { date = "+0", source = "Houthis", target = "GBR", type = "ASSAULT" },
    { date = "+49", source = "Houthis", target = "GBR", type = "ASSAULT" },
    { date = "+50", source = "Houthis", target = "GBR", type = "ASSAULT" },
    { date = "+52", source = "Houthis", target = "GBR", type = "ASSAULT" },
    { date = "+53", source = "Houthis", target = "GBR", type = "ASSAULT" },
    { date = "+54", source = "Houthis", target = "GBR", type = "ASSAULT" },
}

rule "burst_against_baseline" {
    title = "Burst of attacks against the usual",
    kind = "attack_burst",
    severity = "high",
    status = "test",
    description = "One side attacks another at least five times in a week, three times as often as in a usual week of "
        .. "the two months before.",
    references = {
        "Legéndy and Salcman 1985, Bursts and Recurrences of Bursts in the Spike Trains, J Neurophysiol 53(4)",
        "Kleinberg 2002, Bursty and Hierarchical Structure in Streams, KDD",
    },
    false_positives = {
        "a conflict that newspapers have only begun to report",
        "one attack of which several articles tell so differently that it counts as several",
    },

    thresholds = { count = 5, factor = 3, past = days(56) },

    match = function(t)
        return window {
            by = "dyad",
            sliding = weeks(1),
            where = { type = "ASSAULT", modality = DONE, aggregate = false },
            count = at_least(t.count),
            baseline = { past = t.past, ratio = at_least(t.factor) },
            suppress = days(30),
        }
    end,

    alert = function(m)
        local last = m.events[#m.events]
        return ("%d attacks by %s on %s in a week, far more than usual"):format(m.count, last.source, last.target)
    end,

    fires = {
        {
            note = "one attack in two months, then five in a week",
            date = "2024-02-12", events = STORY,
            expect = { alerts = 1, date = "2024-04-06" },
        },
        {
            note = "a war of one attack a week becomes one of six",
            events = {
                { date = "2023-07-03", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-07-10", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-07-17", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-07-24", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-07-31", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-07", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-21", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-22", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-23", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-24", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-25", source = "RUS", target = "UKR", type = "ASSAULT" },
                { date = "2023-08-26", source = "RUS", target = "UKR", type = "ASSAULT" },
            },
            expect = { alerts = 1 },
        },
        {
            article = " date 2021-05-21 Hamas fired rockets at Israel on April 2. "
                .. "Hamas fighters attacked an Israeli checkpoint on May 14. Hamas shelled Israeli troops on May 15. "
                .. "On May 16 Hamas launched a drone at Israel. Hamas gunmen killed an Israeli soldier on May 18. "
                .. "On May 19 Hamas fired a missile at Israel.",
        },
        again(STORY, days(10)),
    },

    silent = {
        {
            note = "nothing is known of the weeks before",
            events = {
                { date = "2024-04-01", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-02", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-04", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-05", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-06", source = "Houthis", target = "GBR", type = "ASSAULT" },
            },
        },
        {
            note = "four attacks are too few",
            events = {
                { date = "2024-02-12", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-01", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-02", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-04", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-05", source = "Houthis", target = "GBR", type = "ASSAULT" },
            },
        },
        {
            note = "five others are attacked, each once",
            events = {
                { date = "2024-02-12", source = "Houthis", target = "GBR", type = "ASSAULT" },
                { date = "2024-04-01", source = "Houthis", target = "USA", type = "ASSAULT" },
                { date = "2024-04-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2024-04-04", source = "Houthis", target = "NOR", type = "ASSAULT" },
                { date = "2024-04-05", source = "Houthis", target = "LBR", type = "ASSAULT" },
                { date = "2024-04-06", source = "Houthis", target = "GRC", type = "ASSAULT" },
            },
        },
        {
            article = " date 2021-05-21 Hamas fired rockets at Israel on April 2. "
                .. "Hamas fighters attacked an Israeli checkpoint on May 14. "
                .. "On May 19 Egyptian mediators met leaders of Hamas in Gaza.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }, 2),
        but("only talks", STORY, { type = "CONSULT" }, 2),
        but("many such acts summed up", STORY, { aggregate = true }, 2),
    },
}
