// What the coder made of one sentence, whether it gave an event or not.
import EventModel

/// A sentence as the coder reads it.
public struct SentenceReading: Sendable {
    /// An actor that the sentence names.
    public struct Named: Sendable {
        /// The words of the phrase.
        public var words: String
        /// Whom they stand for, with country, sector and backer.
        public var actor: String
        /// The lines of the dictionaries, as `file:line`.
        public var lines: String
    }

    /// A word of the action lexicon that came to nothing.
    public struct Unused: Sendable {
        /// The word.
        public var word: String
        /// Why no act was made of it.
        public var reason: String
    }

    /// The sentence with the {actors} marked.
    public var text: String
    /// The actors, in the order of the text.
    public var actors: [Named]
    /// The acts, in the order of the text.
    public var considered: [Considered]
    /// The words of the action lexicon that came to nothing, in the order of the text.
    public var unused: [Unused]
}

/// Reads single sentences for explanations.
struct SentenceReader {
    let text: CodedText
    let story: Story
    let finder: ActFinder
    let ontology: Ontology

    /// What the coder made of a sentence of this text.
    func reading(_ sentence: Int) -> SentenceReading {
        let tokens = text.document.sentences[sentence].tokens
        let actors = text.actors.filter { tokens.contains($0.head) && ($0.use != .embedded || $0.form != .pronoun) }
        return SentenceReading(
            text: MarkedSentence(text: text).marked(sentence: sentence, actors),
            actors: actors.map(named),
            considered: story.acts.indices(ofSentence: sentence).map(considered),
            unused: unused(sentence)
        )
    }

    private func named(_ mention: ActorMention) -> SentenceReading.Named {
        let isUnresolved = mention.form == .pronoun && mention.antecedent == nil
        return SentenceReading.Named(
            words: text.words(mention.tokens),
            actor: isUnresolved ? "nobody named before" : mention.actor.summary,
            lines: mention.lines.isEmpty && !isUnresolved ? "in no dictionary" : mention.lines.described
        )
    }

    private func considered(_ index: Int) -> Considered {
        let act = story.acts[index]
        let name = ontology.entry(cameo: act.meaning.cameo)?.name
        return Considered(
            action: text.words(act.words),
            code: [act.meaning.cameo, name].compactMap { $0 }.joined(separator: " "),
            source: act.source.map(\.actor),
            target: act.target.map(\.actor),
            lines: act.origins.map(text.lexicon.origin),
            objection: story.objections[index],
            event: story.event(of: index)
        )
    }

    private func unused(_ sentence: Int) -> [SentenceReading.Unused] {
        let acts = story.acts.acts(ofSentence: sentence)
        return finder.triggers(in: sentence).compactMap { trigger in
            let isUsed = acts.contains { act in
                act.trigger == trigger.token || act.noun == trigger.token || act.clause == trigger.token
                    || act.words.contains(trigger.token) || act.others.contains(trigger.token)
            }
            guard let reason = isUsed ? nil : reason(trigger) else { return nil }
            return SentenceReading.Unused(word: text.words(trigger.token..<(trigger.token + 1)), reason: reason)
        }
    }

    private func reason(_ trigger: ActFinder.Trigger) -> String? {
        let patterns: Int
        let embeddings: Int
        switch trigger.kind {
        case .verb: (patterns, embeddings) = (trigger.entry.verbs.count, trigger.entry.embeddingVerbs.count)
        case .noun: (patterns, embeddings) = (trigger.entry.nouns.count, trigger.entry.embeddingNouns.count)
        case .adjective: (patterns, embeddings) = (0, trigger.entry.embeddingAdjectives.count)
        }
        if patterns > 0 { return "none of its lines (\(patterns)) fits what stands beside it" }
        return embeddings > 0 ? "no act stands where it would change one" : nil
    }
}
