-- What counts as done, and who can be a party to a conflict.

local acts = {}

--- Acts that happened, by the narrator's word or by that of one side only.
acts.DONE = { "actual", "claimed" }

--- Acts that happened or were announced.
acts.DONE_OR_PLANNED = { "actual", "claimed", "planned" }

--- Those who can use force.
acts.FIGHTER = any {
    { sector = { "GOV", "MIL", "SPY", "COP", "REB", "UAF", "CRM" } },
    { sector = unknown(), country = known() },
}

return acts
