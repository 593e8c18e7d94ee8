-- Words that several rules look for.

local words = {}

--- Words for trade that is cut for its own sake: to protect who grows or eats something.
words.TRADE = says(
    "farmer*", "growers", "local producers", "dumping", "food safety", "bird flu", "swine fever", "food prices"
)

--- Words for a treaty: who leaves one sanctions nobody.
words.TREATY = says("treaty", "nuclear deal", "climate accord", "climate agreement", "arms control")

return words
