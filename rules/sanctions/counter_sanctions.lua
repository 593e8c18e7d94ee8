-- Sanctions are answered in kind.

local acts = require "pack.acts"

local DONE = acts.DONE

-- An embargo on food after one on oil.
local STORY = {
    { date = "+0", source = "European Union", target = "RUS", type = "SANCTION", cameo = "163",
        mode = "discontinue" },
    { date = "+6", source = "RUS", target = "European Union", type = "SANCTION", cameo = "163",
        mode = "discontinue" },
}

rule "counter_sanctions" {
    title = "Counter-sanctions",
    kind = "retaliation",
    severity = "high",
    status = "test",
    description = "A state under sanctions imposes some of its own on who imposed them: the text ties the two, "
        .. "or they come within two months.",
    references = {
        "Peksen and Jeong 2022, Coercive Diplomacy and Economic Sanctions Reciprocity, "
            .. "Defence and Peace Economics 33(8)",
        "Hufbauer, Schott, Elliott and Oegg 2007, Economic Sanctions Reconsidered",
    },
    false_positives = {
        "two trade disputes that run side by side",
    },

    match = sequence {
        by = "pair",
        suppress = days(30),
        step "sanction" { type = "SANCTION", modality = DONE, mode = none { "expel", "withdraw", "convict" } },
        step "answer" {
            type = { "SANCTION", "COERCE" }, modality = DONE, reverses = "sanction",
            mode = none { "expel", "withdraw", "convict", "arrest" },
            one_of { { answers = "sanction" }, { within = days(60) } },
        },
    },

    alert = function(m)
        return ("%s answered sanctions by %s in kind"):format(m.answer.source, m.answer.target)
    end,

    fires = {
        {
            note = "an embargo on food after one on oil",
            date = "2014-07-31", events = STORY,
            expect = { alerts = 1, answer = { source = "RUS" } },
        },
        {
            note = "the text ties the two, half a year apart",
            events = {
                { date = "2020-07-09", source = "USA", target = "CHN", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
                { date = "2021-01-20", source = "CHN", target = "USA", type = "SANCTION", cameo = "163",
                    mode = "discontinue", in_response_to = 1 },
            },
        },
        {
            article = " date 2021-03-25 Britain imposed sanctions on China on Monday. "
                .. "China imposed sanctions on Britain on Wednesday.",
            expect = { answer = { type = "SANCTION" } },
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "an ally joins the first one",
            events = {
                { date = "2014-07-31", source = "European Union", target = "RUS", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
                { date = "2014-08-06", source = "NOR", target = "RUS", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
            },
        },
        {
            note = "the answer is one in words",
            events = {
                { date = "2014-07-31", source = "European Union", target = "RUS", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
                { date = "2014-08-06", source = "RUS", target = "European Union", type = "ACCUSE" },
            },
        },
        {
            note = "half a year apart, and nothing ties the two",
            events = {
                { date = "2014-07-31", source = "European Union", target = "RUS", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
                { date = "2015-02-06", source = "RUS", target = "European Union", type = "SANCTION", cameo = "163",
                    mode = "discontinue" },
            },
        },
        {
            article = " date 2021-03-25 Britain imposed sanctions on China on Monday. "
                .. "China summoned the British ambassador on Wednesday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("an expulsion", STORY, { mode = "expel", cameo = false }),
        but("only talks", STORY, { type = "CONSULT", mode = false, cameo = false }, 1),
        but("in the other direction", STORY, { source = "RUS", target = "European Union" }, 1),
    },
}
