// The words of the rule language, each with its documentation, as one library of the registry.
import EventModel
import LuaRuntime

/// The library of rule files.
public enum RuleLibrary {
    /// The words without a file to define rules in, for help, completion and the reference page.
    public static let documentation = library(RuleCollector(pack: "pack"))

    /// The words for a file whose rules a collector takes.
    static func library(_ collector: RuleCollector) -> Library {
        Library(
            "",
            "The words of rules: what to look for, in which order, and how close in time.",
            functions: structure(collector) + conditions + measures + keys + retellings,
            types: [partType(collector), Thresholds.type]
        )
    }

    /// Pieces of rules, and what their call with a table does.
    private static func partType(_ collector: RuleCollector) -> LuaType {
        LuaType(
            RulePart.luaTypeName,
            "A piece of a rule, made by one of the words above.",
            operators: [
                LuaFunction("__call", "(table) -> rule part", "Gives `rule \"name\"` or `step \"name\"` its table.") {
                    arguments in
                    let part: RulePart = try arguments.object(1)
                    guard case .table(let table) = arguments[2] else {
                        throw arguments.mismatch(2, expected: "table")
                    }
                    switch part.content {
                    case .stepName(let name, let immediately): return [try step(name, immediately: immediately, table)]
                    case .ruleName(let name):
                        try collector.finish(name, table, in: arguments.vm)
                        return []
                    default:
                        throw RuleError(code: "bad_call", message: "\(part.word) has its table already")
                    }
                }
            ]
        )
    }

    private static func structure(_ collector: RuleCollector) -> [LuaFunction] {
        [
            LuaFunction(
                "rule",
                "(name: string) -> (table) -> nil",
                "Defines a rule: `rule \"name\" { kind = …, match = …, fires = { … }, silent = { … } }`."
            ) { arguments in
                let name = try arguments.string(1)
                try collector.start(name)
                return [part(.ruleName(name), "rule")]
            },
            LuaFunction(
                "sequence",
                "(table) -> rule part",
                "Steps in order of time under one key: `sequence { by = \"pair\", within = days(30), step …, step … }`.",
                examples: [
                    LuaExample(
                        "sequence { by = \"dyad\", step \"threat\" { type = \"THREATEN\" } }",
                        gives: "sequence"
                    )
                ]
            ) { arguments in [part(.sequences(try SequenceReader.sequences(try arguments.table(1))), "sequence")] },
            LuaFunction(
                "window",
                "(table) -> rule part",
                "All events of a key within a time, and how many, how hard, how unusual they must be: "
                    + "`window { by = \"dyad\", sliding = days(30), where = { … }, count = at_least(5) }`.",
                examples: [
                    LuaExample("window { by = \"dyad\", sliding = days(30), count = at_least(5) }", gives: "window"),
                    LuaExample(
                        "window { sliding = days(30) }",
                        gives: "error: window measures nothing; count = at_least(5), or another measure"
                    ),
                ]
            ) { arguments in [part(.sequences([try WindowReader.sequence(try arguments.table(1))]), "window")] },
            LuaFunction(
                "step",
                "(name: string) -> (table) -> rule part",
                "An event of a sequence and what it must be like: `step \"first\" { type = \"ASSAULT\" }`.",
                examples: [LuaExample("step \"first\" { type = \"ASSAULT\" }", gives: "step \"first\"")]
            ) { arguments in [part(.stepName(try arguments.string(1), immediately: false), "step")] },
            LuaFunction(
                "followed_by",
                "(name: string) -> (table) -> rule part",
                "A step after another one, whatever comes between; the same as `step`.",
                examples: [LuaExample("followed_by \"reply\" { type = \"ASSAULT\" }", gives: "step \"reply\"")]
            ) { arguments in [part(.stepName(try arguments.string(1), immediately: false), "followed_by")] },
            LuaFunction(
                "immediately_followed_by",
                "(name: string) -> (table) -> rule part",
                "A step after another one, with no other event of the same key between them.",
                examples: [
                    LuaExample("immediately_followed_by \"reply\" { type = \"ASSAULT\" }", gives: "step \"reply\"")
                ]
            ) { arguments in [part(.stepName(try arguments.string(1), immediately: true), "immediately_followed_by")] },
            LuaFunction(
                "absent",
                "(table) -> rule part",
                "No such event here: between the steps around it, before the first or after the last.",
                examples: [LuaExample("absent { type = \"ASSAULT\", within = days(30) }", gives: "absent")]
            ) { arguments in [try absence(try arguments.table(1))] },
            choice("one_of", .any, "One of several: steps of a sequence, whole sequences, or conditions of a step."),
            choice("all_of", .all, "All of several: steps in whatever order, or conditions of a step."),
        ]
    }

