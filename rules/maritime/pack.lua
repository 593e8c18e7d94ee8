-- Conflict at sea: seizures, attacks on shipping, straits and blockades.
return {
    name = "maritime",
    version = "0.1.0",
    brink = ">= 0.1",
    summary = "Ships seized and attacked, campaigns against shipping, straits threatened and closed, and the answers.",
    authors = { "The Brink authors" },
    licence = "Apache-2.0",
    capabilities = { "lexicon" },
}
