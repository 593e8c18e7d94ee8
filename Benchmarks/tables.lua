-- Plain Lua tables: the same questions that compare.py asks everybody. Arguments: the CSV file, rounds.
local path, rounds = arg[1], tonumber(arg[2])
local events = {}
local file = assert(io.open(path))
file:read("l")
for line in file:lines() do
    local row, day, source, target, type, hostility, killed =
        line:match("^(%d+),(%-?%d+),(%d+),(%d+),(%u+),(%d+),(%d*)$")
    events[#events + 1] = {
        row = tonumber(row), day = tonumber(day), source = tonumber(source), target = tonumber(target),
        type = type, hostility = tonumber(hostility), killed = tonumber(killed),
    }
end
file:close()

local questions = {}

questions[1] = { "count by dyad", function()
    local counts, dyads, all = {}, 0, 0
    for i = 1, #events do
        local e = events[i]
        if e.type == "ASSAULT" then
            local key = e.source * 1000 + e.target
            local n = counts[key]
            if not n then dyads = dyads + 1 end
            counts[key] = (n or 0) + 1
            all = all + 1
        end
    end
    return dyads .. " " .. all
end }

questions[2] = { "function for each", function()
    local count = 0
    local asked = function(e) return e.hostility == 4 end
    for i = 1, #events do
        if asked(events[i]) then count = count + 1 end
    end
    return tostring(count)
end }

questions[3] = { "replies", function()
    local last, count = {}, 0
    for i = 1, #events do
        local e = events[i]
        local day = last[e.target * 1000 + e.source]
        if day and e.day - day <= 7 then count = count + 1 end
        last[e.source * 1000 + e.target] = e.day
    end
    return tostring(count)
end }

-- The newest event that waits is taken; those before it wait on.
questions[4] = { "consumed", function()
    local waiting, count = {}, 0
    for i = 1, #events do
        local e = events[i]
        local others = waiting[e.target * 1000 + e.source]
        if others and #others > 0 and e.day - others[#others] <= 7 then
            others[#others] = nil
            count = count + 1
        end
        local key = e.source * 1000 + e.target
        local own = waiting[key]
        if not own then
            own = {}
            waiting[key] = own
        end
        own[#own + 1] = e.day
    end
    return tostring(count)
end }

for _, question in ipairs(questions) do
    local times, answer = {}, nil
    for _ = 1, rounds do
        local start = os.clock()
        answer = question[2]()
        times[#times + 1] = os.clock() - start
    end
    table.sort(times)
    print(("%s\t%.9f\t%s"):format(question[1], times[(#times + 1) // 2], answer))
end