    private static let conditions: [LuaFunction] = [
        choice("any", .any, "Passes where one of its values or conditions does; a list of values means the same."),
        choice("all", .all, "Passes where all of its values or conditions do."),
        choice("none", .none, "Passes where none of its values or conditions does."),
        LuaFunction(
            "at_least",
            "(n: number) -> rule part",
            "A number no less than this one.",
            examples: [LuaExample("at_least(3)", gives: "at least 3")]
        ) { arguments in [part(.test(.range(try arguments.number(1), nil)), "at_least")] },
        LuaFunction(
            "at_most",
            "(n: number) -> rule part",
            "A number no greater than this one.",
            examples: [LuaExample("at_most(3)", gives: "at most 3")]
        ) { arguments in [part(.test(.range(nil, try arguments.number(1))), "at_most")] },
        LuaFunction(
            "between",
            "(low, high) -> rule part",
            "A number between two, or a date between two ISO days, both included.",
            examples: [
                LuaExample("between(3, 5)", gives: "between 3 and 5"),
                LuaExample("between(\"2024-01-01\", \"2024-01-31\")", gives: "in 2024-01-01/2024-01-31"),
            ]
        ) { arguments in [part(.test(try range(arguments)), "between")] },
        LuaFunction(
            "known",
            "() -> rule part",
            "Any value, as long as there is one.",
            examples: [LuaExample("known()", gives: "known")]
        ) { _ in [part(.test(.known(true)), "known")] },
        LuaFunction(
            "unknown",
            "() -> rule part",
            "No value.",
            examples: [LuaExample("unknown()", gives: "unknown")]
        ) { _ in [part(.test(.known(false)), "unknown")] },
        LuaFunction(
            "says",
            "(phrase: string, …) -> rule part",
            "One of these phrases stands in the text, as whole words in any case; `*` stands for any ending.",
            examples: [LuaExample("says(\"retaliat*\", \"hit back\")", gives: "says 'retaliat*' or 'hit back'")]
        ) { arguments in [part(.test(.says(try phrases(arguments))), "says")] },
        comparison("above", .above, "More than the same field of the event that a step is bound to."),
        comparison("below", .below, "Less than the same field of the event that a step is bound to."),
        comparison("same_as", .same, "The same as in the event that a step is bound to."),
        comparison("differs_from", .different, "Something else than in the event that a step is bound to."),
    ]

    private static let measures: [LuaFunction] = [
        LuaFunction(
            "times",
            "(n, m?) -> rule part",
            "How many events in a row a step binds: `times(3)`, `times(3, 5)`, `times(at_least(3))`.",
            examples: [
                LuaExample("times(3, 5)", gives: "times")
            ]
        ) { arguments in [part(.times(try times(arguments)), "times")] },
        LuaFunction("one_or_more", "() -> rule part", "A run of events, however long.") { _ in
            [part(.times(1...StepPattern.runMax), "one_or_more")]
        },
        LuaFunction("optional", "() -> rule part", "The step may be left out.") { _ in
            [part(.times(0...1), "optional")]
        },
        LuaFunction(
            "every",
            "() -> rule part",
            "Each event that fits the step gives a match of its own, beside the same events of the other steps.",
            examples: [LuaExample("step \"a\" { every(), type = \"THREATEN\" }", gives: "step \"a\"")]
        ) { _ in [part(.every, "every")] },
        LuaFunction(
            "until_",
            "(table) -> rule part",
            "Ends the run of a step: none of its events comes after one that meets these conditions.",
            examples: [LuaExample("step \"a\" { one_or_more(), until_ { type = \"AGREE\" } }", gives: "step \"a\"")]
        ) { arguments in [try until(try arguments.table(1))] },
    ]

    private static let keys: [LuaFunction] = [
        key("pair", .pair, "A key of two sides, whoever acts: `by = pair { level = \"backer\" }`."),
        key("dyad", .dyad, "A key of the side that acts and the side acted upon."),
        key("actor", .actor, "A key of one side, whether it acts or is acted upon."),
    ]

    private static func choice(_ name: String, _ choice: RulePart.Choice, _ summary: String) -> LuaFunction {
        LuaFunction(
            name,
            "(table) -> rule part",
            summary,
            examples: [LuaExample("\(name) { \"ASSAULT\", \"COERCE\" }", gives: name)]
        ) { arguments in [part(.choice(choice, try arguments.table(1)), name)] }
    }

    private static func comparison(
        _ name: String,
        _ comparison: Relation.Comparison,
        _ summary: String
    ) -> LuaFunction {
        LuaFunction(
            name,
            "(step: string) -> rule part",
            summary,
            examples: [LuaExample("\(name) \"first\"", gives: name)]
        ) { arguments in [part(.comparison(comparison, step: try arguments.string(1)), name)] }
    }

    private static func key(_ name: String, _ scope: MatchKey.Scope, _ summary: String) -> LuaFunction {
        LuaFunction(
            name,
            "({ level = \"id\" | \"family\" | \"side\" | \"backer\" | \"country\" }) -> rule part",
            summary,
            examples: [LuaExample("\(name) { level = \"backer\" }", gives: "\(name) at backer")]
        ) { arguments in
            let reader = try TableReader(try arguments.table(1), place: name, known: ["level"])
            let level = try reader.choice("level", of: ActorLevel.self) ?? .side
            return [part(.key(MatchKey(scope, level: level)), name)]
        }
    }
}
