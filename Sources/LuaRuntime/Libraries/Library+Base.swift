// The documentation of Lua's own globals, as far as scripts have them.

extension Library {
    /// Lua's globals.
    public static let base = Library(
        "",
        "Lua's own globals.",
        functions: [
            LuaFunction(
                documented: "assert",
                "(value: any, message: any?) -> any",
                "The value where it is true, else an error."
            ),
            LuaFunction(
                documented: "collectgarbage",
                "(option: \"collect\"|\"count\"?) -> number",
                "Collects garbage, or counts the kilobytes in use."
            ),
            LuaFunction(
                documented: "error",
                "(message: any, level: integer?)",
                "Raises an error.",
                examples: [LuaExample("error('no date')", gives: "error: no date")]
            ),
            LuaFunction(documented: "getmetatable", "(value: any) -> any", "A value's metatable, or what protects it."),
            LuaFunction(
                documented: "ipairs",
                "(list: table) -> function, table, integer",
                "Goes through 1, 2, 3 … in a for loop."
            ),
            LuaFunction(
                documented: "load",
                "(text: string|function, name: string?, mode: string?, env: table?) -> function?, string?",
                "Compiles text; binary code is refused.",
                examples: [LuaExample("load('return 1 + 1')()", gives: "2")]
            ),
            LuaFunction(documented: "next", "(table: table, key: any?) -> any, any", "The entry after a key."),
            LuaFunction(
                documented: "pairs",
                "(table: table) -> function, table, any",
                "Goes through all entries in a for loop."
            ),
            LuaFunction(
                documented: "pcall",
                "(f: function, ...: any) -> boolean, any",
                "Calls a function and catches its errors, but no limit.",
                examples: [LuaExample("pcall(function() return 7 end)", gives: "true, 7")]
            ),
            LuaFunction(documented: "print", "(...: any)", "Writes values, separated by tabs, and ends the line."),
            LuaFunction(documented: "rawequal", "(a: any, b: any) -> boolean", "Equality without metamethods."),
            LuaFunction(documented: "rawget", "(table: table, key: any) -> any", "A field without metamethods."),
            LuaFunction(documented: "rawlen", "(value: table|string) -> integer", "A length without metamethods."),
            LuaFunction(
                documented: "rawset",
                "(table: table, key: any, value: any) -> table",
                "Sets a field without metamethods."
            ),
            LuaFunction(
                documented: "select",
                "(n: integer|\"#\", ...: any) -> any",
                "The arguments from the nth on, or their number.",
                examples: [LuaExample("select(2, 'a', 'b', 'c')", gives: #""b", "c""#)]
            ),
            LuaFunction(
                documented: "setmetatable",
                "(table: table, meta: table?) -> table",
                "Sets a table's metatable; `__gc` is refused.",
                examples: [
                    LuaExample(
                        "setmetatable({}, {__gc = print})",
                        gives: "error: '__gc' is not allowed: no code runs at collection"
                    )
                ]
            ),
            LuaFunction(
                documented: "tonumber",
                "(value: any, base: integer?) -> number?",
                "A number from text.",
                examples: [LuaExample("tonumber('ff', 16)", gives: "255")]
            ),
            LuaFunction(documented: "tostring", "(value: any) -> string", "A value as text."),
            LuaFunction(documented: "type", "(value: any) -> string", "The name of a value's type."),
            LuaFunction(
                documented: "xpcall",
                "(f: function, handler: function, ...: any) -> boolean, any",
                "Calls a function with a handler for its errors.",
                examples: [LuaExample("xpcall(error, function(e) return e .. '!' end, 'x')", gives: #"false, "x!""#)]
            ),
        ]
    )
}
