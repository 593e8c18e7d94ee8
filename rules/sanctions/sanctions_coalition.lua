-- Others join: three senders sanction one target within a month.

local acts = require "pack.acts"
local words = require "pack.words"

local DONE, NO_TREATY = acts.DONE, words.NO_TREATY

-- Three senders in two weeks.
local STORY = {
    { date = "+0", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
    { date = "+2", source = "JPN", target = "RUS", type = "SANCTION", cameo = "163" },
    { date = "+8", source = "CAN", target = "RUS", type = "SANCTION", cameo = "163" },
}

rule "sanctions_coalition" {
    title = "Sanctions coalition",
    kind = "horizontal_escalation",
    severity = "high",
    status = "test",
    description = "Three different states or bodies impose sanctions on one target within a month.",
    references = {
        "Martin 1992, Coercive Cooperation: Explaining Multilateral Economic Sanctions",
        "Bapat and Morgan 2009, Multilateral Versus Unilateral Sanctions Reconsidered, ISQ 53(4)",
    },
    false_positives = {
        "members of a bloc that carry out what the bloc has decided",
    },

    match = sequence {
        by = "target",
        within = days(30),
        suppress = days(90),
        step "first" {
            type = "SANCTION", modality = DONE, mode = none { "convict" }, NO_TREATY, source = known(),
        },
        step "second" {
            type = "SANCTION", modality = DONE, mode = none { "convict" }, NO_TREATY, new_party = "first",
        },
        step "third" {
            type = "SANCTION", modality = DONE, mode = none { "convict" }, NO_TREATY,
            all { { new_party = "first" }, { new_party = "second" } },
        },
    },

    alert = function(m)
        return ("%s, %s and %s sanctioned %s within %d days"):format(
            m.first.source, m.second.source, m.third.source, m.third.target, m.third.date - m.first.date + 1)
    end,

    fires = {
        {
            note = "three senders in two weeks",
            date = "2022-02-22", events = STORY,
            expect = { alerts = 1, date = "2022-03-02" },
        },
        {
            note = "diplomats are expelled by three",
            events = {
                { date = "2018-03-14", source = "GBR", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2018-03-26", source = "DEU", target = "RUS", type = "SANCTION", mode = "expel" },
                { date = "2018-03-26", source = "POL", target = "RUS", type = "SANCTION", mode = "expel" },
            },
        },
        {
            article = " date 2021-03-26 Canada imposed sanctions on Myanmar on March 10. "
                .. "Britain imposed sanctions on Myanmar on Monday. "
                .. "On Thursday the United States imposed sanctions on Myanmar.",
        },
        again(STORY, days(3)),
        but("for a breach of a treaty", STORY, { text = "It was punished for a breach of the treaty." }),
        but("ambassadors are recalled", STORY, { mode = "withdraw", cameo = false }),
    },

    silent = {
        {
            note = "one sender three times",
            events = {
                { date = "2022-02-22", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
                { date = "2022-02-24", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
                { date = "2022-03-02", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
            },
        },
        {
            note = "two senders",
            events = {
                { date = "2022-02-22", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
                { date = "2022-02-24", source = "JPN", target = "RUS", type = "SANCTION", cameo = "163" },
            },
        },
        {
            note = "three targets",
            events = {
                { date = "2022-02-22", source = "GBR", target = "RUS", type = "SANCTION", cameo = "163" },
                { date = "2022-02-24", source = "JPN", target = "PRK", type = "SANCTION", cameo = "163" },
                { date = "2022-03-02", source = "CAN", target = "MMR", type = "SANCTION", cameo = "163" },
            },
        },
        {
            article = " date 2021-03-26 Canada imposed sanctions on Myanmar on March 10. "
                .. "Britain and the United States condemned the coup in Myanmar on Monday.",
        },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("only talks", STORY, { type = "CONSULT", mode = false, cameo = false }),
        but("a verdict", STORY, { mode = "convict", cameo = false }),
        but("a day too long before", STORY, { date = "-29" }, 1),
        but("done by nobody knows whom", STORY, { source = false }, 1),
        but("a treaty is left", STORY, { mode = "withdraw", cameo = false, text = "It left a nuclear treaty." }),
    },
}
