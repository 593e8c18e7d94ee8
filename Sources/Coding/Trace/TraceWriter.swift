// How an event was made, in words that a person can check line by line.
import EventModel
import Language

/// Writes the trace of an event.
struct TraceWriter {
    let text: CodedText
    let story: Story
    let times: [TimeExpression]
    let ontology: Ontology

    /// The most lines that are told to fit less well; common verbs have dozens.
    private static let passedOverCountMax = 5

    /// The trace of an event: a line each for its sentence, its code, its parties, its day, and what was not taken.
    func trace(_ number: Int) -> String {
        let telling = story.tellings[number]
        let act = story.acts[telling.acts[0]]
        var lines = [TraceLine("sentence", MarkedSentence(text: text).marked(act))]
        lines.append(TraceLine("action", "\(text.words(act.words)) = \(meaning(telling.meaning.cameo))"))
        lines += act.origins.map { TraceLine("line", origin($0)) }
        lines += side("source", telling.source, act) + side("target", telling.target, act)
        lines.append(TraceLine("date", date(telling)))
        if let place = telling.place { lines.append(TraceLine("place", self.place(place, act))) }
        if telling.modality != .actual { lines.append(TraceLine("modality", telling.modality.rawValue)) }
        if let speaker = act.speaker { lines.append(TraceLine("speaker", speaker.actor.name)) }
        lines += tellings(telling)
        lines += telling.answers.map { TraceLine("answers", story.ids[$0]) }
        lines += act.passedOver.prefix(Self.passedOverCountMax).map { number in
            TraceLine("rejected", "\(origin(.pattern(number))): fits less well")
        }
        lines += rejected(besides: number, act)
        return lines.map(\.description).joined(separator: "\n")
    }

    // MARK: What was taken

    private func meaning(_ cameo: String) -> String {
        ontology.entry(cameo: cameo).map { "\(cameo) \($0.name)" } ?? cameo
    }

    private func origin(_ origin: Origin) -> String { text.lexicon.origin(origin) }

    private func side(_ label: String, _ parties: [Party], _ act: Act) -> [TraceLine] {
        if parties.isEmpty { return [TraceLine(label, "none told")] }
        return parties.map { TraceLine(label, describe($0, act)) }
    }

    /// The words, the actor, the lines that made it, and where it was taken from if not from the act's own sentence.
    private func describe(_ party: Party, _ act: Act) -> String {
        var words = "\(party.actor.text) = \(party.actor.summary)"
        if let mention = text.actor(at: party.head) {
            if !mention.lines.isEmpty { words += " (\(mention.lines.described))" }
            if let antecedent = mention.antecedent, text.actors.indices.contains(antecedent) {
                let named = text.actors[antecedent]
                words += ", for \(text.words(named.tokens))\(elsewhere(named.head, act))"
            }
        } else if let place = text.place(at: party.head) {
            words += " (\(place.line))"
        } else if party.kind == .open {
            words += " (in no dictionary)"
        }
        return words + elsewhere(party.head, act) + (party.isInferred ? "; not told here, inferred" : "")
    }

    private func elsewhere(_ token: Int, _ act: Act) -> String {
        let sentence = Int(text.sentences[token])
        return sentence == act.sentence ? "" : ", in sentence \(sentence + text.origin.sentences)"
    }

    private func date(_ telling: Telling) -> String {
        // A later telling gives the day where the first one has none.
        let source = telling.acts.first { story.dates[$0].isTold && story.dates[$0].days == telling.date }
        let index = source ?? telling.acts[0]
        let dating = story.dates[index]
        let days = telling.date.map { "\($0): " } ?? ""
        let words = dating.time.map { "\"\(times[$0].text)\", " } ?? ""
        return days + words + dating.rule.rawValue
            + (index == telling.acts[0] ? "" : elsewhere(story.acts[index].trigger, story.acts[telling.acts[0]]))
    }

    private func place(_ mention: PlaceMention, _ act: Act) -> String {
        "\(text.words(mention.tokens)) = \(mention.place.name) (\(mention.line))" + elsewhere(mention.head, act)
    }

    /// The other acts that tell of the event.
    private func tellings(_ telling: Telling) -> [TraceLine] {
        telling.acts.dropFirst().map { index in
            let act = story.acts[index]
            let own = story.acts[telling.acts[0]]
            return TraceLine("also told", text.words(act.words) + elsewhere(act.trigger, own))
        }
    }

    // MARK: What was not

    /// The acts and times of the sentence that are no part of an event.
    private func rejected(besides number: Int, _ act: Act) -> [TraceLine] {
        var lines: [TraceLine] = []
        for index in story.acts.indices(ofSentence: act.sentence) where story.byAct[index] < 0 {
            guard let objection = story.objections[index] else { continue }
            let other = story.acts[index]
            let code = meaning(other.meaning.cameo)
            lines.append(TraceLine("rejected", "\(text.words(other.words)) = \(code): \(objection)"))
        }
        let taken = story.tellings[number].acts.compactMap { story.dates[$0].time }
        for index in story.times[act.sentence] where !taken.contains(index) {
            lines.append(TraceLine("rejected", "\"\(times[index].text)\": no day of this act"))
        }
        return lines
    }
}

extension Actor {
    /// The name with country, sector and backer.
    var summary: String {
        let codes = [country, sector?.rawValue].compactMap { $0 } + (backer.map { ["backed by \($0)"] } ?? [])
        return codes.isEmpty ? name : "\(name), \(codes.joined(separator: " "))"
    }
}

extension [LexiconLine] {
    /// The lines, each once.
    var described: String {
        var seen: Set<LexiconLine> = []
        return filter { seen.insert($0).inserted }.map(\.description).joined(separator: ", ")
    }
}

extension ActionLexicon {
    /// Characters of a line's words that are shown; some list dozens of objects, and the file has them all.
    private static let originLengthMax = 80

    /// The line of a file that made something of a trigger, as `file:line words`.
    func origin(_ origin: Origin) -> String {
        let words: String
        switch origin {
        case .pattern(let number): words = patterns[number].origin
        case .light(let number): words = lightVerbs[number].origin
        case .embedding(let number): words = embeddings[number].origin
        case .shift(let number): words = shifts[number].origin
        }
        return words.count > Self.originLengthMax ? words.prefix(Self.originLengthMax - 1) + "…" : words
    }
}
