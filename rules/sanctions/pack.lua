-- Sanctions: who imposes them on whom, who joins, who answers, and who eases them.
return {
    name = "sanctions",
    version = "0.1.0",
    brink = ">= 0.1",
    summary = "Sanctions imposed, joined, answered, threatened, evaded and eased; expelled diplomats and aid cut off.",
    authors = { "The Brink authors" },
    licence = "Apache-2.0",
    capabilities = { "lexicon" },
}
