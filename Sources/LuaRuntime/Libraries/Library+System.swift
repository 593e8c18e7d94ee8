// The documentation of Lua's math, utf8 and os libraries, as far as scripts have them.

extension Library {
    /// Numbers.
    public static let math = Library(
        "math",
        "Numbers.",
        functions: [
            LuaFunction(documented: "abs", "(x: number) -> number", "The size of a number."),
            LuaFunction(documented: "ceil", "(x: number) -> integer", "The next whole number above."),
            LuaFunction(documented: "exp", "(x: number) -> number", "e to the power of x."),
            LuaFunction(
                documented: "floor",
                "(x: number) -> integer",
                "The next whole number below.",
                examples: [LuaExample("math.floor(-1.5)", gives: "-2")]
            ),
            LuaFunction(documented: "fmod", "(x: number, y: number) -> number", "The rest of a division towards zero."),
            LuaFunction(
                documented: "log",
                "(x: number, base: number?) -> number",
                "A logarithm, natural unless a base is given."
            ),
            LuaFunction(documented: "max", "(x: number, ...: number) -> number", "The largest."),
            LuaFunction(documented: "min", "(x: number, ...: number) -> number", "The smallest."),
            LuaFunction(documented: "modf", "(x: number) -> number, number", "The whole and the broken part."),
            LuaFunction(documented: "random", "(m: integer?, n: integer?) -> number", "A random number."),
            LuaFunction(documented: "sqrt", "(x: number) -> number", "The square root."),
            LuaFunction(
                documented: "tointeger",
                "(x: any) -> integer?",
                "The number as an integer, nil where it is none.",
                examples: [LuaExample("math.tointeger(3.0)", gives: "3")]
            ),
            LuaFunction(documented: "type", "(x: any) -> string?", "integer, float, or nil for what is no number."),
        ]
    )

    /// Characters.
    public static let utf8 = Library(
        "utf8",
        "Characters of UTF-8 text.",
        functions: [
            LuaFunction(
                documented: "char",
                "(...: integer) -> string",
                "Text from code points.",
                examples: [LuaExample("utf8.char(233, 8364)", gives: #""é€""#)]
            ),
            LuaFunction(
                documented: "codepoint",
                "(s: string, i: integer?, j: integer?) -> integer",
                "The code points in a range of bytes."
            ),
            LuaFunction(
                documented: "codes",
                "(s: string) -> function",
                "Goes through positions and code points in a for loop."
            ),
            LuaFunction(
                documented: "len",
                "(s: string, i: integer?, j: integer?) -> integer?",
                "The number of characters.",
                examples: [LuaExample("utf8.len('é€')", gives: "2")]
            ),
            LuaFunction(
                documented: "offset",
                "(s: string, n: integer, i: integer?) -> integer?",
                "The byte at which the nth character starts."
            ),
        ]
    )

    /// Clock and calendar.
    public static let os = Library(
        "os",
        "Clock and calendar.",
        functions: [
            LuaFunction(documented: "clock", "() -> number", "Seconds of processor time used."),
            LuaFunction(
                documented: "date",
                "(format: string?, time: integer?) -> string|table",
                "A time as text, or as a table for '*t'.",
                examples: [LuaExample("os.date('!%Y-%m-%d', 0)", gives: #""1970-01-01""#)]
            ),
            LuaFunction(
                documented: "difftime",
                "(later: number, earlier: number) -> number",
                "Seconds between two times."
            ),
            LuaFunction(
                documented: "time",
                "(fields: table?) -> integer",
                "Seconds since 1970 for a date, now where none is given."
            ),
        ]
    )
}

extension Registry {
    /// What every script has: Lua's libraries, documented, and `inspect`.
    public static let standard = Registry([
        .base, .string, .table, .coroutine, .math, .utf8, .os, .inspection,
    ])
}
