-- A blow and the blow that answers it.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, PARTY = acts.DONE, acts.FIGHTER

local BLOWS = { "ASSAULT", "COERCE" }

-- Arrests and bans are the state's own business; what answers a blow is a blow.
local NO_BLOWS = { "arrest", "censor", "ban", "curfew", "deport", "restrict", "misinformation", "crowd-control" }
local HOSTILE_ACTS = { "ASSAULT", "COERCE", "MOBILIZE", "SANCTION" }

-- Fighting of both sides at once and defence, in which nobody answers.
local ANSWER = none { words.FIGHTING, words.DEFENCE }

-- Words by which a text ties a blow to the one before it.
local TIED = says(
    "retaliat*", "reprisal*", "reveng*", "aveng*", "hit back", "hits back", "struck back", "strike back", "fired back",
    "in response to", "responded to", "responded with", "in return for", "in answer to", "payback"
)

local TIES = {
    "retaliat", "reprisal", "reveng", "aveng", "hit back", "struck back", "response", "responded", "in return",
}

--- Whether the text ties a reply to the blow before it.
local function is_tied(reply, first)
    for i = 1, #reply.in_response_to do
        if reply.in_response_to[i] == first.id then return true end
    end
    local sentence = (reply.text or ""):lower()
    for _, word in ipairs(TIES) do
        if sentence:find(word, 1, true) then return true end
    end
    return false
end

-- The reply comes three days later.
local STORY = {
    { date = "+0", source = "Kataib Hezbollah", target = "USA", type = "ASSAULT", wounded = 4 },
    { date = "+3", source = "USA", target = "Kataib Hezbollah", type = "ASSAULT" },
}

-- The text ties the reply to one attack of many, however long ago.
local OTHER = {
    { date = "+0", source = "IRN", target = "PAK", type = "ASSAULT" },
    { date = "+101", source = "PAK", target = "IRN", type = "ASSAULT", in_response_to = 1 },
}

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
            step "first" { type = BLOWS, mode = none(NO_BLOWS), modality = DONE, source = PARTY },
            step "reply" {
                type = BLOWS,
                mode = none(NO_BLOWS),
                modality = DONE,
                source = PARTY,
                reverses = "first",
                one_of {
                    { answers = "first" },
                    { text = TIED, within = days(14) },
                    -- Of two series no order is known.
                    { aggregate = false, action = ANSWER, min_gap = days(1), within = days(7) },
                    -- On one day, where a text first tells of a blow that drew blood.
                    {
                        aggregate = false, action = ANSWER, article = same_as "first", within = days(0),
                        where = function(e, m)
                            return (m.first.killed or m.first.wounded) ~= nil and e.sentence > m.first.sentence
                                and (e.killed or e.wounded) == nil
                        end,
                    },
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
        local gap = m.first.date and m.reply.date and m.reply.date - m.first.date or 0
        local later = ("%d day%s"):format(gap, gap == 1 and "" or "s")
        if is_tied(m.reply, m.first) or gap == 0 then
            local when = gap > 0 and (" after %s"):format(later) or ""
            return ("%s hit back at %s%s"):format(m.reply.source, m.reply.target, when)
        end
        -- Nobody says that the one is for the other.
        return {
            summary = ("%s struck %s %s after a blow the other way"):format(m.reply.source, m.reply.target, later),
            severity = "medium",
        }
    end,

    fires = {
        {
            note = "the reply comes three days later",
            date = "2024-01-20", events = STORY,
            expect = {
                alerts = 1, date = "2024-01-23",
                first = { date = "2024-01-20" }, reply = { date = "2024-01-23", source = "USA" },
            },
        },
        {
            note = "the text ties the reply to one attack of many, however long ago",
            date = "2023-03-01", events = OTHER,
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
        {
            note = "as news tells it",
            article = " date 2023-06-15 Kenyan fighter jets struck camps of al-Shabaab in southern Somalia "
                .. "on Tuesday, the defence ministry in Nairobi said.\n\n"
                .. "The air strikes came in retaliation for an attack on Saturday in which al-Shabaab "
                .. "gunmen killed nine Kenyan police officers near Garissa.\n\n"
                .. "Residents of the border town told reporters that they had heard explosions through "
                .. "the night. Schools in the county stayed closed on Wednesday.",
            expect = { alerts = 1, reply = { source = "Kenya" }, severity = "high" },
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
        {
            note = "football",
            article = " date 2023-10-09 Sevilla hit back within minutes of conceding and struck twice before "
                .. "half-time on Sunday. The visitors' attack had opened the scoring, but the home side "
                .. "retaliated with a barrage of shots, and their captain fired the winner from close "
                .. "range.",
        },
        -- The stories above with one thing changed.
        but("only talks", OTHER, { type = "CONSULT" }),
        but("a day too long before", STORY, { date = "-5" }, 1),
        but("police against a crowd", STORY, { mode = "crowd-control" }),
        but("only planned", STORY, { modality = "planned" }, 1),
        but("many such acts summed up", STORY, { aggregate = true }, 2),
        but("done by civilians", STORY, { source = "Civilian (United States)" }, 2),
        but("two weeks and a day later", STORY, { date = "+15", text = "The army retaliated." }, 2),
        but("the same day, told by another article", STORY, { date = "+0", article = "later" }, 2),
        but("the same day, with blood on both sides", STORY, { date = "+0", wounded = 2 }, 2),
        {
            note = "fighting of both sides",
            article = " date 2024-02-08 Pakistan attacked Iran on Monday. Iranian troops clashed with Pakistani "
                .. "troops on Wednesday.",
        },
        {
            note = "who began are civilians",
            events = {
                { date = "+0", source = "Civilian (Iran)", target = "PAK", type = "ASSAULT" },
                { date = "+3", source = "PAK", target = "IRN", type = "ASSAULT" },
            },
        },
    },
}
