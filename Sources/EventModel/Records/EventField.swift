// The one table of an event's fields: JSON keys, CSV and table headers, Lua fields and completion all read it.

/// A field of the event record, in the order of the record; raw values are the names everywhere.
public enum EventField: String, Sendable, CaseIterable {
    case id
    case revision
    case date
    case source
    case target
    case action
    case type
    case mode
    case context
    case cameo
    case quad
    case goldstein
    case hostility
    case modality
    case quoted
    case speaker
    case aggregate
    case location
    case weapon
    case killed
    case wounded
    case inResponseTo = "in_response_to"
    case article
    case published
    case sentence
    case span
    case trigger
    case text
    case mentions
    case trace

    /// What the field tells, in one line for help and documentation.
    public var summary: String {
        switch self {
        case .id: "the event's id, e_ and 16 hexadecimal digits"
        case .revision: "how often a later article has changed it"
        case .date: "when it happened: a day or a span of days"
        case .source: "who did it: a list of actors"
        case .target: "to whom it was done: a list of actors"
        case .action: "the words of the text for the act"
        case .type: "the PLOVER type, such as ASSAULT"
        case .mode: "the PLOVER mode, such as heavy-weapons"
        case .context: "the PLOVER contexts, a list"
        case .cameo: "the CAMEO code, as text"
        case .quad: "the quad class, such as material_conflict"
        case .goldstein: "the Goldstein value, -10 to 10"
        case .hostility: "the MID level: 1 none, 2 threat, 3 display, 4 use of force, 5 war"
        case .modality: "actual, claimed, planned, hypothetical or negated"
        case .quoted: "whether the act stands inside quotation marks"
        case .speaker: "who tells of it, nil for the narrator"
        case .aggregate: "whether it sums up several acts"
        case .location: "the place: name, country, lat, lon"
        case .weapon: "the weapons, a list"
        case .killed: "how many were killed, nil where no figure is given"
        case .wounded: "how many were wounded, nil where no figure is given"
        case .inResponseTo: "the ids of the events that it answers, a list"
        case .article: "the article's id"
        case .published: "the day the article was published"
        case .sentence: "the sentence's place in the article, from 0; -1 is the title"
        case .span: "where the sentence stands: Unicode scalar offsets, half-open"
        case .trigger: "where the words of the act stand: Unicode scalar offsets, half-open"
        case .text: "the whole sentence"
        case .mentions: "the other sentences that tell of it, a list"
        case .trace: "which lexicon lines and which parse made this, with --trace"
        }
    }
}
