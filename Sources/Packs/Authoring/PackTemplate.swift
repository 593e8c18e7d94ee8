// What `brink pack new` makes: a rule with examples, a module that it shares, a manifest, and a page to read.

/// The files of a new pack.
public struct PackTemplate {
    private let name: String
    private let author: String
    private let brink: String

    /// A pack of a name; `brink` is the version that it is made with.
    public init(name: String, author: String, brink: String) {
        self.name = name
        self.author = author
        self.brink = brink
    }

    /// The files, sorted by path.
    public var files: [PackFile] {
        [("README.md", readme), ("answered_attack.lua", rule), ("modules/acts.lua", module), ("pack.lua", manifest)]
            .map { PackFile(path: $0.0, bytes: Array($0.1.utf8)) }
    }

    private var manifest: String {
        """
        -- What this pack is: data, not a program. Raise the version with every change of a rule.
        return {
            name = "\(name)",
            version = "0.1.0",
            brink = ">= \(brink)",
            summary = "Attacks that are answered by sanctions.",
            authors = { "\(author.filter { $0 != "\"" && $0 != "\\" })" },
            licence = "Apache-2.0",
        }

        """
    }

    private var module: String {
        """
        -- What the rules of this pack share. A rule gets it by require "pack.acts".
        local acts = {}

        -- What was done, or is said to have been done, rather than planned or denied.
        acts.DONE = { "actual", "claimed" }

        return acts

        """
    }

    private var rule: String {
        """
        -- Sanctions that answer an attack.

        local acts = require "pack.acts"

        rule "answered_attack" {
            title = "Attack answered by sanctions",
            kind = "retaliation",
            severity = "medium",
            status = "experimental",
            description = "One side attacks another, which answers with sanctions within a month.",
            references = { "Drezner 1999, The Sanctions Paradox" },
            false_positives = { "sanctions that were decided long before the attack" },

            match = sequence {
                by = "pair",
                step "attack" { type = "ASSAULT", modality = acts.DONE },
                step "answer" {
                    type = "SANCTION",
                    modality = acts.DONE,
                    reverses = "attack",
                    within = days(30),
                },
            },

            alert = function(m)
                return ("%s answers an attack with sanctions on %s"):format(m.answer.source, m.answer.target)
            end,

            fires = {
                {
                    note = "sanctions five days after the attack",
                    events = {
                        { date = "2024-04-13", source = "IRN", target = "ISR", type = "ASSAULT" },
                        { date = "2024-04-18", source = "ISR", target = "IRN", type = "SANCTION" },
                    },
                    expect = { alerts = 1, severity = "medium", answer = { date = "2024-04-18" } },
                },
                {
                    note = "as news tells it",
                    article = " date 2024-04-19 Iran fired drones at Israel on Saturday. "
                        .. "Israel imposed sanctions on Iran on Thursday.",
                },
            },
            silent = {
                {
                    note = "sanctions by somebody else",
                    events = {
                        { date = "2024-04-13", source = "IRN", target = "ISR", type = "ASSAULT" },
                        { date = "2024-04-18", source = "USA", target = "IRN", type = "SANCTION" },
                    },
                },
                {
                    note = "sanctions two months later",
                    events = {
                        { date = "2024-04-13", source = "IRN", target = "ISR", type = "ASSAULT" },
                        { date = "2024-06-18", source = "ISR", target = "IRN", type = "SANCTION" },
                    },
                },
            },
        }

        """
    }

    private var readme: String {
        """
        # \(name)

        Rules for Brink: attacks that are answered by sanctions.

            brink test .                    runs the examples of the rules
            brink check news/ --rules .     runs the rules over news
            brink pack build .              makes \(name)-0.1.0.brinkpack

        """
    }
}
