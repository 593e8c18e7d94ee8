-- A nuclear device is tested.

-- A test.
local STORY = {
    { date = "+0", source = "PRK", type = "MOBILIZE", mode = "weapons",
        text = "It was the sixth nuclear test of the state." },
}

rule "nuclear_test" {
    title = "Nuclear test",
    kind = "nuclear_test",
    severity = "critical",
    status = "test",
    description = "A state explodes a nuclear device, or says that it has.",
    references = {
        "Bell 2019, Nuclear Opportunism: A Theory of How States Use Nuclear Weapons in International Politics, "
            .. "Journal of Strategic Studies 42(1)",
        "Fuhrmann and Tkach 2015, Almost Nuclear: Introducing the Nuclear Latency Dataset, CMPS 32(4)",
    },
    false_positives = {
        "a test without an explosion (subcritical, or of a carrier)",
        "an anniversary of a test",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "test" {
            type = { "MOBILIZE", "ASSAULT" }, modality = { "actual", "claimed" },
            text = says(
                "nuclear test", "nuclear tests", "atomic test", "nuclear explosion", "hydrogen bomb", "thermonuclear",
                "tested a nuclear", "nuclear device", "atomic bomb test"
            ),
            max_age = days(60),
        },
    },

    alert = function(m) return ("Nuclear test by %s"):format(m.test.source) end,

    fires = {
        {
            note = "a test",
            date = "2017-09-03", events = STORY,
            expect = { alerts = 1, severity = "critical" },
        },
        {
            note = "a test that only the state itself tells of",
            events = {
                { date = "1998-05-11", source = "IND", type = "MOBILIZE", mode = "weapons", modality = "claimed",
                    text = "Delhi said that it had tested a nuclear device." },
            },
        },
        {
            article = " date 2024-02-08 North Korea carried out a nuclear test on Monday, "
                .. "its seventh, state media said.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "a missile without a warhead",
            events = {
                { date = "2017-09-15", source = "PRK", type = "MOBILIZE", mode = "weapons", weapon = "missile",
                    text = "It tested a missile." },
            },
        },
        {
            note = "a test that is only announced",
            events = {
                { date = "2017-09-22", source = "PRK", type = "MOBILIZE", mode = "weapons", modality = "planned",
                    text = "It may carry out a nuclear test over the ocean." },
            },
        },
        {
            note = "a test is condemned",
            events = {
                { date = "2017-09-04", source = "KOR", target = "PRK", type = "ACCUSE", mode = "disapprove",
                    text = "Seoul condemned the nuclear test." },
            },
        },
        { article = " date 2024-02-08 South Korea urged North Korea on Monday to refrain from a nuclear test." },
        { note = "old news", article = " date 2024-02-08 North Korea tested a nuclear device in October 2006." },
    },
}
