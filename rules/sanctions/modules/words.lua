-- Words that several rules look for.

local words = {}

local FARMING = says(
    "farmer*", "growers", "local producers", "dumping", "food safety", "bird flu", "swine fever", "food prices"
)

--- Trade that is not cut for its own sake, to protect who grows or eats something.
words.NO_TRADE = any { { text = none { FARMING } }, { action = none { says("import*") } } }

local TREATY = says("treaty", "nuclear deal", "climate accord", "climate agreement", "arms control")

--- What is no treaty that somebody leaves: that sanctions nobody.
words.NO_TREATY = any { { mode = none { "withdraw" } }, { text = none { TREATY } } }

return words
