-- A reactor, an enrichment plant or another nuclear site is attacked.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE

local SITE = says(
    "nuclear plant*", "nuclear power plant*", "nuclear power station*", "nuclear site*", "nuclear facilit*",
    "nuclear reactor*", "nuclear complex", "nuclear installation*", "enrichment plant*", "enrichment facilit*",
    "enrichment site*", "centrifuge*", "reactor", "reactors", "natanz", "fordow", "isfahan", "yongbyon", "dimona",
    "zaporizhzhia plant", "bushehr", "arak", "osirak", "heavy water"
)

local NEARBY = {
    "nuclear", "reactor", "enrichment", "centrifuge", "natanz", "fordow", "isfahan", "yongbyon", "dimona", "bushehr",
    "arak", "osirak", "heavy water",
}

-- Bombs on a reactor.
local STORY = {
    { date = "+0", source = "ISR", target = "SYR", type = "ASSAULT", mode = "heavy-weapons",
        text = "Jets bombed a reactor in the desert." },
}

rule "site_attacked" {
    title = "Attack on a nuclear site",
    kind = "nuclear_site_attack",
    severity = "critical",
    status = "test",
    description = "A nuclear plant, reactor or enrichment site is attacked or sabotaged.",
    references = {
        "Fuhrmann and Kreps 2010, Targeting Nuclear Programs in War and Peace, JCR 54(6)",
        "Reiter 2005, Preventive Attacks against Nuclear Programs and the 'Success' at Osiraq, "
            .. "Nonproliferation Review 12(2)",
    },
    false_positives = {
        "fighting in a town that is known for its plant",
        "a study of what an attack would do",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "attack" {
            any { { type = "ASSAULT" }, { cameo = "176" }, { mode = "seize" } },
            mode = none { "crowd-control", "arrest" }, modality = DONE, text = SITE,
            max_age = days(60), where = function(e) return story.is_near(e, NEARBY, 70) end,
        },
    },

    alert = function(m)
        local where = m.attack.location and m.attack.location.name
        if where and not tostring(m.attack.target):find(where, 1, true) then
            return ("Nuclear site attacked by %s: %s"):format(m.attack.source, where)
        end
        return ("Nuclear site of %s attacked by %s"):format(m.attack.target, m.attack.source)
    end,

    fires = {
        {
            note = "bombs on a reactor",
            date = "2007-09-06", events = STORY,
            expect = { alerts = 1, severity = "critical" },
        },
        {
            note = "a plant is shelled, as one side claims",
            events = {
                { date = "2022-08-05", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons",
                    modality = "claimed", text = "Shells fell on the nuclear power plant." },
            },
        },
        { article = " date 2024-02-08 Israeli warplanes bombed the Iranian nuclear facility at Natanz on Monday." },
        { article = " date 2022-09-14 Ukraine shelled the Zaporizhzhia nuclear power plant on Monday, Russia said." },
        again(STORY, days(3)),
        but("a cyber attack on it", STORY, { type = "COERCE", mode = false, cameo = "176" }),
        but("troops seize it", STORY, { type = "COERCE", mode = "seize" }),
    },

    silent = {
        {
            note = "a coal plant",
            events = {
                { date = "2022-10-10", source = "RUS", target = "UKR", type = "ASSAULT", mode = "heavy-weapons",
                    text = "Missiles hit a power plant." },
            },
        },
        {
            note = "an attack that is only threatened",
            events = {
                { date = "2022-08-05", source = "ISR", target = "IRN", type = "THREATEN", mode = "violence",
                    text = "It threatened to bomb the enrichment plant." },
            },
        },
        {
            note = "police clear protesters from a plant",
            events = {
                { date = "1977-07-31", source = "FRA", type = "ASSAULT", mode = "crowd-control",
                    text = "Police fired tear gas at the nuclear plant." },
            },
        },
        { article = " date 2024-02-08 Israel warned on Monday that Iran is enriching uranium at Natanz." },
        -- The story above with one thing changed.
        but("a site that is only mentioned", STORY, {
            action = "bombed",
            text = "Jets bombed a depot, days after talks in a distant city had ended without any word on the reactor.",
        }),
        but("only planned", STORY, { modality = "planned" }),
        but("an act of coercion", STORY, { type = "COERCE", mode = false }),
        { note = "old news", article = " date 2024-02-08 Israel bombed a nuclear reactor in Syria in September 2007." },
        but("a nuclear submarine, but no site", STORY, { text = "Jets bombed a nuclear submarine." }),
    },
}
