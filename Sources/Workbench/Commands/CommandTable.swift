// The one table of commands: the dispatcher, `.help`, completion and the Lua functions read it.
import EventModel
import LuaRuntime
import Rendering
import Rules

extension Command {
    /// The commands, in the order of help.
    static let all: [Command] = [
        Command(name: "load", parameters: "PATH…", summary: "Read articles or coded events and add them.") { words, session in
            guard !words.isEmpty else { return .error(".load needs files or folders") }
            return try session.load(words)
        },
        Command(name: "articles", parameters: "", summary: "List the articles.") { _, session in
            try session.show("articles")
        },
        Command(name: "article", parameters: "N", summary: "Print an article with its events marked.") { words, session in
            try session.article(words)
        },
        Command(name: "events", parameters: "[field=value…]", summary: "List events, such as .events type=ASSAULT.") { words, session in
            try session.events(words)
        },
        Command(name: "run", parameters: "[PACK…]", summary: "Run rules; the built-in pack where none is named.") { words, session in
            try session.check(words)
        },
        Command(name: "alerts", parameters: "", summary: "List the alerts of the last run.") { _, session in
            try session.show("alerts")
        },
        Command(name: "rules", parameters: "[PACK…]", summary: "List the rules.") { words, session in
            try session.rules(words)
        },
        Command(name: "why", parameters: "N", summary: "Say why alert N fired: events, conditions, days between.") { words, session in
            try session.why(words)
        },
        Command(name: "whynot", parameters: "RULE", summary: "Say how close a rule came to firing.") { words, session in
            try session.whyNot(words)
        },
        Command(name: "help", parameters: "[NAME]", summary: "List commands, or explain a command or a Lua name.") { words, session in
            .text(Help(session.vm.registry).answer(words.first ?? ""))
        },
        Command(name: "quit", parameters: "", summary: "Leave; Ctrl-D does too.") { _, _ in .end },
    ]
}
