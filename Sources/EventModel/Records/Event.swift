// The event record: who did what to whom, where, when, how hard, and the sentence that says so.
import Chronology

/// A coded event.
///
/// Its JSON keys are those of `EventField`, in that order.
public struct Event: Sendable, Hashable, Identifiable {
    /// `e_` and 16 hexadecimal digits of SHA-256 over article id, sentence span, trigger span and ordinal.
    public var id: String
    /// Rises when a later article changes a merged event.
    public var revision = 0
    /// When it happened, nil where unknown.
    public var date: DaySpan?
    /// Who did it.
    public var source: [Actor]
    /// To whom it was done.
    public var target: [Actor]
    /// The words of the text for the act.
    public var action: String
    /// The PLOVER type.
    public var type: EventType
    /// The PLOVER mode, nil where the type has none or the text tells none.
    public var mode: String?
    /// The PLOVER contexts, in the ontology's order.
    public var context: [String]
    /// The CAMEO code of three or four digits, nil where unknown.
    public var cameo: String?
    /// The Goldstein value of the CAMEO code, −10 to 10 (Goldstein 1992), nil where unknown.
    public var goldstein: Double?
    /// The hostility level of the Militarized Interstate Disputes data: 1 none, 2 threat, 3 display, 4 use of force, 5 war.
    public var hostility: Int
    /// Whether it has happened.
    public var modality = Modality.actual
    /// Whether the words of the act stand inside quotation marks.
    public var quoted = false
    /// The name of the one who tells of it, nil for the narrator.
    public var speaker: String?
    /// Whether it sums up several acts ("dozens of attacks").
    public var aggregate = false
    /// Where it happened, nil where unknown.
    public var location: Place?
    /// The weapons, from the closed list of the data.
    public var weapon: [String] = []
    /// How many were killed, nil where the text gives no figure.
    public var killed: Int?
    /// How many were wounded, nil where the text gives no figure.
    public var wounded: Int?
    /// The ids of the events that the text says this one answers.
    public var inResponseTo: [String] = []
    /// The id of the article.
    public var article: String
    /// The day the article was published, nil where unknown.
    public var published: Day?
    /// The sentence's place in the article, from 0; −1 is the title.
    public var sentence: Int
    /// Half-open Unicode scalar offsets of the sentence in the article's text.
    public var span: Range<Int>
    /// Half-open Unicode scalar offsets of the words of the action.
    public var trigger: Range<Int>
    /// The whole sentence.
    public var text: String
    /// The other sentences that tell of it.
    public var mentions: [Mention] = []
    /// Which lexicon lines and which parse made this; only where it was asked for.
    public var trace: String?

    /// An event with what every event has; the rest is set where it is known.
    public init(
        id: String,
        date: DaySpan?,
        source: [Actor],
        target: [Actor],
        action: String,
        type: EventType,
        mode: String? = nil,
        context: [String] = [],
        cameo: String? = nil,
        goldstein: Double? = nil,
        hostility: Int,
        article: String,
        published: Day? = nil,
        sentence: Int,
        span: Range<Int>,
        trigger: Range<Int>,
        text: String
    ) {
        self.id = id
        self.date = date
        self.source = source
        self.target = target
        self.action = action
        self.type = type
        self.mode = mode
        self.context = context
        self.cameo = cameo
        self.goldstein = goldstein
        self.hostility = hostility
        self.article = article
        self.published = published
        self.sentence = sentence
        self.span = span
        self.trigger = trigger
        self.text = text
    }

    /// The quad class, which follows from the type.
    public var quad: QuadClass { type.quad }
}
