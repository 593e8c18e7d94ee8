-- Many attacks by one side in a short time.

local DONE = { "actual", "claimed" }

-- Words that speak of many attacks at once.
local MANY = says(
    "barrage*", "salvo*", "wave of attacks", "waves of", "series of attacks", "series of strikes", "string of attacks",
    "spate of attacks", "dozens of attacks", "scores of attacks", "hundreds of rockets", "dozens of rockets",
    "repeated attacks", "repeatedly attacked", "round of attacks"
)

local MANY_ATTACKS = any { { aggregate = true }, { text = MANY } }

--- Whether an event is news: what an article recalls from years ago is no burst today.
local function is_recent(e)
    return not (e.date and e.published) or e.published - e.date <= 365
end

rule "attack_burst" {
    title = "Burst of attacks",
    kind = "attack_burst",
    severity = "medium",
    status = "test",
    description = "One side attacks at least three times on different days within two weeks, or the text speaks of "
        .. "a series, a barrage or dozens of attacks.",
    references = {
        "Kleinberg 2002, Bursty and Hierarchical Structure in Streams, KDD",
        "Schutte and Weidmann 2011, Diffusion Patterns of Violence in Civil Wars, Political Geography 30(3)",
    },
    false_positives = {
        "a war in which every day brings attacks: measure it against a baseline",
        "one attack of which sources tell as if it had been on different days",
    },

    thresholds = { count = 3, within = days(14), suppress = days(14) },

    match = function(t)
        return one_of {
            sequence {
                by = "source",
                suppress = t.suppress,
                step "series" { type = "ASSAULT", modality = DONE, MANY_ATTACKS, where = is_recent },
            },
            -- Nobody is named: what the same target suffers is told once.
            sequence {
                by = "target",
                suppress = t.suppress,
                step "series" {
                    type = "ASSAULT", modality = DONE, source = unknown(), MANY_ATTACKS, where = is_recent,
                },
            },
            -- Accounts of one attack share its day, so two days at least keep them from making a burst.
            window {
                by = "source",
                sliding = t.within,
                suppress = t.suppress,
                where = { type = "ASSAULT", modality = DONE, aggregate = false },
                count = at_least(t.count),
                distinct = { day = at_least(2) },
            },
        }
    end,

    alert = function(m, t)
        if m.series then return ("Series of attacks on %s by %s"):format(m.series.target, m.series.source) end
        return ("%d attacks by %s within %s"):format(m.count, m.events[#m.events].source, t.within)
    end,

    fires = {
        {
            note = "three attacks by one side in eight days, on two others",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-06", source = "Houthis", target = "USA", type = "ASSAULT" },
                { date = "2023-11-09", source = "Houthis", target = "ISR", type = "ASSAULT" },
            },
            expect = { alerts = 1, date = "2023-11-09" },
        },
        {
            note = "the text sums many attacks up",
            events = {
                { date = "2023-10-17/2024-01-10", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT",
                    aggregate = true },
            },
            expect = { alerts = 1, series = { aggregate = true } },
        },
        {
            article = " date 2022-08-08 Islamic Jihad attacked Israel with hundreds of rockets on Saturday.",
        },
    },

    silent = {
        {
            note = "two attacks are no burst",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-06", source = "Houthis", target = "ISR", type = "ASSAULT" },
            },
        },
        {
            note = "three accounts of one attack are no burst",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", article = "a" },
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", article = "b" },
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", article = "c" },
            },
        },
        {
            note = "three attacks in three months are no burst",
            events = {
                { date = "2023-09-02", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-10-06", source = "Houthis", target = "ISR", type = "ASSAULT" },
                { date = "2023-11-09", source = "Houthis", target = "ISR", type = "ASSAULT" },
            },
        },
        {
            note = "attacks that did not happen",
            events = {
                { date = "2023-11-02", source = "Houthis", target = "ISR", type = "ASSAULT", modality = "negated",
                    aggregate = true },
            },
        },
        {
            article = " date 2022-08-08 Turkish police arrested three journalists in Ankara on Sunday.",
        },
    },
}
