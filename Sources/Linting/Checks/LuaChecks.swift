// Checks of the Lua of rule files: names, libraries, comparisons.
import EventModel
import Rules

extension LintCheck {
    static let luaChecks = [
        syntaxError, globalWrite, unknownGlobal, unsafeLibrary, nondeterministic, printInRule, unorderedPairs,
        unusedLocal, shadowedWord,
    ]

    private static let syntaxError = LintCheck(
        "syntax-error",
        .error,
        "A file is Lua.",
        why: "A file that Lua cannot read defines no rules.",
        bad: .rules("rule \"a\" {\n    kind = \"k\"\n    match = step \"s\" {},\n}\n"),
        mended: .rules("rule \"a\" {\n    kind = \"k\",\n    match = step \"s\" {},\n}\n")
    ) { subject in
        ([subject.manifest].compactMap { $0 } + subject.files).compactMap { file in
            file.mistake.map { Found(file, $0.range, $0.message) }
        }
    }

    private static let globalWrite = LintCheck(
        "global-write",
        .error,
        "Rule files create no globals.",
        why: "A global of one file is seen by all others; in rule files creating one is an error.",
        isFixable: true,
        bad: .rules("BLOWS = { \"ASSAULT\" }\nlocal function f() return BLOWS end\nreturn f\n"),
        mended: .rules("local BLOWS = { \"ASSAULT\" }\nlocal function f() return BLOWS end\nreturn f\n")
    ) { subject in
        subject.files.flatMap { file -> [Found] in
            var declared: Set<String> = []
            return file.scopes.globals.compactMap { global in
                guard let statement = global.statement else { return nil }
                // One `local` in front mends the first assignment at the top; later ones then change that variable.
                let isTop = file.statements.contains(statement) && !global.isInFunction
                let isMendable: Bool
                switch statement.kind {
                case .assign(let targets, _): isMendable = isTop && targets.allSatisfy { $0.name != nil }
                case .function(let target, _): isMendable = isTop && target.name != nil
                default: isMendable = false
                }
                let isFirst = declared.insert(global.name).inserted
                let start = statement.range.lowerBound
                return Found(
                    file,
                    global.range,
                    "'\(global.name)' is created as a global",
                    hint: "local \(global.name) = …",
                    fix: isMendable && isFirst ? [TextEdit(start..<start, "local ")] : []
                )
            }
        }
    }

    private static let libraries: [String: String] = [
        "os": "rules see events and nothing else", "io": "a rule reads and writes no files",
        "debug": "a rule does not look into the machine", "package": "a pack loads only its own modules",
        "dofile": "a pack loads only its own files", "loadfile": "a pack loads only its own files",
        "load": "a rule runs no text as code", "loadstring": "a rule runs no text as code",
        "collectgarbage": "memory is the engine's business",
    ]

    private static let unsafeLibrary = LintCheck(
        "unsafe-library",
        .error,
        "Rules use no files, no programs and no code from texts.",
        why: "People run packs of strangers. The sandbox refuses most of this; a pack that tries is not one to trust.",
        bad: .run("local at = os.time()\nreturn at"),
        mended: .run("local first = events:sort(\"date\")\nreturn first")
    ) { subject in
        subject.files.flatMap { file in
            file.scopes.globals.compactMap { global in
                guard global.statement == nil, let reason = libraries[global.name] else { return nil }
                return Found(file, global.range, "'\(global.name)' has no place in a pack: \(reason)")
            }
        }
    }

    private static let unknownGlobal = LintCheck(
        "unknown-global",
        .error,
        "Globals that are read exist.",
        why: "Reading a global that does not exist is an error, often only when the rule first fires.",
        isFixable: true,
        bad: .rules("rule \"r\" { kind = \"k\", match = stpe \"s\" { modality = \"actual\" } }\n"),
        mended: .rules("rule \"r\" { kind = \"k\", match = step \"s\" { modality = \"actual\" } }\n")
    ) { subject in
        subject.files.flatMap { file -> [Found] in
            let written = Set(file.scopes.globals.filter { $0.statement != nil }.map(\.name))
            return file.scopes.globals.compactMap { global in
                guard global.statement == nil, !subject.globals.contains(global.name), !written.contains(global.name),
                    libraries[global.name] == nil, global.name != "require"
                else { return nil }
                let near = Suggestion.nearest(to: global.name, among: subject.globals.sorted())
                return Found(
                    file,
                    global.range,
                    "there is no global '\(global.name)'",
                    hint: near.map { "did you mean '\($0)'?" },
                    fix: near.map { [TextEdit(global.range, $0)] } ?? []
                )
            }
        }
    }

