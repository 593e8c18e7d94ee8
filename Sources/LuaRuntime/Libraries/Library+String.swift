// The documentation of Lua's string library, as far as scripts have it.

extension Library {
    /// Text.
    public static let string = Library(
        "string",
        "Text; also as methods: ('x'):upper().",
        functions: [
            LuaFunction(documented: "byte", "(s: string, i: integer?, j: integer?) -> integer", "The codes of bytes."),
            LuaFunction(documented: "char", "(...: integer) -> string", "Text from the codes of bytes."),
            LuaFunction(
                documented: "find",
                "(s: string, pattern: string, init: integer?, plain: boolean?) -> integer?, integer?",
                "The first and last position of a match, and its captures.",
                examples: [
                    LuaExample("('air strike'):find('str')", gives: "5, 7"),
                    LuaExample("('a.b'):find('.', 1, true)", gives: "2, 2"),
                ]
            ),
            LuaFunction(
                documented: "format",
                "(format: string, ...: any) -> string",
                "Text with values put in.",
                examples: [
                    LuaExample("('%s: %5.1f|%-4d|%q'):format('x', 2.25, 7, 'a')", gives: #""x:   2.2|7   |\"a\"""#)
                ]
            ),
            LuaFunction(
                documented: "gmatch",
                "(s: string, pattern: string, init: integer?) -> function",
                "Goes through all matches in a for loop.",
                examples: [
                    LuaExample("local n = 0 for w in ('one two'):gmatch('%a+') do n = n + #w end return n", gives: "6")
                ]
            ),
            LuaFunction(
                documented: "gsub",
                "(s: string, pattern: string, with: string|table|function, n: integer?) -> string, integer",
                "The text with matches replaced, and how many.",
                examples: [
                    LuaExample("('hello world'):gsub('o', '0')", gives: #""hell0 w0rld", 2"#),
                    LuaExample("('$name'):gsub('%$(%w+)', {name = 'Iran'})", gives: #""Iran", 1"#),
                    LuaExample("('abc'):gsub('', '-')", gives: #""-a-b-c-", 4"#),
                ]
            ),
            LuaFunction(documented: "len", "(s: string) -> integer", "The number of bytes."),
            LuaFunction(documented: "lower", "(s: string) -> string", "The text with ASCII letters small."),
            LuaFunction(
                documented: "match",
                "(s: string, pattern: string, init: integer?) -> string?",
                "The captures of the first match, or all of it.",
                examples: [LuaExample("('2024-01-23'):match('(%d+)-(%d+)')", gives: #""2024", "01""#)]
            ),
            LuaFunction(
                documented: "rep",
                "(s: string, n: integer, separator: string?) -> string",
                "The text n times.",
                examples: [LuaExample("('ab'):rep(3, '-')", gives: #""ab-ab-ab""#)]
            ),
            LuaFunction(documented: "reverse", "(s: string) -> string", "The bytes from last to first."),
            LuaFunction(
                documented: "sub",
                "(s: string, i: integer, j: integer?) -> string",
                "A part of the text.",
                examples: [LuaExample("('escalation'):sub(-3)", gives: #""ion""#)]
            ),
            LuaFunction(documented: "upper", "(s: string) -> string", "The text with ASCII letters large."),
        ]
    )
}
