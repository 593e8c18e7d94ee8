// Scripts that try to fill the memory and the stack, or to keep a library call busy.

import LuaRuntime

extension HostileScript {
    static let memory: [HostileScript] = [
        HostileScript("a growing table", [.memory], "local t = {} while true do t[#t + 1] = {} end"),
        HostileScript("a growing string", [.memory], "local s = 'x' while true do s = s .. s end"),
        HostileScript(
            "a growing string in pcall",
            [.memory],
            "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end"
        ),
        HostileScript("a huge repetition", [.memory, .runtime], "return #string.rep('x', 1 << 40)"),
        HostileScript("a repetition beyond all numbers", [.runtime], "return #string.rep('xxxxxxxx', math.maxinteger)"),
        HostileScript("a huge repetition in pcall", [.memory], "while true do pcall(string.rep, 'x', 1 << 40) end"),
        HostileScript(
            "joins of joins",
            [.memory],
            "local t = {} for i = 1, 100 do t[i] = ('x'):rep(100000) end while true do local s = table.concat(t) for i = 1, 100 do t[i] = s end end"
        ),
        HostileScript("formats of formats", [.memory], "local s = 'x' while true do s = ('%s%s'):format(s, s) end"),
        HostileScript(
            "gsub that grows",
            [.memory, .time],
            "local s = ('x'):rep(1000) while true do s = s:gsub('x', '%0%0%0%0') end"
        ),
        HostileScript(
            "coroutines kept",
            [.memory, .time],
            "local t = {} while true do t[#t + 1] = coroutine.create(print) end"
        ),
        HostileScript(
            "a memory bomb in a coroutine",
            [.memory],
            "coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)()"
        ),
        HostileScript(
            "a memory bomb with a loop in __close",
            [.memory],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local x <close> = spin
            local t = {}
            while true do t[#t + 1] = {} end
            """
        ),
        HostileScript("a deep table to Swift", [.runtime], "local t = {} for i = 1, 1000 do t = {t} end return t"),
        HostileScript("a cycle to Swift", [.runtime], "local t = {} t.t = t return t"),
        HostileScript(
            "a small table that unfolds to a huge one",
            [.runtime, .memory],
            "local t = {1} for i = 1, 60 do t = {t, t} end return t"
        ),
        HostileScript("deep recursion", [.runtime, .memory], "local function f() return 1 + f() end f()"),
        HostileScript(
            "deep recursion in pcall",
            [.time, .memory],
            "while true do pcall(function() local function f() return 1 + f() end f() end) end"
        ),
        HostileScript("recursion through C", [.runtime], "local function f() return ('x'):gsub('x', f) end f()"),
        HostileScript(
            "recursion through metamethods",
            [.runtime],
            "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x"
        ),
        HostileScript(
            "recursion through tostring",
            [.runtime],
            "local t = {} setmetatable(t, {__tostring = function() return tostring(t) end}) tostring(t)"
        ),
        HostileScript("recursion through sort", [.runtime], "local function f() table.sort({3, 2, 1}, f) end f()"),
        HostileScript("recursion through load", [.runtime], "local function f() load(f)() end f()"),
        HostileScript(
            "handlers of handlers",
            [.runtime],
            "local function h(e) error(e) end local function f() local ok, e = xpcall(error, h, 'x') error(e) end f()"
        ),
        HostileScript("many results", [.runtime, .memory, .time], "local function f(...) return f(1, ...) end f()"),
    ]

    static let library: [HostileScript] = [
        HostileScript("nested stars", [.runtime, .time], "return ('a'):rep(50):find(('a*'):rep(20) .. 'b')"),
        HostileScript(
            "nested stars in pcall",
            [.time],
            "while true do pcall(string.find, ('a'):rep(50), ('a*'):rep(20) .. 'b') end"
        ),
        HostileScript(
            "many lazy items",
            [.runtime, .time],
            "return ('a'):rep(1000):match('^' .. ('.-'):rep(12) .. 'b')"
        ),
        HostileScript("deep pattern recursion", [.runtime], "return ('a'):rep(100000):find(('a?'):rep(100000))"),
        HostileScript(
            "captures nested deeply",
            [.runtime],
            "return ('a'):rep(300):find(('('):rep(300) .. (')'):rep(300))"
        ),
        HostileScript(
            "a long set on a long text",
            [.time, .runtime],
            "local s = ('a'):rep(1000000) return s:find('[' .. ('b'):rep(1000000) .. ']')"
        ),
        HostileScript(
            "back references",
            [.time, .runtime],
            "local s = ('a'):rep(200000) return s:find('(a*)(a*)%1%2b')"
        ),
        HostileScript("balance without end", [.time, .runtime], "local s = ('('):rep(200000) return s:find('%b()')"),
        HostileScript(
            "a plain search that used to be quadratic",
            [],
            "local s = ('a'):rep(2000000) return (s:find(('a'):rep(1000000) .. 'b', 1, true))"
        ),
        HostileScript("gmatch for ever", [.time], "while true do for _ in ('a'):rep(1000):gmatch('') do end end"),
        HostileScript("gsub whose callback loops", [.time], "('a'):gsub('a', function() while true do end end)"),
        HostileScript(
            "gsub whose callback yields",
            [.runtime],
            "coroutine.wrap(function() ('a'):gsub('a', coroutine.yield) end)()"
        ),
        HostileScript(
            "sort with an order that always says yes",
            [],
            "local t = {} for i = 1, 1000 do t[i] = i end table.sort(t, function() return true end)"
        ),
        HostileScript(
            "sort with an order at random",
            [],
            "local t = {} for i = 1, 1000 do t[i] = i end table.sort(t, function() return math.random() < 0.5 end)"
        ),
        HostileScript(
            "sort with an order that loops",
            [.time],
            "table.sort({3, 2, 1}, function() while true do end end)"
        ),
        HostileScript(
            "sort that empties its table",
            [],
            "local t = {5, 4, 3, 2, 1} table.sort(t, function(a, b) for i = 1, 5 do t[i] = nil end return a < b end)"
        ),
        HostileScript("sort of mixed things", [.runtime], "table.sort({1, 'x', {}, false})"),
        HostileScript("a format as wide as can be", [.runtime], "return ('%1000000000d'):format(1)"),
        HostileScript("a precision as wide as can be", [.runtime], "return ('%.1000000000f'):format(1)"),
        HostileScript("the widest legal format", [], "return #('%99.99f'):format(-1.7976931348623157e308)"),
        HostileScript("a format without its letter", [.runtime], "return ('%'):format(1)"),
        HostileScript("a format with %p", [.runtime], "return ('%p'):format({})"),
        HostileScript("a date format without sense", [.runtime], "return os.date('%Ez %Q')"),
        HostileScript("a date format without end", [.runtime], "return os.date(('%c'):rep(1000000))"),
        HostileScript("a date far away", [.runtime], "return os.date('*t', math.maxinteger)"),
        HostileScript("code points of a huge range", [.runtime], "return utf8.codepoint(('a'):rep(10000000), 1, -1)"),
        HostileScript("a huge text for utf8", [.runtime], "return utf8.len(('a'):rep(20000000))"),
        HostileScript("bytes of a huge range", [.runtime], "return ('a'):rep(10000000):byte(1, -1)"),
        HostileScript("binary code", [.runtime], "assert(load('\\27Lua'))"),
        HostileScript(
            "binary code by a function",
            [.runtime],
            "local s = '\\27Lua' assert(load(function() local r = s s = nil return r end))"
        ),
        HostileScript("binary mode", [.runtime], "assert(load('return 1', 'x', 'b'))"),
        HostileScript("string.dump", [.runtime], "string.dump(print)"),
        HostileScript(
            "load with a reader without end",
            [.runtime, .memory, .time],
            "return load(function() return 'x ' end)"
        ),
        HostileScript("load with a reader that loops", [.time], "return load(function() while true do end end)"),
        HostileScript("load of deep nesting", [.runtime], "assert(load(('('):rep(100000)))"),
        HostileScript(
            "load of a long chain",
            [.time, .runtime],
            "assert(load('x = ' .. ('a and '):rep(2000000) .. 'a'))"
        ),
        HostileScript("load of many jumps", [.runtime], "assert(load(('goto a '):rep(1000000) .. '::a::'))"),
        HostileScript(
            "load of many labels",
            [.time, .runtime],
            "local t = {} for i = 1, 300000 do t[i] = '::l' .. i .. '::' end assert(load(table.concat(t)))"
        ),
        HostileScript(
            "collecting for ever",
            [.time],
            "local t = {} for i = 1, 200000 do t[i] = {} end while true do collectgarbage() end"
        ),
        HostileScript("stopping the collector", [.runtime], "collectgarbage('stop')"),
        HostileScript(
            "next after a change",
            [.runtime],
            "local t = {} for i = 1, 100 do t[i] = i end for k in next, t do t[k] = nil t[k + 1000] = 1 end next(t, 'not there')"
        ),
        HostileScript("the metatable of strings", [.runtime], "getmetatable('').__index = nil"),
        HostileScript("the metatable of globals", [.runtime], "setmetatable(_G, nil)"),
        HostileScript("io", [.runtime], "io.write('x')"),
        HostileScript("os.execute", [.runtime], "os.execute('true')"),
        HostileScript("require", [.runtime], "require 'os'"),
        HostileScript("output without end", [.output], "while true do pcall(print, ('x'):rep(1000)) end"),
    ]
}
