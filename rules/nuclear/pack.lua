-- Nuclear weapons and programmes: tests, threats, alerts, attacks on sites, inspectors and treaties.
return {
    name = "nuclear",
    version = "0.1.0",
    brink = ">= 0.1",
    summary = "Nuclear and missile tests, nuclear threats and alerts, attacks on sites, inspectors and treaties.",
    authors = { "The Brink authors" },
    licence = "Apache-2.0",
    capabilities = { "lexicon" },
}
