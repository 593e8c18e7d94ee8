-- Words that several rules look for.

local words = {}

--- Words for a truce.
words.TRUCE = says(
    "ceasefire*", "cease fire", "truce*", "armistice", "cessation of hostilities", "humanitarian pause*",
    "halt in fighting", "pause in fighting"
)

return words
