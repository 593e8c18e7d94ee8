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
    init(
        _ arguments: InputArguments,
        rooms: Rooms,
        merge: MergeScope,
        traces: Bool = false,
        lexicon: PackLexicon = PackLexicon()
    ) throws {
        let ontology = try rooms.ontology()
        let coders = CoderSource { try rooms.coder(merge: merge, traces: traces, lexicon: lexicon) }
        var intake = Intake(arguments, ontology: ontology)
        intake.byteCountMax = Intake.codedByteCountMax
        var events: [Event] = []
        var articles = 0
        // The parser's model is loaded with the first article, so that coded events need not wait for it.
        try intake.forEach(transform: coders.code, eventCount: { (try? $0.get().count) ?? 0 }) { piece in
            switch piece {
            case .article(_, let coded):
                articles += 1
                events += try coded.get()
            case .event(let event): events.append(event)
            case .tokens: throw Failure.notArticles
            }
        }
        status = intake.status
        articleCount = articles
        self.events = merge == .corpus ? Coder.merge(events) : events
    }
}
