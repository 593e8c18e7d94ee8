-- Aid is cut off.

-- Military aid is stopped.
local STORY = {
    { date = "+0", source = "USA", target = "EGY", type = "SANCTION", mode = "discontinue",
        text = "Washington stopped its military aid." },
}

rule "aid_cut" {
    title = "Aid cut off",
    kind = "sanctions",
    severity = "medium",
    status = "test",
    description = "A state or a body stops economic, military or humanitarian aid to another.",
    references = {
        "Drezner 1999, The Sanctions Paradox",
        "Molenaers, Dellepiane and Faust 2015, Political Conditionality and Foreign Aid, World Development 75",
    },
    false_positives = {
        "aid that ends because its programme does",
    },

    match = sequence {
        by = "dyad",
        suppress = days(30),
        step "cut" {
            type = "SANCTION", modality = { "actual", "claimed" }, mode = "discontinue",
            text = says("aid", "assistance", "funding", "grants", "support"),
        },
    },

    alert = function(m)
        return ("%s cut aid to %s: %s"):format(m.cut.source, m.cut.target, m.cut.action)
    end,

    fires = {
        {
            note = "military aid is stopped",
            date = "2013-10-09", events = STORY,
            expect = { alerts = 1, severity = "medium" },
        },
        {
            note = "funding ends",
            events = {
                { date = "2023-07-29", source = "European Union", target = "NER", type = "SANCTION",
                    mode = "discontinue", text = "Brussels suspended its funding." },
            },
        },
        { article = " date 2024-02-08 Germany stopped military aid to Ethiopia on Monday." },
        again(STORY, days(3)),
    },

    silent = {
        {
            note = "an embargo",
            events = {
                { date = "2013-10-09", source = "USA", target = "SYR", type = "SANCTION", mode = "discontinue",
                    cameo = "163" },
            },
        },
        {
            note = "aid is promised",
            events = {
                { date = "2013-10-09", source = "USA", target = "EGY", type = "AGREE", cameo = "0331" },
            },
        },
        {
            note = "a cut that was averted",
            events = {
                { date = "2013-10-09", source = "USA", target = "EGY", type = "SANCTION", mode = "discontinue",
                    modality = "negated", text = "Washington did not stop its aid." },
            },
        },
        { article = " date 2024-02-08 Germany sent food aid to Ethiopia on Monday." },
        -- The story above with one thing changed.
        but("nothing more is known of the act", STORY, { mode = false }),
        but("only talks", STORY, { type = "CONSULT" }),
    },
}
