-- Words that several rules look for.

local words = {}

--- Words by which a text ties an armed group to the state behind it.
words.BACKED = says(
    "backed", "aligned", "affiliated", "linked", "sponsor*", "proxy", "proxies", "allied with",
    "supported by", "armed by", "funded by", "financed by", "trained by", "controlled by", "directed by", "tied to",
    "ties to", "loyal to"
)

--- Words that give a threat a term, or make it depend on what the other side does.
words.TERM = says(
    "ultimatum", "deadline", "within 24 hours", "within 48 hours", "within 72 hours", "24 hours", "48 hours",
    "72 hours", "or face", "or else", "unless", "last chance", "final warning"
)

return words
