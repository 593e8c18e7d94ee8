-- Ships, by the words for them.

local story = require "pack.story"

local ships = {}

--- Words for ships of all kinds.
ships.SHIP = says(
    "ship", "ships", "vessel*", "tanker*", "freighter*", "carrier*", "boat", "boats", "trawler*", "warship*",
    "destroyer*", "frigate*", "cargo ship*", "barge*", "tugboat*", "flotilla*", "shipping"
)

-- The same words as they are looked for beside the words of the act.
local NEARBY = {
    "ship", "vessel", "tanker", "freighter", "carrier", "boat", "trawler", "destroyer", "frigate", "barge", "flotilla",
}

--- Whether a ship stands beside the words of the act: a sentence may only mention one.
function ships.is_near(e)
    return story.is_near(e, NEARBY)
end

return ships
