-- Where in a sentence something stands.

local story = {}

--- The part of the sentence around the words of the act, in lower case: so many letters before them and behind.
function story.around(e, reach)
    local sentence = (e.text or ""):lower()
    local from, to = sentence:find((e.action or ""):lower(), 1, true)
    return from and sentence:sub(math.max(1, from - reach), to + reach) or sentence
end

--- Whether one of these words stands near the words of the act: a sentence may tell of several things.
function story.is_near(e, words, reach)
    local part = story.around(e, reach or 50)
    for _, word in ipairs(words) do
        if part:find(word, 1, true) then return true end
    end
    return false
end

return story
