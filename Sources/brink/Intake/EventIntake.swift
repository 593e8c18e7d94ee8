// Everything that the input amounts to as events: articles are coded, coded events are taken as they are.
import Coding
import EventModel
import Packs

/// Reads all input of a command as events.
struct EventIntake {
    /// The events, merged as asked, in the order of (published, article id, span).
    private(set) var events: [Event] = []
    /// What the input amounts to: bad input, or nothing wrong.
    private(set) var status = ExitStatus.fine
    /// How many articles were read.
    private(set) var articleCount = 0

    /// Reads and codes what the arguments name, with what packs add to the lexicon.
    ///
    /// With `oneADay` only the first event of a source, target, code and day is kept.
    init(
        _ arguments: InputArguments,
        rooms: Rooms,
        merge: MergeScope,
        traces: Bool = false,
        lexicon: PackLexicon = PackLexicon(),
        oneADay: Bool = false
    ) throws {
        let ontology = try rooms.ontology()
        let coders = CoderSource { try rooms.coder(merge: merge, traces: traces, lexicon: lexicon) }
        let actors = KnownActors { try rooms.actorLexicon(lexicon) }
        var intake = Intake(arguments, ontology: ontology)
        var events: [Event] = []
        var articles = 0
        // The parser's model is loaded with the first article, so that coded events need not wait for it.
        try intake.forEach(transform: coders.code, eventCount: { (try? $0.get().count) ?? 0 }) { piece in
            switch piece {
            case .article(_, let coded):
                articles += 1
                events += try coded.get()
            case .event(let event): events.append(try actors.known(event))
            case .tokens: throw Failure.notArticles
            }
        }
        status = intake.status
        articleCount = articles
        self.events = merge == .corpus ? Coder.merge(events) : events
        if oneADay {
            var filter = OneADay()
            self.events = filter.filter(self.events)
        }
    }
}
