-- How old an event was when it was told.

local story = {}

--- Whether an event was news when it was told: at most so many days old, or of unknown age.
function story.is_recent(e, age)
    return not (e.date and e.published) or e.published - e.date <= age
end

--- The same, for the `where` of a step.
function story.no_older_than(age)
    return function(e) return story.is_recent(e, age) end
end

return story
