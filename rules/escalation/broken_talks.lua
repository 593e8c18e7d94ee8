-- Talks end without a result: one side walks out, or answers the meeting with force.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, PARTY = acts.DONE, acts.PARTY

-- Words for talks that end badly.
local BROKEN = says(
    "broke off", "breaks off", "broken off", "breaking off", "broke down", "broken down", "break down",
    "walked out", "walks out", "walking out", "collapse*", "suspend*", "halt*", "pulled out", "pull out",
    "withdrew from", "withdraw from", "failed", "called off", "cancel*", "quit", "deadlock*", "ended without"
)
local TALKS = says("talks", "negotiation*", "summit", "dialogue", "peace process", "mediation", "round of talks")

-- One side halts the negotiations.
local STORY = {
    { date = "+0", source = "SDN", target = "RSF", type = "SANCTION", cameo = "164" },
}

-- A meeting, then a refusal to meet again.
local OTHER = {
    { date = "+0", source = "USA", target = "PRK", type = "CONSULT", mode = "visit" },
    { date = "+15", source = "PRK", target = "USA", type = "REJECT", mode = "meet" },
}

-- An attack four days after the meeting.
local THIRD = {
    { date = "+0", source = "AZE", target = "ARM", type = "CONSULT", mode = "third-party" },
    { date = "+4", source = "AZE", target = "ARM", type = "ASSAULT", mode = "heavy-weapons" },
}

rule "broken_talks" {
    title = "Talks broken off",
    kind = "vertical_escalation",
    severity = "medium",
    status = "test",
    description = "One side breaks off talks with another, refuses to meet it after they had met, "
        .. "or attacks it within a week of a meeting.",
    references = {
        "Pillar 1983, Negotiating Peace: War Termination as a Bargaining Process",
        "Kaplow 2016, The Negotiation Calculus: Why Parties to Civil Conflict Refuse to Talk, ISQ 60(1)",
    },
    false_positives = {
        "a pause that both sides have agreed on",
        "talks about fishing or tariffs, on which no conflict depends",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(14),
            step "break" {
                type = "SANCTION", modality = DONE, source = PARTY,
                -- Who ends talks may have come to an end with them.
                text = none { says("ended talks", "end talks", "concluded talks", "ended negotiations") },
                any { { cameo = { "164", "165" } }, { mode = "withdraw", text = all { BROKEN, TALKS } } },
            },
        },
        sequence {
            by = "pair",
            suppress = days(14),
            step "talks" {
                type = "CONSULT", modality = DONE, mode = none { "phone" }, source = PARTY, target = PARTY,
                -- Who visits his soldiers meets nobody.
                text = none { says("headquarters", "front line*", "frontline*", "his troops", "their troops") },
            },
            one_of {
                step "break" {
                    type = "REJECT", mode = "meet", modality = DONE, source = PARTY, target = PARTY, min_gap = days(1),
                    within = days(30),
                },
                -- Who fought until the meeting has not broken anything off.
                step "attack" {
                    type = "ASSAULT", modality = DONE, aggregate = false, mode = none { "crowd-control" },
                    -- An attack of its own, not the war that they talked about.
                    action = none { words.FIGHTING, words.DEFENCE },
                    source = PARTY, target = PARTY, min_gap = days(1), within = days(7),
                },
            },
        },
    },

    alert = function(m)
        if m.attack then
            local gap = m.attack.date - m.talks.date
            return ("%s attacked %s %d day%s after they had met"):format(
                m.attack.source, m.attack.target, gap, gap == 1 and "" or "s")
        elseif m.talks then
            return ("%s refused to go on talking with %s"):format(m["break"].source, m["break"].target)
        end
        return ("%s broke off talks with %s"):format(m["break"].source, m["break"].target)
    end,

    fires = {
        {
            note = "one side halts the negotiations",
            date = "2023-06-05", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "a meeting, then a refusal to meet again",
            date = "2019-02-28", events = OTHER,
        },
        {
            note = "an attack four days after the meeting",
            date = "2020-09-20", events = THIRD,
            expect = { attack = { source = "AZE" } },
        },
        {
            article = " date 2019-09-09 The foreign ministers of Armenia and Azerbaijan met in Geneva on September 2. "
                .. "Azerbaijani forces shelled Armenian positions on Friday.",
        },
        {
            note = "as news tells it",
            article = " date 2021-11-05 Sudan's army broke off negotiations with civilian parties on "
                .. "Thursday, hours after mediators had spoken of progress.\n\n"
                .. "General Abdel Fattah al-Burhan said that he would form a government of his own. The "
                .. "United States condemned the decision.",
            expect = { alerts = 1 },
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "they meet again",
            events = {
                { date = "2019-02-28", source = "USA", target = "PRK", type = "CONSULT", mode = "visit" },
                { date = "2019-03-15", source = "PRK", target = "USA", type = "CONSULT", mode = "visit" },
            },
        },
        {
            note = "a month lies between the meeting and the attack",
            events = {
                { date = "2020-08-20", source = "AZE", target = "ARM", type = "CONSULT", mode = "third-party" },
                { date = "2020-09-27", source = "AZE", target = "ARM", type = "ASSAULT", mode = "heavy-weapons" },
            },
        },
        {
            note = "an expelled diplomat is no end of talks",
            events = {
                { date = "2023-06-05", source = "SDN", target = "TCD", type = "SANCTION", mode = "expel" },
            },
        },
        {
            article = " date 2019-09-09 The foreign ministers of Armenia and Azerbaijan met in Geneva on September 2. "
                .. "They agreed on Friday to open a border crossing.",
        },
        -- The stories above with one thing changed.
        but("a refusal", THIRD, { type = "REJECT", mode = false }),
        but("only planned", OTHER, { modality = "planned" }),
        but("done by civilians", THIRD, { source = "Civilian (Azerbaijan)" }),
        but("done to civilians", THIRD, { target = "Civilian (Armenia)" }),
        but("only planned", THIRD, { modality = "planned" }, 2),
        but("a day too long before", OTHER, { date = "-16" }, 1),
        but("on the same day", OTHER, { date = "+0" }, 2),
        but("on the same day", THIRD, { date = "+0" }, 2),
        but("a withdrawal", STORY, { mode = "withdraw", cameo = false }),
        but("by telephone", OTHER, { mode = "phone" }, 1),
        but("police against a crowd", THIRD, { mode = "crowd-control" }, 2),
        but("a request", OTHER, { type = "REQUEST" }, 2),
        but("done by civilians", STORY, { source = "Civilian (Sudan)" }),
        but("done to civilians", OTHER, { target = "Civilian (United States)" }, 2),
        but("many such acts summed up", THIRD, { aggregate = true }, 2),
        but("only talks", STORY, { type = "CONSULT" }),
        {
            note = "talks that have come to their end",
            article = " date 2024-02-08 Sudan ended talks with the RSF on Monday.",
        },
        {
            note = "they talked about a war that goes on",
            article = " date 2024-02-08 The president of Azerbaijan met the president of Armenia on Monday. "
                .. "Armenian troops clashed with Azerbaijani troops on Wednesday.",
        },
        but("trade is cut after talks that failed", STORY,
            { mode = "discontinue", cameo = false, text = "The talks collapsed, and it cut off trade." }),
        but("a visit to the front", OTHER, { text = "He visited the front line." }, 1),
    },
}
