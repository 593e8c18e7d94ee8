-- What counts as done, and who can be a party to a conflict.

local acts = {}

--- Acts that happened, by the narrator's word or by that of one side only.
acts.DONE = { "actual", "claimed" }

return acts
