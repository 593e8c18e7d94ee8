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

--- Words for a war as a whole and for fighting of both sides at once, in which nobody answers.
words.FIGHTING = says(
    "war", "wars", "invasion", "clash*", "fight*", "battl*", "conflict*", "engaged", "hostilities"
)

--- Words for an attack that is warded off.
words.DEFENCE = says(
    "repel*", "intercept*", "shot down", "shoot down", "shooting down", "downed", "neutralis*", "neutraliz*"
)

return words
