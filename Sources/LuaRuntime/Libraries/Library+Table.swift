// The documentation of Lua's table and coroutine libraries, as far as scripts have them.

extension Library {
    /// Lists.
    public static let table = Library(
        "table",
        "Lists.",
        functions: [
            LuaFunction(
                documented: "concat",
                "(list: table, separator: string?, i: integer?, j: integer?) -> string",
                "The elements as one text.",
                examples: [LuaExample("table.concat({1, 2, 'x'}, ', ')", gives: #""1, 2, x""#)]
            ),
            LuaFunction(
                documented: "insert",
                "(list: table, position: integer?, value: any)",
                "Puts a value in, at the end where no position is given.",
                examples: [LuaExample("local t = {1, 3} table.insert(t, 2, 2) return t", gives: "{ 1, 2, 3 }")]
            ),
            LuaFunction(
                documented: "move",
                "(from: table, i: integer, j: integer, to: integer, target: table?) -> table",
                "Copies a range, also within one list.",
                examples: [LuaExample("table.move({1, 2, 3}, 1, 3, 2)", gives: "{ 1, 1, 2, 3 }")]
            ),
            LuaFunction(
                documented: "pack",
                "(...: any) -> table",
                "A list of the arguments, with their number as n.",
                examples: [LuaExample("table.pack('a', 'b')", gives: #"{ "a", "b", n = 2 }"#)]
            ),
            LuaFunction(
                documented: "remove",
                "(list: table, position: integer?) -> any",
                "Takes a value out, the last where no position is given.",
                examples: [LuaExample("local t = {1, 2, 3} return table.remove(t, 1), t", gives: "1, { 2, 3 }")]
            ),
            LuaFunction(
                documented: "sort",
                "(list: table, before: (function(a: any, b: any): boolean)?)",
                "Sorts in place; equal elements keep their order.",
                examples: [
                    LuaExample("local t = {3, 1, 2} table.sort(t) return t", gives: "{ 1, 2, 3 }"),
                    LuaExample(
                        "local t = {'b1', 'a1', 'b2'} table.sort(t, function(x, y) return x:sub(1, 1) < y:sub(1, 1) end) return t",
                        gives: #"{ "a1", "b1", "b2" }"#
                    ),
                ]
            ),
            LuaFunction(
                documented: "unpack",
                "(list: table, i: integer?, j: integer?) -> any",
                "The elements as values.",
                examples: [LuaExample("table.unpack({1, 2, 3}, 2)", gives: "2, 3")]
            ),
        ]
    )

    /// Coroutines.
    public static let coroutine = Library(
        "coroutine",
        "Functions that pause.",
        functions: [
            LuaFunction(
                documented: "close",
                "(co: thread) -> boolean, any",
                "Ends a paused coroutine and closes its variables."
            ),
            LuaFunction(documented: "create", "(f: function) -> thread", "A coroutine of a function."),
            LuaFunction(documented: "isyieldable", "() -> boolean", "Whether what runs can pause."),
            LuaFunction(
                documented: "resume",
                "(co: thread, ...: any) -> boolean, any",
                "Goes on with a coroutine.",
                examples: [LuaExample("coroutine.resume(coroutine.create(error), 'x')", gives: #"false, "x""#)]
            ),
            LuaFunction(
                documented: "running",
                "() -> thread, boolean",
                "The coroutine that runs, and whether it is the main one."
            ),
            LuaFunction(documented: "status", "(co: thread) -> string", "running, suspended, normal or dead."),
            LuaFunction(
                documented: "wrap",
                "(f: function) -> function",
                "A coroutine as a function.",
                examples: [
                    LuaExample(
                        "local f = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b * 2 end) return f(1), f(5)",
                        gives: "2, 10"
                    )
                ]
            ),
            LuaFunction(documented: "yield", "(...: any) -> any", "Pauses and hands values out."),
        ]
    )
}
