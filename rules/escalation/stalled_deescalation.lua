-- A step back that is not taken: a truce that the other side refuses, a withdrawal that turns round.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.PARTY

local TRUCE = says(
    "ceasefire*", "cease fire", "truce*", "armistice", "cessation of hostilities", "peace deal", "peace agreement",
    "peace accord", "peace plan", "peace proposal", "peace offer", "de escalat*", "deescalat*"
)

-- A truce is refused.
local STORY = {
    { date = "+0", source = "Taliban", target = "AFG", type = "REJECT", mode = "yield",
        text = "The Taliban refused a truce over the holiday." },
}

-- Force after an offer.
local OTHER = {
    { date = "+0", source = "AFG", target = "Taliban", type = "REQUEST", mode = "yield",
        text = "Kabul proposed a truce." },
    { date = "+5", source = "Taliban", target = "AFG", type = "ASSAULT", mode = "firearms" },
}

-- Troops go and come back.
local THIRD = {
    { date = "+0", source = "USA", target = "SYR", type = "RETREAT", mode = "withdraw",
        modality = "planned" },
    { date = "+24", source = "USA", target = "SYR", type = "MOBILIZE", mode = "troops" },
}

rule "stalled_deescalation" {
    title = "De-escalation stalls",
    kind = "deescalation",
    severity = "medium",
    status = "test",
    description = "A side refuses a truce or a peace plan, or answers within two weeks with force what the other has "
        .. "offered; or sends forces anew within two months of announcing their withdrawal.",
    references = {
        "Osgood 1962, An Alternative to War or Surrender (steps that are not reciprocated)",
        "Kydd and Walter 2002, Sabotaging the Peace: The Politics of Extremist Violence, IO 56(2)",
    },
    false_positives = {
        "a refusal that only opens the haggling",
        "an offer that one group made, answered by force against another",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(14),
            step "refusal" {
                type = "REJECT", modality = DONE, source = PARTY, target = PARTY,
                any { { text = TRUCE }, { cameo = "1246" } },
            },
        },
        sequence {
            by = "pair",
            suppress = days(14),
            step "offer" {
                type = { "AGREE", "RETREAT", "REQUEST" }, modality = { "actual", "claimed", "planned" },
                source = PARTY, target = PARTY, text = TRUCE, mode = none { "ceasefire" },
            },
            step "force" {
                type = "ASSAULT", modality = DONE, reverses = "offer", min_gap = days(1), within = days(14),
            },
        },
        sequence {
            by = "dyad",
            suppress = days(60),
            step "withdrawal" { type = "RETREAT", mode = "withdraw", modality = { "actual", "claimed", "planned" },
                source = PARTY },
            step "return" { type = "MOBILIZE", mode = "troops", modality = DONE, min_gap = days(1), within = days(60) },
        },
    },

    alert = function(m)
        if m.force then
            return ("%s answered an offer by %s with force"):format(m.force.source, m.offer.source)
        elseif m["return"] then
            return ("%s announced a withdrawal and sent forces again"):format(m["return"].source)
        end
        return ("%s refused to step back before %s: %s"):format(m.refusal.source, m.refusal.target, m.refusal.action)
    end,

    fires = {
        {
            note = "a truce is refused",
            date = "2021-07-20", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "force after an offer",
            date = "2018-06-07", events = OTHER,
            expect = { force = { source = "Taliban" } },
        },
        {
            note = "troops go and come back",
            date = "2019-10-07", events = THIRD,
        },
        { article = " date 2024-02-08 The Taliban rejected a ceasefire offered by the Afghan government on Monday." },
        again(STORY, days(3)),
        but("nothing but the code tells it", STORY, { cameo = "1246", text = false }),
    },

    silent = {
        {
            note = "the offer is taken",
            events = {
                { date = "2018-06-07", source = "AFG", target = "Taliban", type = "REQUEST", mode = "yield",
                    text = "Kabul proposed a truce." },
                { date = "2018-06-09", source = "Taliban", target = "AFG", type = "AGREE",
                    text = "They took the truce." },
            },
        },
        {
            note = "something else is refused",
            events = {
                { date = "2021-07-20", source = "IND", target = "PAK", type = "REJECT", mode = "assist",
                    text = "Delhi refused a loan." },
            },
        },
        {
            note = "the force came before the offer",
            events = {
                { date = "2018-06-05", source = "Taliban", target = "AFG", type = "ASSAULT", mode = "firearms" },
                { date = "2018-06-07", source = "AFG", target = "Taliban", type = "REQUEST", mode = "yield",
                    text = "Kabul proposed a truce." },
            },
        },
        { article = " date 2024-02-08 The Taliban agreed to a ceasefire with the Afghan government on Monday." },
        -- The stories above with one thing changed.
        but("it did not come to that", OTHER, { modality = "negated" }),
        but("it did not come to that", THIRD, { modality = "negated" }),
        but("nothing more is known of the act", THIRD, { mode = false }),
        but("only planned", STORY, { modality = "planned" }),
        but("a day too long before", OTHER, { date = "-10" }, 1),
        but("on the same day", OTHER, { date = "+0" }, 2),
        but("a day too long before", THIRD, { date = "-37" }, 1),
        but("on the same day", THIRD, { date = "+0" }, 2),
        but("only talks", THIRD, { type = "CONSULT" }),
        but("only talks", OTHER, { type = "CONSULT", mode = false }, 1),
        but("in the other direction", OTHER, { source = "Taliban", target = "AFG" }, 1),
        but("done to civilians", STORY, { target = "Civilian (Afghanistan)" }),
        but("done by civilians", OTHER, { source = "Civilian (Afghanistan)" }, 1),
        but("done by civilians", THIRD, { source = "Civilian (United States)" }, 1),
        but("the sentence says nothing of the kind", OTHER, { text = false }, 1),
        but("a truce", OTHER, { mode = "ceasefire" }, 1),
        but("civilians refuse one", STORY, { source = "Civilian (Afghanistan)", target = "Taliban" }),
        {
            note = "the offer was one to civilians",
            events = {
                { date = "+0", source = "AFG", target = "Civilian (Pakistan)", type = "REQUEST", mode = "yield",
                    text = "Kabul proposed a truce." },
                { date = "+5", source = "PAK", target = "AFG", type = "ASSAULT", mode = "firearms" },
            },
        },
    },
}
