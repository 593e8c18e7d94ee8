-- Examples that differ from a story in one thing.

local examples = {}

-- So many days between one telling of a story and the next: more than any rule looks back.
local APART = 2000

-- `+3` so many days later, `+3/+5` as well.
local function later(when, span)
    return (when:gsub("[+-]%d+", function(day) return ("%+d"):format(tonumber(day) + span) end))
end

-- Adds the events of a story to a list, so many days later, one of them changed.
local function tell(list, story, span, place, change)
    local before = #list
    for i, event in ipairs(story) do
        local copy = {}
        for key, value in pairs(event) do copy[key] = value end
        if i == place then
            for key, value in pairs(change) do copy[key] = value or nil end
        end
        if copy.date then copy.date = later(copy.date, span) end
        if copy.in_response_to then copy.in_response_to = copy.in_response_to + before end
        list[before + i] = copy
    end
end

--- A story, told as often as it has events and years apart, each time with another of them changed; or only with those
--- changed whose places are named. `false` takes away what an event says.
function examples.but(note, story, change, ...)
    local places, events = { ... }, {}
    if #places == 0 then
        for place in ipairs(story) do places[place] = place end
    end
    for telling, place in ipairs(places) do tell(events, story, (telling - 1) * APART, place, change) end
    return { note = note, events = events }
end

--- A story, and the same again so many days later, which is one alert.
function examples.again(story, span)
    local events = {}
    tell(events, story, 0)
    tell(events, story, span)
    return { note = ("the same again after %d days, which is one alert"):format(span), events = events,
        expect = { alerts = 1 } }
end

--- People of a country who are neither its state nor armed.
function examples.civilians(country)
    return { name = "civilians", country = country, sector = "CVL" }
end

return examples
