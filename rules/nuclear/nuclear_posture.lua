-- Nuclear forces are put on alert, moved or exercised.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE_OR_PLANNED

local NUCLEAR = says(
    "nuclear force*", "nuclear weapon*", "nuclear deterrent", "nuclear deterrence", "nuclear warhead*",
    "nuclear missile*", "nuclear bomber*", "nuclear submarine*", "nuclear drill*", "nuclear exercise*",
    "nuclear capable", "strategic bomber*", "strategic forces", "nuclear bomb*", "nuclear armed"
)

-- The deterrent on alert.
local STORY = {
    { date = "+0", source = "RUS", type = "MOBILIZE", mode = "troops",
        text = "The nuclear deterrent was put on alert." },
}

rule "nuclear_posture" {
    title = "Nuclear posture raised",
    kind = "nuclear_posture",
    severity = "high",
    status = "test",
    description = "A state puts nuclear forces on alert, exercises them, or moves nuclear weapons or their carriers.",
    references = {
        "Narang 2014, Nuclear Strategy in the Modern Era",
        "Sagan 1985, Nuclear Alerts and Crisis Management, International Security 9(4)",
    },
    false_positives = {
        "a routine patrol",
        "a drill of every year, announced beforehand",
    },

    match = sequence {
        by = "source",
        suppress = days(14),
        step "posture" {
            type = "MOBILIZE", modality = DONE, any { { text = NUCLEAR }, { weapon = "nuclear" } },
            text = none { says("nuclear test", "nuclear tests") },
            max_age = days(60),
            where = function(e)
                return e.weapon[1] == "nuclear" or story.is_near(e, { "nuclear", "strategic" })
            end,
        },
    },

    alert = function(m)
        return ("Nuclear posture of %s: %s"):format(m.posture.source, m.posture.action)
    end,

    fires = {
        {
            note = "the deterrent on alert",
            date = "2022-02-27", events = STORY,
            expect = { alerts = 1, severity = "high" },
        },
        {
            note = "warheads for an ally",
            events = {
                { date = "2023-06-16", source = "RUS", target = "BLR", type = "MOBILIZE", mode = "weapons",
                    weapon = "nuclear", modality = "planned" },
            },
        },
        { article = " date 2024-02-08 Russia moved tactical nuclear weapons to Belarus on Monday." },
        { article = " date 2024-02-08 Pakistan put its nuclear forces on high alert on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "tanks",
            events = {
                { date = "2022-02-27", source = "RUS", type = "MOBILIZE", mode = "troops", text = "Tanks were moved." },
            },
        },
        {
            note = "a test has a rule of its own",
            events = {
                { date = "2017-09-03", source = "PRK", type = "MOBILIZE", mode = "weapons",
                    text = "The nuclear test followed one of a nuclear warhead." },
            },
        },
        {
            note = "weapons that go home",
            events = {
                { date = "1992-05-06", source = "RUS", target = "UKR", type = "RETREAT", mode = "withdraw",
                    text = "The last nuclear weapons were withdrawn." },
            },
        },
        { article = " date 2024-02-08 A nuclear power plant in Belarus was connected to the grid on Monday." },
        -- The story above with one thing changed.
        but("nuclear weapons that are only mentioned", STORY, {
            action = "moved",
            text = "Tanks were moved on Monday, weeks after talks on what is to become of the army's nuclear weapons.",
        }),
        but("it did not come to that", STORY, { modality = "negated" }),
        { note = "old news", article = " date 2024-02-08 Russia put its nuclear forces on alert in March 2022." },
    },
}
