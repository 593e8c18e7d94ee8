-- The built-in pack: how conflicts escalate, and how they calm down.
return {
    name = "escalation",
    version = "0.1.0",
    brink = ">= 0.1",
    summary = "Ten kinds of escalation between states and armed groups, from a pending threat to a broken truce.",
    authors = { "The Brink authors" },
    licence = "Apache-2.0",
}
