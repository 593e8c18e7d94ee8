-- Sanctions that had been eased come back.

local acts = require "pack.acts"

local DONE = acts.DONE

-- Eased in autumn, back in spring.
local STORY = {
    { date = "+0", source = "USA", target = "VEN", type = "RETREAT", mode = "ease" },
    { date = "+182", source = "USA", target = "VEN", type = "SANCTION", mode = "discontinue" },
}

rule "snapback" {
    title = "Sanctions come back",
    kind = "vertical_escalation",
    severity = "high",
    status = "test",
    description = "A side eases sanctions on another, and imposes some again within a year; "
        .. "or the text says that sanctions are imposed anew.",
    references = {
        "Nephew 2017, The Art of Sanctions",
        "Attia and Grauvogel 2023, International Sanctions Termination 1990-2018, JPR 60(4)",
    },
    false_positives = {
        "one list shortened while another grows",
    },

    match = one_of {
        sequence {
            by = "dyad",
            suppress = days(90),
            step "easing" { type = "RETREAT", mode = { "ease", "return" }, modality = DONE },
            step "again" {
                type = "SANCTION", mode = "discontinue", modality = DONE, min_gap = days(1), within = days(365),
            },
        },
        sequence {
            by = "dyad",
            suppress = days(90),
            step "again" {
                type = "SANCTION", mode = "discontinue", modality = DONE,
                text = says(
                    "reimpos*", "re imposed", "re impose", "reinstat*", "snapback", "snap back", "restored sanctions",
                    "sanctions again", "renewed sanctions"
                ),
            },
        },
    },

    alert = function(m)
        return ("%s imposed sanctions on %s again"):format(m.again.source, m.again.target)
    end,

    fires = {
        {
            note = "eased in autumn, back in spring",
            date = "2023-10-18", events = STORY,
            expect = { alerts = 1, again = { date = "2024-04-17" } },
        },
        {
            note = "the text says so",
            events = {
                { date = "2018-11-05", source = "USA", target = "IRN", type = "SANCTION", mode = "discontinue",
                    text = "Washington reinstated its sanctions on oil." },
            },
        },
        {
            article = " date 2024-02-08 The United States lifted sanctions on Venezuela on January 10. "
                .. "On Monday the United States imposed sanctions on Venezuela.",
        },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "never eased before",
            events = {
                { date = "2024-04-17", source = "USA", target = "VEN", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "somebody else imposes them",
            events = {
                { date = "2023-10-18", source = "USA", target = "VEN", type = "RETREAT", mode = "ease" },
                { date = "2024-04-17", source = "CAN", target = "VEN", type = "SANCTION", mode = "discontinue" },
            },
        },
        {
            note = "first imposed, then eased",
            events = {
                { date = "2023-01-18", source = "USA", target = "VEN", type = "SANCTION", mode = "discontinue" },
                { date = "2023-10-17", source = "USA", target = "VEN", type = "RETREAT", mode = "ease" },
            },
        },
        { article = " date 2024-02-08 The United States lifted sanctions on Venezuela on January 10." },
        -- The story above with one thing changed.
        but("only planned", STORY, { modality = "planned" }),
        but("nothing more is known of the act", STORY, { mode = false }),
        but("a day too long before", STORY, { date = "-184" }, 1),
        but("on the same day", STORY, { date = "+0" }, 2),
        but("only talks", STORY, { type = "CONSULT" }),
    },
}
