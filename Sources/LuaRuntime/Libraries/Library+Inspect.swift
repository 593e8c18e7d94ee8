// Looking at values from within a script.

extension Library {
    /// Functions that show values.
    public static let inspection = Library(
        "",
        "Looking at values.",
        functions: [
            LuaFunction(
                "inspect",
                "(value: any) -> string",
                "A value on one line as the REPL shows it.",
                examples: [
                    LuaExample("inspect({1, 2, name = 'x'})", gives: #""{ 1, 2, name = \"x\" }""#),
                    LuaExample("#inspect(nil)", gives: "3"),
                ]
            ) { arguments in
                [.string(arguments.vm.describe(arguments[1]))]
            }
        ]
    )
}
