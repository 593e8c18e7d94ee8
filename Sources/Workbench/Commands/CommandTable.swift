// The one table of commands: the dispatcher, `.help`, completion and the Lua functions read it.
import EventModel
import LuaRuntime
import Rendering

extension Command {
    /// The commands, in the order of help.
    static let all: [Command] = news + rules + views + printing + session

    private static let news: [Command] = [
        Command(
            name: "load",
            parameters: "PATH…",
            argument: .path,
            summary: "Add articles, coded events or a saved session.",
            example: ".load news/"
        ) { call, session in try session.load(call.words) },
        Command(
            name: "events",
            parameters: "[FILTER…]",
            argument: .filter,
            summary: "List events: field=value, field>=n, an actor, a word.",
            example: ".events type=ASSAULT,COERCE hostility>=4"
        ) { call, session in try session.events(call) },
        Command(
            name: "articles",
            parameters: "",
            summary: "List the articles.",
            example: ".articles"
        ) { _, session in .value(try session.vm.global("articles")) },
        Command(
            name: "article",
            parameters: "N",
            argument: .article,
            summary: "Print an article with its events marked.",
            example: ".article 1"
        ) { call, session in try session.article(call.words) },
        Command(
            name: "actors",
            parameters: "",
            summary: "List the actors, the busiest first.",
            example: ".actors"
        ) { _, session in .value(try session.vm.global("actors")) },
        Command(
            name: "problems",
            parameters: "",
            summary: "List what was wrong with what was loaded last.",
            example: ".problems"
        ) { _, session in session.problems() },
        Command(
            name: "as_of",
            parameters: "DATE|now",
            argument: .words(["now"]),
            summary: "See only what was known by a day.",
            example: ".as_of 2024-01-21"
        ) { call, session in try session.asOf(call.words) },
    ]

    private static let rules: [Command] = [
        Command(
            name: "run",
            parameters: "[PACK…]",
            argument: .path,
            summary: "Run rules; the built-in pack where none is named.",
            example: ".run"
        ) { call, session in try session.check(call.words) },
        Command(
            name: "reload",
            parameters: "",
            summary: "Run the rules as they are now, and say what changed.",
            example: ".reload"
        ) { _, session in try session.reload() },
        Command(
            name: "alerts",
            parameters: "",
            summary: "List the alerts of the last run.",
            example: ".alerts"
        ) { _, session in .value(try session.vm.global("alerts")) },
        Command(
            name: "rules",
            parameters: "[PACK…]",
            argument: .path,
            summary: "List the rules.",
            example: ".rules"
        ) { call, session in try session.rules(call.words) },
        Command(
            name: "why",
            parameters: "N",
            summary: "Say why an alert fired: events, conditions, days between.",
            example: ".why 1"
        ) { call, session in try session.why(call.words) },
        Command(
            name: "whynot",
            parameters: "RULE […]",
            argument: .rule,
            summary: "Say how close a rule came to firing.",
            example: ".whynot retaliation"
        ) { call, session in try session.whyNot(call) },
    ]

    private static let views: [Command] = [
        Command(
            name: "timeline",
            parameters: "A B […]",
            argument: .actor,
            summary: "Draw what two actors did to each other over time.",
            example: ".timeline USA IRN"
        ) { call, session in try session.timeline(call) },
        Command(
            name: "network",
            parameters: "[LEVEL] […]",
            argument: .level,
            summary: "Draw who acts on whom.",
            example: ".network country type=ASSAULT"
        ) { call, session in try session.network(call) },
        Command(
            name: "heat",
            parameters: "[LEVEL] […]",
            argument: .level,
            summary: "Draw which actors were in conflict when.",
            example: ".heat country"
        ) { call, session in try session.heat(call) },
        Command(
            name: "ladder",
            parameters: "[FILTER…]",
            argument: .filter,
            summary: "Draw how far up the hostility ladder events went.",
            example: ".ladder"
        ) { call, session in try session.ladder(call) },
        Command(
            name: "intensity",
            parameters: "[FILTER…]",
            argument: .filter,
            summary: "Draw the number of events over time.",
            example: ".intensity type=ASSAULT"
        ) { call, session in try session.intensity(call) },
        Command(
            name: "summarize",
            parameters: "[FILTER…]",
            argument: .filter,
            summary: "List the fields: how many events have each, and what.",
            example: ".summarize type=ASSAULT"
        ) { call, session in try session.summarize(call) },
        Command(
            name: "report",
            parameters: "FILE.html",
            argument: .path,
            summary: "Write all views, alerts and events to one HTML page.",
            example: ".report /tmp/report.html"
        ) { call, session in try session.report(call) },
    ]

    private static let printing: [Command] = [
        Command(
            name: "mode",
            parameters: "[MODE]",
            argument: .words(OutputMode.allCases.map(\.rawValue)),
            summary: "How lists print: table, cards, json, jsonl or csv.",
            example: ".mode table"
        ) { call, session in try session.mode(call.words) },
        Command(
            name: "output",
            parameters: "[FILE]",
            argument: .path,
            summary: "Send answers to a file; without one, to the screen.",
            example: ".output"
        ) { call, session in session.redirect(call.words, isOnce: false) },
        Command(
            name: "once",
            parameters: "FILE",
            argument: .path,
            summary: "Send the next answer to a file; views to .svg, .html.",
            example: ".once /tmp/network.svg"
        ) { call, session in session.redirect(call.words, isOnce: true) },
        Command(
            name: "page",
            parameters: "",
            summary: "Show the last answer whole, in $PAGER.",
            example: ".page"
        ) { _, session in try session.page() },
        Command(
            name: "timer",
            parameters: "on|off",
            argument: .words(["on", "off"]),
            summary: "Say after each answer how long it took.",
            example: ".timer off"
        ) { call, session in session.timer(call.words) },
    ]

    private static let session: [Command] = [
        Command(
            name: "read",
            parameters: "FILE",
            argument: .path,
            summary: "Run a Lua file, or a file of entries.",
            example: ".read setup.lua"
        ) { call, session in try session.read(call.words) },
        Command(
            name: "save",
            parameters: "FILE",
            argument: .path,
            summary: "Save articles and events to a file that .load opens.",
            example: ".save /tmp/session.jsonl"
        ) { call, session in try session.save(call.words) },
        Command(
            name: "edit",
            parameters: "[FILE|RULE]",
            argument: .rule,
            summary: "Change the last entry, a rule or a file in $EDITOR.",
            example: ".edit"
        ) { call, session in try session.edit(call.words) },
        Command(
            name: "history",
            parameters: "[N|WORD]",
            summary: "List the last entries, or those with a word.",
            example: ".history 5"
        ) { call, session in session.history(call.words) },
        Command(
            name: "trace",
            parameters: "",
            summary: "Show the calls that were open at the last error.",
            example: ".trace"
        ) { _, session in session.trace() },
        Command(
            name: "help",
            parameters: "[NAME]",
            argument: .name,
            summary: "List commands, or explain a Lua name, a rule, a code.",
            example: ".help events"
        ) { call, session in session.help(call.words.first ?? "") },
        Command(name: "quit", parameters: "", summary: "Leave; Ctrl-D does too.", example: ".quit") { _, _ in .end },
    ]
}

extension Session.Reply {
    /// A view as an answer.
    static func view(_ view: any EventView) -> Session.Reply { .value(.object(ViewObject(view: view))) }
}
