-- How old an event was when it was told.

local story = {}

--- Whether an event was news when it was told: at most so many days old, or of unknown age.
function story.is_recent(e, days)
    return not (e.date and e.published) or e.published - e.date <= days
end

--- The same, for the `where` of a step.
function story.no_older_than(days)
    return function(e) return story.is_recent(e, days) end
end

return story
