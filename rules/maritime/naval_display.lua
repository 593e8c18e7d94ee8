-- Warships and drills show force off another state's coast or in a disputed strait.

local acts = require "pack.acts"
local story = require "pack.story"

local DONE = acts.DONE

local NAVAL = says(
    "warship*", "naval", "navy", "destroyer*", "frigate*", "aircraft carrier*", "carrier group", "carrier strike group",
    "submarine*", "coast guard", "coastguard", "fleet", "flotilla*", "live fire"
)

local NEARBY = {
    "warship", "naval", "navy", "destroyer", "frigate", "carrier", "submarine", "coast guard", "coastguard", "fleet",
    "flotilla", "live fire", "live-fire", "ships",
}

-- A destroyer sails through a strait.
local STORY = {
    { date = "+0", source = "USA", target = "CHN", type = "MOBILIZE", mode = "troops",
        location = "Taiwan Strait", text = "A destroyer sailed through the strait." },
}

rule "naval_display" {
    title = "Naval show of force",
    kind = "show_of_force",
    severity = "medium",
    status = "test",
    description = "A navy sails, drills or is sent against another state, or into a strait or sea under dispute.",
    references = {
        "Gartzke and Lindsay 2020, The Influence of Sea Power on Politics: Domain- and Platform-Specific Attributes "
            .. "of Material Capabilities, Security Studies 29(4)",
        "Palmer et al. 2022, The MID5 Dataset 2011-2014, CMPS 39(4) (display of force)",
    },
    false_positives = {
        "a friendly visit to a port",
        "ships sent to help after an earthquake",
    },

    match = sequence {
        by = "source",
        suppress = days(7),
        step "show" {
            type = "MOBILIZE", modality = DONE, text = NAVAL,
            -- A navy may be who tells of a missile test.
            any { { mode = "troops" }, { mode = "weapons", text = none { says("ballistic missile*") } } },
            any { { target = known() }, { location = known() } },
            max_age = days(60), where = function(e) return story.is_near(e, NEARBY) end,
        },
    },

    alert = function(m)
        local where = m.show.location and (" near %s"):format(m.show.location.name)
            or #m.show.target > 0 and (" against %s"):format(m.show.target) or ""
        return ("Naval show of force by %s%s: %s"):format(m.show.source, where, m.show.action)
    end,

    fires = {
        {
            note = "a destroyer sails through a strait",
            date = "2023-06-03", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "drills with live fire",
            events = {
                { date = "2022-08-04", source = "CHN", target = "TWN", type = "MOBILIZE", mode = "weapons",
                    text = "Live-fire drills began around the island." },
            },
        },
        { article = " date 2024-02-08 China held naval drills around Taiwan on Monday." },
        again(STORY, days(3)),
        but("against nobody that is named", STORY, { target = false }),
        but("a submarine", STORY, { text = "A ballistic missile submarine sailed through the strait." }),
    },

    silent = {
        {
            note = "troops at a border on land",
            events = {
                { date = "2022-08-04", source = "RUS", target = "UKR", type = "MOBILIZE", mode = "troops",
                    text = "Tanks were sent to the border." },
            },
        },
        {
            note = "a plan that was dropped",
            events = {
                { date = "2023-06-03", source = "USA", target = "CHN", type = "MOBILIZE", mode = "troops",
                    modality = "negated", text = "No destroyer sailed through the strait." },
            },
        },
        {
            note = "neither a place nor an adversary",
            events = {
                { date = "2023-06-03", source = "USA", type = "MOBILIZE", mode = "troops",
                    text = "A destroyer sailed." },
            },
        },
        { article = " date 2024-02-08 A naval museum opened in Shanghai on Monday." },
        -- The story above with one thing changed.
        but("told more than a year later", STORY, { published = "+400" }),
        but("nothing more is known of the act", STORY, { mode = false }),
        but("only talks", STORY, { type = "CONSULT" }),
        but("no warship", STORY, { text = "The ships of a company sailed by." }),
        but("a navy that is only mentioned", STORY,
            { text = "The navy is small; far inland, in the hills beyond the capital, there was a MOBILIZE." }),
        but("a navy tells of a missile", STORY,
            { mode = "weapons", text = "A ballistic missile was fired, the navy said." }),
    },
}
