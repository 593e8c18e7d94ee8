-- A blow and the blow that answers it.

local DONE = { "actual", "claimed" }
local BLOWS = { "ASSAULT", "COERCE" }
local HOSTILE_ACTS = { "ASSAULT", "COERCE", "MOBILIZE", "SANCTION" }

-- Words for fighting of both sides at once, in which nobody answers.
local MUTUAL = says("war", "wars", "clash*", "fight*", "battl*", "conflict*", "engaged", "repel*", "hostilities")

-- Words by which a text ties a blow to the one before it.
local TIED = says(
    "retaliat*", "reprisal*", "reveng*", "aveng*", "hit back", "hits back", "struck back", "strike back", "fired back",
    "in response to", "responded to", "responded with", "in return for", "in answer to", "payback"
)

rule "retaliation" {
    title = "Retaliation",
    kind = "retaliation",
    severity = "high",
    status = "test",
    description = "One side hits another and is hit back: the text ties the two blows together, "
        .. "or the reply comes within a week of the blow.",
    references = {
        "Goldstein and Pevehouse 1997, Reciprocity, Bullying, and International Cooperation, APSR 91(3)",
        "Axelrod 1984, The Evolution of Cooperation",
    },
    false_positives = {
        "daily fighting, in which every blow follows one by the other side",
        "an exchange of long ago that an article recalls as background",
    },

    match = one_of {
        sequence {
            by = "pair",
            step "first" { type = BLOWS, modality = DONE },
            step "reply" {
                type = BLOWS,
                modality = DONE,
                reverses = "first",
                one_of {
                    { answers = "first" },
                    { text = TIED, within = days(14) },
                    -- Of two series no order is known, of two blows on one day only where one text tells of both.
                    { aggregate = false, action = none { MUTUAL }, min_gap = days(1), within = days(7) },
                    { aggregate = false, action = none { MUTUAL }, article = same_as "first", within = days(0) },
                },
            },
        },
        -- Where the text itself speaks of an answer, a show of force or a sanction is one too.
        sequence {
            by = "pair",
            step "first" { type = HOSTILE_ACTS, modality = DONE },
            step "reply" { type = HOSTILE_ACTS, modality = DONE, reverses = "first", answers = "first" },
        },
    },

    alert = function(m)
        local gap = m.first.date and m.reply.date and m.reply.date - m.first.date
        local when = gap and gap > 0 and (" after %d day%s"):format(gap, gap == 1 and "" or "s") or ""
        return ("%s hit back at %s%s"):format(m.reply.source, m.reply.target, when)
    end,

    fires = {
        {
            note = "the reply comes three days later",
            events = {
                { date = "2024-01-20", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT", wounded = 4 },
                { date = "2024-01-23", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT" },
            },
            expect = {
                alerts = 1, date = "2024-01-23",
                first = { date = "2024-01-20" }, reply = { date = "2024-01-23", source = "USA" },
            },
        },
        {
            note = "the text ties the reply to one attack of many, however long ago",
            events = {
                { date = "2023-03-01", source = "IRN", target = "PAK", type = "ASSAULT" },
                { date = "2023-06-10", source = "PAK", target = "IRN", type = "ASSAULT", in_response_to = 1 },
            },
            expect = { alerts = 1, first = { date = "2023-03-01" } },
        },
        {
            note = "an expulsion in answer to an expulsion",
            events = {
                { date = "2021-04-17", source = "CZE", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2021-04-18", source = "RUS", target = "CZE", type = "SANCTION", mode = "expel",
                    in_response_to = 1 },
            },
        },
        {
            article = " date 2024-03-14 Pakistani aircraft bombed targets in Afghanistan on Monday. "
                .. "On Wednesday Afghan forces shelled Pakistani border posts in retaliation for the air strikes.",
            expect = { reply = { type = "ASSAULT" } },
        },
    },

    silent = {
        {
            note = "both blows fall on the same side",
            events = {
                { date = "2024-01-20", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT" },
                { date = "2024-01-23", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT" },
            },
        },
        {
            note = "the reply is only a plan",
            events = {
                { date = "2024-01-20", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT" },
                { date = "2024-01-23", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT",
                    modality = "planned" },
            },
        },
        {
            note = "a month lies between, and nothing ties the two",
            events = {
                { date = "2024-01-20", source = "SDN", target = "TCD", type = "ASSAULT" },
                { date = "2024-02-20", source = "TCD", target = "SDN", type = "ASSAULT" },
            },
        },
        {
            article = " date 2024-03-14 Pakistani aircraft bombed targets in Afghanistan on Monday. "
                .. "Afghanistan condemned the air strikes on Tuesday.",
        },
    },
}
