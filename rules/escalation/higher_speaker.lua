-- A threat goes up the ladder of offices: first a spokesman or a general, then the head of government.

local acts = require "pack.acts"

local DONE = acts.DONE

-- Offices and their rank; what is part of a longer name comes after it.
local OFFICES = {
    { "vice president", 2 }, { "deputy prime minister", 2 }, { "prime minister", 3 }, { "secretary of state", 2 },
    { "defense secretary", 2 }, { "defence secretary", 2 }, { "foreign secretary", 2 }, { "chief of staff", 2 },
    { "minister", 2 }, { "spokesman", 1 }, { "spokeswoman", 1 }, { "spokesperson", 1 }, { "official", 1 },
    { "commander", 1 }, { "general", 1 }, { "ambassador", 1 }, { "lawmaker", 1 }, { "officer", 1 }, { "army", 1 },
    { "military", 1 }, { "supreme leader", 3 }, { "president", 3 }, { "chancellor", 3 }, { "premier", 3 },
    { "king", 3 }, { "crown prince", 3 }, { "emir", 3 }, { "head of state", 3 },
}

--- How many letters before or behind the name the office may stand.
local NEAR = 24

--- The rank of who speaks: of the office that stands beside the name, nil where there is none.
local function rank(e)
    local sentence = (e.text or ""):lower()
    for i = 1, #e.source do
        local from, to = sentence:find(e.source[i].text:lower(), 1, true)
        if not from then from, to = sentence:find(e.source[i].name:lower(), 1, true) end
        local part = from and sentence:sub(math.max(1, from - NEAR), to + NEAR) or ""
        for _, office in ipairs(OFFICES) do
            if part:find("%f[%a]" .. office[1] .. "%f[%A]") then return office[2] end
        end
    end
    return nil
end

-- A spokesman, then the president.
local STORY = {
    { date = "+0", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence",
        text = "A spokesman of Russia threatened a response." },
    { date = "+8", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence",
        text = "The president of Russia threatened a response." },
}

rule "higher_speaker" {
    title = "Threat from a higher office",
    kind = "vertical_escalation",
    severity = "medium",
    status = "test",
    description = "A threat that somebody of lower rank has uttered is taken up within a month by the head of state "
        .. "or of government, or an official's threat by a minister.",
    references = {
        "Fearon 1994, Domestic Political Audiences and the Escalation of International Disputes, APSR 88(3)",
        "McManus 2014, Fighting Words: The Effectiveness of Statements of Resolve, JPR 51(6)",
    },
    false_positives = {
        "a head of state who repeats in milder words what a general has said",
    },

    match = sequence {
        by = "dyad",
        suppress = days(30),
        step "lower" { type = "THREATEN", modality = DONE },
        step "higher" {
            type = "THREATEN", modality = DONE, min_gap = days(1), within = days(30),
            where = function(e, m)
                local now = rank(e)
                return now ~= nil and now > (rank(m.lower) or now)
            end,
        },
    },

    alert = function(m)
        local who = rank(m.higher) == 3 and "the head of state or government" or "a minister"
        return ("Threat against %s taken up by %s: %s"):format(m.higher.target, who, m.higher.source)
    end,

    fires = {
        {
            note = "a spokesman, then the president",
            date = "2022-02-01", events = STORY,
            expect = { alerts = 1, date = "2022-02-09" },
        },
        {
            note = "a general, then the minister",
            events = {
                { date = "2022-02-01", source = "IND", target = "PAK", type = "THREATEN",
                    text = "A general of India warned the neighbour." },
                { date = "2022-02-20", source = "IND", target = "PAK", type = "THREATEN",
                    text = "The defence minister of India warned the neighbour." },
            },
        },
        {
            article = " date 2019-08-22 A Pakistani army spokesman threatened India with retaliation on Friday. "
                .. "On Wednesday Pakistani Prime Minister Imran Khan threatened India with war.",
        },
        again(STORY, days(3)),
        {
            note = "between the two, one of whom no office is told",
            events = {
                { date = "+0", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence",
                    text = "A spokesman of Russia threatened a response." },
                { date = "+4", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence" },
                { date = "+8", source = "RUS", target = "UKR", type = "THREATEN", mode = "violence",
                    text = "The president of Russia threatened a response." },
            },
        },
    },

    silent = {
        {
            note = "the spokesman only repeats what the president has said",
            events = {
                { date = "2022-02-01", source = "RUS", target = "UKR", type = "THREATEN",
                    text = "The president of Russia threatened a response." },
                { date = "2022-02-09", source = "RUS", target = "UKR", type = "THREATEN",
                    text = "A spokesman of Russia threatened a response." },
            },
        },
        {
            note = "the rank of the first speaker is not told",
            events = {
                { date = "2022-02-01", source = "RUS", target = "UKR", type = "THREATEN",
                    text = "Russia threatened a response." },
                { date = "2022-02-09", source = "RUS", target = "UKR", type = "THREATEN",
                    text = "The president of Russia threatened a response." },
            },
        },
        {
            note = "the president threatens somebody else",
            events = {
                { date = "2022-02-01", source = "RUS", target = "UKR", type = "THREATEN",
                    text = "A spokesman of Russia threatened a response." },
                { date = "2022-02-09", source = "RUS", target = "FIN", type = "THREATEN",
                    text = "The president of Russia threatened a response." },
            },
        },
        {
            article = " date 2019-08-22 A Pakistani army spokesman threatened India with retaliation on Friday. "
                .. "On Wednesday Pakistani Prime Minister Imran Khan met his cabinet.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false }),
        but("a day too long before", STORY, { date = "-23" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
    },
}