    private static let nondeterministic = LintCheck(
        "nondeterministic",
        .error,
        "Rules give the same alerts for the same events.",
        why: "An alert that comes and goes by chance can be neither tested nor explained.",
        bad: .run("return math.random(6)"),
        mended: .run("return math.max(6, #events)")
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, _ in
            guard case .index(let library, let key) = expression.kind, let name = library.name, let member = key.string,
                file.scopes.local(at: library) == nil,
                ["math.random", "math.randomseed", "os.time", "os.clock", "os.date"].contains("\(name).\(member)")
            else { return }
            found.append(Found(file, expression.range, "'\(name).\(member)' gives something else each time"))
        }
        return found
    }

    private static let printInRule = LintCheck(
        "print-in-rule",
        .warning,
        "Rules print nothing.",
        why: "What a rule prints lands among the alerts and breaks the programs that read them.",
        bad: .run("print(#events)"),
        mended: .run("return #events")
    ) { subject in
        subject.files.flatMap { file in
            file.scopes.globals.filter { $0.statement == nil && $0.name == "print" }.map { global in
                Found(file, global.range, "the rule prints", hint: "say it in the alert's summary")
            }
        }
    }

    private static let unorderedPairs = LintCheck(
        "unordered-pairs",
        .warning,
        "Nothing depends on the order of 'pairs'.",
        why: "Lua visits the keys of a table in an order that differs from run to run; what is collected, joined or "
            + "raised in that order differs, too. Sort what was collected, or use ':each()'.",
        bad: .run(
            "local names = {}\nfor name in pairs({ a = 1, b = 2 }) do names[#names + 1] = name end\nreturn names"
        ),
        mended: .run(
            "local names = {}\nfor name in pairs({ a = 1, b = 2 }) do names[#names + 1] = name end\n"
                + "table.sort(names)\nreturn names"
        )
    ) { subject in
        subject.files.flatMap { file -> [Found] in
            var found: [Found] = []
            var walk = LuaWalk()
            walk.onStatement = { statement in
                guard case .genericFor(_, let values, let body) = statement.kind,
                    let (function, _) = values.first?.call, function.name == "pairs",
                    dependsOnOrder(body, of: file, after: statement.range.upperBound)
                else { return }
                found.append(
                    Found(
                        file,
                        values[0].range,
                        "what this loop does depends on an order that differs from run to run",
                        hint: "sort the keys first, or what is collected afterwards"
                    )
                )
            }
            walk.visit(file.statements)
            return found
        }
    }

    /// Whether a loop collects, joins, raises or leaves, without a sort after it.
    private static func dependsOnOrder(_ body: [LuaStatement], of file: LintFile, after end: Int) -> Bool {
        var depends = false
        var collects = false
        var walk = LuaWalk()
        walk.onStatement = { statement in
            switch statement.kind {
            case .jump, .returns: depends = true
            case .assign(let targets, _):
                for target in targets {
                    if case .index(_, let key) = target.kind, case .binary("+", let left, _) = key.kind,
                        case .unary("#", _) = left.kind
                    {
                        collects = true
                    }
                }
            default: break
            }
        }
        walk.onExpression = { expression, _ in
            if case .binary("..", _, _) = expression.kind { depends = true }
            guard let (function, _) = expression.call else { return }
            if function.name == "alert" { depends = true }
            if case .index(let library, let key) = function.kind, library.name == "table", key.string == "insert" {
                collects = true
            }
        }
        walk.visit(body)
        let sorted = file.tokens.enumerated().contains { place, token in
            token.range.lowerBound >= end && token.text == "sort" && token.kind == .name && place > 1
                && file.tokens[place - 2].text == "table"
        }
        return depends || (collects && !sorted)
    }

    private static let unusedLocal = LintCheck(
        "unused-local",
        .note,
        "Local variables are used.",
        why: "A variable that nothing reads is a leftover, or the sign of a slip in another name.",
        bad: .rules("local BLOWS = { \"ASSAULT\" }\nlocal x = 1\nreturn x\n"),
        mended: .rules("local x = 1\nreturn x\n")
    ) { subject in
        subject.files.flatMap { file in
            file.scopes.locals.compactMap { local in
                guard local.readCount == 0, !local.isParameter, !local.name.text.hasPrefix("_") else { return nil }
                return Found(file, local.name.range, "nothing reads '\(local.name.text)'", hint: "leave it out")
            }
        }
    }

    private static let shadowedWord = LintCheck(
        "shadowed-word",
        .warning,
        "No local variable has the name of a word of rules.",
        why: "After 'local days = 3' the word 'days(7)' no longer means what it does everywhere else.",
        bad: .rules("local days = 3\nreturn days\n"),
        mended: .rules("local gap = 3\nreturn gap\n")
    ) { subject in
        subject.files.flatMap { file in
            file.scopes.locals.compactMap { local in
                guard subject.globals.contains(local.name.text), local.name.text != "events" else { return nil }
                return Found(file, local.name.range, "'\(local.name.text)' is a word of rules, and hidden from here on")
            }
        }
    }
}
