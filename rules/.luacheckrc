-- Globals that Brink gives to rule files; everything else is an error, as it is when Brink loads them.
std = "max"
max_line_length = 120
globals = {}
read_globals = {
    -- what a rule is made of
    "rule", "sequence", "step", "followed_by", "immediately_followed_by", "absent", "one_of", "all_of", "window", "alert",
    -- what an event must be like
    "any", "all", "none", "at_least", "at_most", "between", "known", "unknown", "says",
    "above", "below", "same_as", "differs_from",
    -- examples made of a story
    "but", "again",
    -- how many, how long, under which key
    "times", "one_or_more", "optional", "every", "until_", "days", "weeks", "pair", "dyad", "actor",
}
