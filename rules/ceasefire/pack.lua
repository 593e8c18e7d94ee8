-- Truces: agreed, extended, broken, monitored and lost.
return {
    name = "ceasefire",
    version = "0.1.0",
    brink = ">= 0.1",
    summary = "Truces agreed, refused and lost, violations early and repeated, charges traded, exchanges, monitors.",
    authors = { "The Brink authors" },
    licence = "Apache-2.0",
    capabilities = { "lexicon" },
}
