// The documentation of a pack: a page for each rule, from what the rule says of itself and from its examples.
import EventModel
import LuaRuntime
import Rendering
import Rules

/// The pages of one pack.
struct PackPages {
    /// The pack.
    let pack: RulePack
    /// What the examples came to, by rule id.
    let results: [String: [ExampleResult]]
    /// How pages are written, which decides the endings of links.
    let format: PageFormat

    /// The pages with their names, without endings; the index first.
    var pages: [(name: String, document: Page)] {
        [("index", index)] + pack.rules.map { ($0.name, page($0)) }
    }

    // MARK: index

    private var index: Page {
        let manifest = pack.manifest
        var document = Page(title: manifest.name)
        if !manifest.summary.isEmpty { document.blocks.append(.paragraph([.text(manifest.summary)])) }
        var facts: [[Page.Inline]] = [[.strong("Version: "), .text("\(manifest.version)")]]
        if !"\(manifest.brink)".isEmpty { facts.append([.strong("Works with Brink: "), .text("\(manifest.brink)")]) }
        if !manifest.authors.isEmpty {
            facts.append([.strong("Authors: "), .text(manifest.authors.joined(separator: ", "))])
        }
        if !manifest.licence.isEmpty { facts.append([.strong("Licence: "), .text(manifest.licence)]) }
        document.blocks.append(.list(facts))
        document.blocks.append(.heading(2, "Rules"))
        document.blocks.append(
            .table(
                header: ["rule", "severity", "status", "what it finds"],
                rows: pack.rules.map { rule in
                    [
                        [.link(rule.title, target: "\(rule.name).\(format.suffix)")], [.text(rule.severity.rawValue)],
                        [.text(rule.status.rawValue)], [.text(rule.description)],
                    ]
                }
            )
        )
        return document
    }

    // MARK: rules

    private func page(_ rule: Rule) -> Page {
        var document = Page(title: rule.title)
        if let deprecation = rule.deprecation { document.blocks.append(.quote(Self.words(deprecation))) }
        document.blocks.append(.paragraph([.text(rule.description)]))
        document.blocks.append(
            .table(
                header: ["rule", "kind", "severity", "status"],
                rows: [
                    [
                        [.code(rule.id)], [.code(rule.kind)], [.text(rule.severity.rawValue)],
                        [.text(rule.status.rawValue)],
                    ]
                ]
            )
        )
        document.blocks += search(rule)
        if !rule.falsePositives.isEmpty {
            document.blocks += [.heading(2, "Where it is wrong"), .list(rule.falsePositives.map { [.text($0)] })]
        }
        if !rule.references.isEmpty {
            document.blocks += [.heading(2, "References"), .list(rule.references.map { [.text($0)] })]
        }
        let results = results[rule.id] ?? []
        document.blocks += examples(rule.fires, "Fires", results.filter(\.mustFire))
        document.blocks += examples(rule.silent, "Stays silent", results.filter { !$0.mustFire })
        document.blocks.append(
            .paragraph([.link("All rules of \(pack.manifest.name)", target: "index.\(format.suffix)")])
        )
        return document
    }

    private static func words(_ deprecation: RuleDeprecation) -> [Page.Inline] {
        var words: [Page.Inline] = [.strong("Deprecated. "), .text(deprecation.reason)]
        if let replacement = deprecation.replacement {
            words += [.text(" Use "), .code(replacement), .text(" instead.")]
        }
        return words
    }

    private func search(_ rule: Rule) -> [Page.Block] {
        guard case .match(let sequences) = rule.search else {
            return [.heading(2, "What it looks for"), .paragraph(["A function of its own looks at all events."])]
        }
        var blocks: [Page.Block] = [.heading(2, "What it looks for")]
        for (place, sequence) in sequences.enumerated() {
            if sequences.count > 1 { blocks.append(.paragraph([.strong(place == 0 ? "Either" : "Or")])) }
            blocks.append(.list(Self.items(sequence)))
        }
        return blocks
    }

    private static func items(_ sequence: SequencePattern) -> [[Page.Inline]] {
        var items: [[Page.Inline]] = []
        for element in sequence.elements {
            if case .step(let step) = element {
                items.append([.code(step.name), .text(": " + step.condition.words + times(step.times))])
            }
            if case .absent(let absence) = element {
                let time = absence.within.map { " within \($0) days" } ?? ""
                items.append([.text("no event with \(absence.condition.words)\(time)")])
            }
        }
        if sequence.key.scope != .all { items.append([.text("matched by "), .code(sequence.key.description)]) }
        if let within = sequence.within { items.append([.text("all within \(within) days")]) }
        if let suppress = sequence.suppress { items.append([.text("one alert in \(suppress) days")]) }
        return items
    }

    private static func times(_ times: ClosedRange<Int>) -> String {
        switch (times.lowerBound, times.upperBound) {
        case (1, 1): ""
        case (0, 1): ", may be missing"
        case (let low, StepPattern.runMax): ", \(low) times or more"
        case (let low, let high) where low == high: ", \(low) times"
        case (let low, let high): ", \(low) to \(high) times"
        }
    }

    // MARK: examples

    private func examples(_ examples: [RuleExample], _ heading: String, _ results: [ExampleResult]) -> [Page.Block] {
        guard !examples.isEmpty else { return [] }
        var blocks: [Page.Block] = [.heading(2, heading)]
        for (place, example) in examples.enumerated() {
            blocks.append(.heading(3, "\(place + 1). \(example.note ?? "Example")"))
            switch example.input {
            case .article(let text): blocks.append(.quote([.text(Self.trimmed(text))]))
            case .articles(let texts): blocks += texts.map { .quote([.text(Self.trimmed($0))]) }
            case .events(let drafts): blocks.append(Self.table(drafts))
            }
            if results.indices.contains(place), results[place].mustFire, !results[place].found.isEmpty {
                blocks.append(.code(Self.unindented(results[place].found), language: "text"))
            }
        }
        return blocks
    }

    private static func table(_ drafts: [EventDraft]) -> Page.Block {
        func names(_ actors: [EventDraft.ActorDraft]) -> String {
            actors.map { actor in
                switch actor {
                case .named(let name): name
                case .known(let actor): actor.name
                }
            }
            .joined(separator: ", ")
        }
        return .table(
            header: ["", "date", "source", "type", "target", "more"],
            rows: drafts.enumerated().map { place, draft in
                [
                    [.text("\(place + 1)")], [.text(draft.date?.description ?? "")], [.text(names(draft.source))],
                    [.code(draft.type.rawValue)], [.text(names(draft.target))], [.text(more(draft))],
                ]
            }
        )
    }

    private static func more(_ draft: EventDraft) -> String {
        var parts: [String] = []
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { parts.append("\(name) \(value)") } }
        add("mode", draft.mode)
        add("context", draft.context.joined(separator: ", "))
        add("in", draft.place)
        add("weapon", draft.weapon.joined(separator: ", "))
        add("killed", draft.killed.map(String.init))
        add("wounded", draft.wounded.map(String.init))
        if draft.modality != .actual { parts.append(draft.modality.rawValue) }
        if draft.aggregate { parts.append("a series") }
        if !draft.answers.isEmpty { add("answers", draft.answers.map(String.init).joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }

    private static func trimmed(_ text: String) -> String { String(text.drop { $0 == " " }) }

    private static func unindented(_ text: String) -> String {
        text.split(separator: "\n").map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0) }
            .joined(separator: "\n")
    }
}
