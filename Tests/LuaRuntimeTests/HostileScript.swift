// Scripts that try to run, grow or print without end.

import LuaRuntime
import Testing

// A script and the kinds of failure that are right for it; none where it may also end by itself.
struct HostileScript: Sendable, CustomTestStringConvertible {
    let name: String
    let kinds: Set<LuaError.Kind>
    let code: String

    init(_ name: String, _ kinds: Set<LuaError.Kind>, _ code: String) {
        self.name = name
        self.kinds = kinds
        self.code = code
    }

    var testDescription: String { name }
}

extension HostileScript {
    static let loops: [HostileScript] = [
        HostileScript("a plain loop", [.time], "while true do end"),
        HostileScript("a goto loop", [.time], "::again:: goto again"),
        HostileScript("a for loop", [.time], "for i = 1, math.maxinteger do end"),
        HostileScript(
            "a loop in pcall in a loop",
            [.time],
            "while true do pcall(function() while true do end end) end"
        ),
        HostileScript("pcall of nothing in a loop", [.time], "while true do pcall(error) end"),
        HostileScript(
            "pcall within pcall",
            [.time],
            "local function f() while true do pcall(f) end end f()"
        ),
        HostileScript(
            "a loop in a coroutine",
            [.time],
            "while true do coroutine.resume(coroutine.create(function() while true do end end)) end"
        ),
        HostileScript(
            "a loop in a wrapped coroutine in pcall",
            [.time],
            "while true do pcall(coroutine.wrap(function() while true do end end)) end"
        ),
        HostileScript(
            "coroutines in coroutines",
            [.time],
            """
            local function f() while true do coroutine.wrap(f)() end end
            while true do pcall(f) end
            """
        ),
        HostileScript(
            "yields for ever",
            [.time],
            "local f = coroutine.wrap(function() while true do coroutine.yield() end end) while true do f() end"
        ),
        HostileScript(
            "a coroutine that yields across pcall",
            [.time],
            """
            local f = coroutine.wrap(function()
                while true do pcall(function() coroutine.yield() error('x') end) end
            end)
            while true do f() end
            """
        ),
        HostileScript(
            "a loop in an xpcall handler",
            [.time],
            "while true do xpcall(error, function() while true do end end) end"
        ),
        HostileScript(
            "a loop in a handler reached from the stop itself",
            [.time],
            "while true do xpcall(function() while true do end end, function() while true do end end) end"
        ),
        HostileScript(
            "the same in a coroutine",
            [.time],
            """
            coroutine.wrap(function()
                while true do xpcall(function() while true do end end, function() while true do end end) end
            end)()
            """
        ),
        HostileScript("string methods in a loop", [.time], "while true do ('x'):rep(10):upper():find('X') end"),
    ]

    static let closing: [HostileScript] = [
        HostileScript(
            "a loop in __close",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            do local x <close> = spin end
            """
        ),
        HostileScript(
            "a loop in __close after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local a <close> = spin
            local b <close> = spin
            while true do end
            """
        ),
        HostileScript(
            "__close that calls pcall after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do pcall(function() while true do end end) end end})
            while true do pcall(function() local a <close> = spin while true do end end) end
            """
        ),
        HostileScript(
            "a loop in __close by coroutine.close",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local c = coroutine.create(function() local a <close> = spin coroutine.yield() end)
            coroutine.resume(c)
            while true do pcall(coroutine.close, c) end
            """
        ),
        HostileScript(
            "a loop in __close by wrap after an error",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            pcall(coroutine.wrap(function() local a <close> = spin error('x') end))
            while true do end
            """
        ),
        HostileScript(
            "a loop in __close by wrap after the stop",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            local f = coroutine.wrap(function() local a <close> = spin while true do end end)
            while true do pcall(f) end
            """
        ),
        HostileScript(
            "a loop in __close of a generic for",
            [.time],
            """
            local spin = setmetatable({}, {__close = function() while true do end end})
            for _ in next, {1}, nil, spin do end
            """
        ),
        HostileScript(
            "coroutines that close each other",
            [.runtime],
            """
            local first
            local count = 2000
            local all = {}
            for i = count, 1, -1 do
                local following = all[i + 1]
                all[i] = coroutine.create(function()
                    local x <close> = setmetatable({}, {__close = function()
                        if following then assert(coroutine.close(following)) end
                    end})
                    coroutine.yield()
                end)
                coroutine.resume(all[i])
            end
            assert(coroutine.close(all[1]))
            """
        ),
        HostileScript("__gc", [.runtime], "setmetatable({}, {__gc = function() while true do end end})"),
        HostileScript(
            "__gc put in later is never run",
            [],
            """
            local meta = {}
            for i = 1, 1000 do setmetatable({}, meta) end
            meta.__gc = function() while true do end end
            collectgarbage()
            """
        ),
    ]

    static let metamethods: [HostileScript] = [
        HostileScript(
            "a loop in __index",
            [.time],
            "return setmetatable({}, {__index = function() while true do end end}).x"
        ),
        HostileScript(
            "a loop in __pairs",
            [.time],
            "for _ in pairs(setmetatable({}, {__pairs = function() while true do end end})) do end"
        ),
        HostileScript(
            "a loop in __tostring by print",
            [.time],
            "print(setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "a loop in __tostring by format",
            [.time],
            "string.format('%s', setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "an error object with a loop in __tostring",
            [.time],
            "error(setmetatable({}, {__tostring = function() while true do end end}))"
        ),
        HostileScript(
            "an error object whose __tostring fails",
            [.runtime],
            "error(setmetatable({}, {__tostring = error}))"
        ),
        HostileScript(
            "an __index chain without end",
            [.runtime],
            "local a, b = {}, {} setmetatable(a, {__index = b}) setmetatable(b, {__index = a}) return a.x"
        ),
        HostileScript(
            "a long __index chain",
            [.runtime],
            "local t = {} for i = 1, 10000 do t = setmetatable({}, {__index = t}) end return t.x"
        ),
        HostileScript(
            "a length that lies, inserted into",
            [.time],
            "table.insert(setmetatable({}, {__len = function() return math.maxinteger - 1 end}), 1, 1)"
        ),
        HostileScript(
            "a length that lies, removed from",
            [.time],
            "table.remove(setmetatable({}, {__len = function() return math.maxinteger - 1 end}), 1)"
        ),
        HostileScript(
            "a length that lies, sorted",
            [.runtime, .memory],
            "table.sort(setmetatable({}, {__len = function() return 1 << 40 end, __index = function() return 1 end}))"
        ),
        HostileScript(
            "a length that lies, sorted within ints",
            [.time, .memory, .runtime],
            "table.sort(setmetatable({}, {__len = function() return 1 << 30 end, __index = function() return 1 end}))"
        ),
        HostileScript(
            "a length that lies, joined",
            [.time, .memory],
            "table.concat(setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return 'x' end}))"
        ),
        HostileScript("a move of all there is", [.time, .memory], "table.move({}, 1, math.maxinteger - 1, 2)"),
        HostileScript(
            "a move between proxies",
            [.time, .memory],
            "table.move(setmetatable({}, {__index = function(_, i) return i end}), 1, 1 << 60, 1, {})"
        ),
        HostileScript("unpack of too much", [.runtime], "table.unpack({}, 1, 1 << 40)"),
        HostileScript("unpack of a lot", [.runtime, .memory], "table.unpack({}, 1, 10000000)"),
        HostileScript("select far out", [], "return select('#', select(-1, 1, 2)), select(1 << 40, 1)"),
    ]

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
