-- A conflict draws in another party.

local acts = require "pack.acts"

local DONE, PARTY = acts.DONE, acts.PARTY

-- Words for a war as a whole, of which no single party can be told.
local MUTUAL = says("war", "conflict", "fighting", "engaged", "transit*")

local HELP = says(
    "help", "helping", "defend", "defending", "protect", "protecting", "support", "supporting", "assist*",
    "deployment to", "evacuat*", "train", "training"
)

--- Whether none who act at an event belong to a side of the other event: Hamas is not new where Gaza was hit.
local function is_stranger(e, fight)
    for i = 1, #e.source do
        if fight.location and fight.location.country and e.source[i].country == fight.location.country
            and e.source[i].sector ~= "REB" and #fight.target == 0 then
            return false
        end
        for _, side in ipairs { fight.source, fight.target } do
            for j = 1, #side do
                -- A rebel group and the state whose country it fights in are two.
                if side[j].sector ~= "REB" and e.source[i].country and e.source[i].country == side[j].country then
                    return false
                end
            end
        end
    end
    return true
end

local SDF = { name = "Syrian Democratic Forces", country = "SYR", sector = "REB" }
local HAMAS = { name = "Hamas", country = "PSE", sector = "REB" }
local HOUTHIS = { name = "Houthis", country = "YEM", sector = "REB" }

-- A third state sends troops against the attacker.
local STORY = {
    { date = "+0", source = "TUR", target = SDF, type = "ASSAULT" },
    { date = "+5", source = "SYR", target = "TUR", type = "MOBILIZE", mode = "troops" },
}

-- Another group attacks the same state.
local OTHER = {
    { date = "+0", source = HAMAS, target = "ISR", type = "ASSAULT" },
    { date = "+12", source = HOUTHIS, target = "ISR", type = "ASSAULT" },
}

rule "horizontal_by_party" {
    title = "Another party joins",
    kind = "horizontal_escalation",
    severity = "high",
    status = "test",
    description = "Two sides fight, and within two months a third one attacks one of them "
        .. "or moves its forces against it.",
    references = {
        "Kahn 1965, On Escalation: Metaphors and Scenarios",
        "Corbetta 2010, Determinants of Third Parties' Intervention and Alignment Choices, FPA 6(1)",
    },
    false_positives = {
        "two conflicts of one state that have nothing to do with each other",
    },

    match = sequence {
        by = "actor",
        suppress = days(60),
        step "fight" { type = "ASSAULT", modality = DONE, source = PARTY, target = PARTY, action = none { MUTUAL } },
        step "joined" {
            type = { "ASSAULT", "MOBILIZE" }, hostility = at_least(3), modality = DONE, source = PARTY, target = PARTY,
            action = none { MUTUAL },
            -- Who sends troops to help is no enemy.
            any { { type = "ASSAULT" }, { text = none { HELP } } },
            new_party = "fight", min_gap = days(1), within = days(60),
            max_age = days(60), where = function(e, m) return is_stranger(e, m.fight) end,
        },
    },

    alert = function(m)
        return ("%s joined the fight against %s"):format(m.joined.source, m.joined.target)
    end,

    fires = {
        {
            note = "a third state sends troops against the attacker",
            date = "2019-10-09", events = STORY,
            expect = { alerts = 1, joined = { source = "SYR" } },
        },
        {
            note = "another group attacks the same state",
            date = "2023-10-07", events = OTHER,
        },
        {
            article = " date 2019-10-15 Turkish warplanes bombed the Syrian Democratic Forces on Wednesday. "
                .. "On Monday Russian forces attacked Turkish troops.",
        },
        again(STORY, days(3)),
        but("force, to help the one that was attacked", STORY,
            { type = "ASSAULT", mode = "heavy-weapons", text = "It struck to help the neighbour." }, 2),
    },

    silent = {
        {
            note = "the same two sides go on",
            events = {
                { date = "2019-10-09", source = "TUR", target = SDF, type = "ASSAULT" },
                { date = "2019-10-12", source = SDF, target = "TUR", type = "ASSAULT" },
            },
        },
        {
            note = "a third state only speaks",
            events = {
                { date = "2019-10-09", source = "TUR", target = SDF, type = "ASSAULT" },
                { date = "2019-10-10", source = "DEU", target = "TUR", type = "ACCUSE" },
            },
        },
        {
            article = " date 2019-10-15 Turkish warplanes bombed the Syrian Democratic Forces on Wednesday. "
                .. "Germany condemned the attack on Thursday.",
        },
        -- The stories above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }, 2),
        but("only planned", STORY, { modality = "planned" }),
        but("done to civilians", OTHER, { target = "Civilian (Israel)" }),
        but("a day too long before", STORY, { date = "-56" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("only talks", STORY, { type = "CONSULT" }, 1),
        but("done by civilians", STORY, { source = "Civilian (Turkey)" }, 1),
        but("done by civilians", STORY, { source = "Civilian (Syria)" }, 2),
        but("without any show of force", STORY, { mode = "police" }, 2),
        but("a ship is taken", STORY, { type = "COERCE", mode = "seize" }, 2),
        {
            note = "wars as a whole",
            article = " date 2024-02-08 Iraq fought a war against Turkey on January 20. Iran attacked Turkey on "
                .. "January 25. Iraq fought a war against Turkey on January 30.",
        },
        but("rebels of who fights already", OTHER,
            { source = { name = "Israeli rebels", country = "ISR", sector = "REB" } }, 2),
    },
}
