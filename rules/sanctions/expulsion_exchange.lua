-- Diplomats for diplomats.

local acts = require "pack.acts"

local DONE = acts.DONE

-- Expelled for expelled.
local STORY = {
    { date = "+0", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
    { date = "+3", source = "RUS", target = "GBR", type = "SANCTION", mode = "expel" },
}

rule "expulsion_exchange" {
    title = "Diplomats for diplomats",
    kind = "tit_for_tat",
    severity = "medium",
    status = "test",
    description = "A state expels diplomats of another or recalls its ambassador, and within a month the other does "
        .. "the same to it.",
    references = {
        "Maller 2010, Diplomacy Derailed: The Consequences of Diplomatic Sanctions, Washington Quarterly 33(3)",
        "Moyer, Turner and Meisel 2021, What Are the Drivers of Diplomacy?, JPR 58(6)",
    },
    false_positives = {
        "a recall for consultations that is soon ended",
    },

    match = sequence {
        by = "pair",
        suppress = days(30),
        step "expulsion" { type = "SANCTION", mode = { "expel", "withdraw" }, modality = DONE },
        step "answer" {
            type = "SANCTION", mode = { "expel", "withdraw" }, modality = DONE, reverses = "expulsion",
            one_of { { answers = "expulsion" }, { within = days(30) } },
        },
    },

    alert = function(m)
        return ("%s answered a break of ties by %s: %s"):format(m.answer.source, m.answer.target, m.answer.action)
    end,

    fires = {
        {
            note = "expelled for expelled",
            date = "2018-03-14", events = STORY,
            expect = { alerts = 1, answer = { source = "RUS" } },
        },
        {
            note = "an ambassador is recalled, and relations are broken off",
            events = {
                { date = "2021-08-18", source = "MAR", target = "DZA", type = "SANCTION", mode = "withdraw" },
                { date = "2021-08-24", source = "DZA", target = "MAR", type = "SANCTION", mode = "withdraw" },
            },
        },
        {
            article = " date 2023-09-20 Norway expelled three Ethiopian diplomats on Monday. "
                .. "Ethiopia expelled three Norwegian diplomats on Tuesday.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
        but("the text ties the two, months apart", STORY, { date = "+90", in_response_to = 1 }, 2),
    },

    silent = {
        {
            note = "only one side expels",
            events = {
                { date = "2018-03-14", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2018-03-17", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
            },
        },
        {
            note = "the answer is an embargo",
            events = {
                { date = "2018-03-14", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2018-03-17", source = "RUS", target = "GBR", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "two months lie between",
            events = {
                { date = "2018-03-14", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2018-05-30", source = "RUS", target = "GBR", type = "SANCTION", mode = "expel" },
            },
        },
        {
            article = " date 2023-09-20 Norway expelled three Ethiopian diplomats on Monday. "
                .. "Ethiopia protested on Tuesday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only a threat", STORY, { type = "THREATEN" }),
        but("nothing more is known of the act", STORY, { mode = false }, 1),
    },
}
