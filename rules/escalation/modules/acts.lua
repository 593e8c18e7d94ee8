-- What counts as done, and who can be a party to a conflict.

local acts = {}

--- Acts that happened, by the narrator's word or by that of one side only.
acts.DONE = { "actual", "claimed" }

--- Acts that happened or were announced.
acts.DONE_OR_PLANNED = { "actual", "claimed", "planned" }

--- States with their organs, and armed groups: those who can threaten, sanction and make peace.
acts.PARTY = any {
    { sector = { "GOV", "MIL", "SPY", "LEG", "REB" } },
    { sector = unknown(), country = known() },
}

--- Those who can use force.
acts.FIGHTER = any {
    { sector = { "GOV", "MIL", "SPY", "REB", "UAF" } },
    { sector = unknown(), country = known() },
}

return acts
