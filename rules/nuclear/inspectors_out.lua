-- Inspectors are expelled or kept out, or a treaty on nuclear arms is left.

local acts = require "pack.acts"

local DONE = acts.DONE_OR_PLANNED

local INSPECTORS = says(
    "inspector*", "inspections", "iaea", "international atomic energy agency", "monitoring", "surveillance cameras",
    "safeguards", "watchdog"
)
local TREATY = says(
    "nuclear deal", "nuclear accord", "nuclear agreement", "nuclear pact", "jcpoa", "non proliferation", "npt",
    "nonproliferation", "new start", "inf treaty", "nuclear treaty", "test ban", "arms control", "nuclear talks"
)

-- Inspectors are expelled.
local STORY = {
    { date = "+0", source = "PRK", target = "IAEA", type = "SANCTION", mode = "expel",
        cameo = "1662",
        text = "The inspectors were told to leave." },
}

-- Access is refused.
local OTHER = {
    { date = "+0", source = "IRN", target = "IAEA", type = "REJECT", mode = "yield",
        text = "It refused to let the IAEA see the pictures of its cameras." },
}

rule "inspectors_out" {
    title = "Inspectors out, treaty left",
    kind = "nuclear_breakout",
    severity = "high",
    status = "test",
    description = "A state expels or bars nuclear inspectors, or leaves or suspends a treaty or talks on nuclear arms.",
    references = {
        "Fuhrmann and Tkach 2015, Almost Nuclear: Introducing the Nuclear Latency Dataset, CMPS 32(4)",
        "Miller 2014, The Secret Success of Nonproliferation Sanctions, IO 68(4)",
    },
    false_positives = {
        "inspectors who leave when their work is done",
        "a state that threatens to leave, and stays",
    },

    match = sequence {
        by = "source",
        suppress = days(14),
        step "exit" {
            any {
                { type = "SANCTION", text = INSPECTORS, mode = { "expel", "withdraw" } },
                { type = { "SANCTION", "REJECT" }, text = TREATY, mode = { "withdraw", "expel", "yield", "meet" } },
                { type = { "REJECT", "COERCE" }, text = INSPECTORS, mode = { "yield", "meet", "restrict", "ban" } },
            },
            modality = DONE,
            max_age = days(60),
        },
    },

    alert = function(m)
        return ("Nuclear safeguards weakened by %s: %s"):format(m.exit.source, m.exit.action)
    end,

    fires = {
        {
            note = "inspectors are expelled",
            date = "2009-04-14", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "access is refused",
            date = "2021-06-27", events = OTHER,
        },
        {
            article = " date 2024-02-08 Iran expelled the inspectors of the International Atomic Energy Agency "
                .. "on Monday.",
        },
        { article = " date 2018-05-10 The US withdrew from the nuclear deal with Iran on Tuesday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "diplomats are expelled",
            events = {
                { date = "2009-04-14", source = "PRK", target = "MYS", type = "SANCTION", mode = "expel",
                    text = "The ambassador was told to leave." },
            },
        },
        {
            note = "inspectors are let in",
            events = {
                { date = "2003-12-18", source = "IRN", target = "IAEA", type = "RETREAT", mode = "access",
                    text = "Inspectors were let in." },
            },
        },
        {
            note = "a threat to leave",
            events = {
                { date = "2020-01-20", source = "IRN", type = "THREATEN", mode = "relations",
                    text = "It threatened to leave the non-proliferation treaty." },
            },
        },
        { article = " date 2024-02-08 Iran agreed to allow IAEA inspectors into Fordow on Monday." },
        -- The stories above with one thing changed.
        but("a measure of another kind", STORY, { mode = "restrict", cameo = false }),
        but("a refusal of another kind", OTHER, { mode = "expel" }),
        but("it did not come to that", STORY, { modality = "negated" }),
        { note = "old news", article = " date 2024-02-08 North Korea expelled nuclear inspectors in April 2009." },
        but("a treaty is criticised", OTHER, { mode = "change", text = "It found the nuclear deal unjust." }),
        but("others are asked to leave a treaty", OTHER,
            { type = "REQUEST", text = "It asked them to leave the nuclear deal." }),
    },
}
