// The words that make examples of a story.
import LuaRuntime

extension RuleLibrary {
    /// `but` and `again`.
    static let retellings: [LuaFunction] = [
        LuaFunction(
            "but",
            "(note: string, story: table, change: table, …) -> rule part",
            "Examples of a story, a list of events, with one of them changed: each in turn, or only those whose places "
                + "follow. `false` takes away what an event says. What is expected may stand last.",
            examples: [
                LuaExample(
                    "but(\"only planned\", { { type = \"ASSAULT\" } }, { modality = \"planned\" })",
                    gives: "but"
                )
            ]
        ) { arguments in
            var last = arguments.count
            var expect = Value.nil
            if last > 3, case .table = arguments[last] {
                expect = arguments[last]
                last -= 1
            }
            let retelling = try Retelling.but(
                try arguments.string(1),
                try arguments.table(2),
                try arguments.table(3),
                places: last > 3 ? try (4...last).map(arguments.integer) : [],
                expect: expect
            )
            return [part(.retelling(retelling), "but")]
        },
        LuaFunction(
            "again",
            "(story: table, after: duration) -> rule part",
            "An example of a story, a list of events, and all of it again later, which must be one alert.",
            examples: [LuaExample("again({ { date = \"+0\", type = \"ASSAULT\" } }, days(3))", gives: "again")]
        ) { arguments in [part(.retelling(try .again(try arguments.table(1), days: try days(arguments))), "again")] },
    ]

    private static func days(_ arguments: Arguments) throws -> Int {
        guard case .handle = arguments[2], let days = arguments[2].days else {
            throw arguments.mismatch(2, expected: "duration such as days(3)")
        }
        guard let whole = Int(exactly: days.rounded(.down)), whole > 0 else {
            throw arguments.invalid(2, "at least a day")
        }
        return whole
    }
}
