// On which table of the columns a field hangs: what repeats is tested once for each entry, not for each event.
import CColumns

/// The tables that hold the values of fields.
public enum FieldDomain: Sendable, Comparable {
    case type
    case modality
    case hostility
    case flags
    case act
    case sides
    case casualty
    case place
    /// Tested event by event: the tables are about as long as there are events.
    case row

    /// The table of a field.
    public init(_ field: EventField) {
        self =
            switch field {
            case .type, .quad: .type
            case .modality: .modality
            case .hostility: .hostility
            case .quoted, .aggregate: .flags
            case .mode, .context, .cameo, .goldstein: .act
            case .source, .target: .sides
            case .killed, .wounded: .casualty
            case .location: .place
            case .id, .revision, .date, .action, .speaker, .weapon, .inResponseTo, .article, .published, .sentence,
                .span, .trigger, .text, .mentions, .trace:
                .row
            }
    }

    /// How many entries the table has.
    public func count(in columns: brink_columns) -> Int {
        switch self {
        case .type, .modality, .hostility, .flags: 256
        case .act: Int(columns.counts.acts)
        case .sides: Int(columns.counts.sides)
        case .casualty: Int(columns.counts.casualties)
        case .place: Int(columns.counts.places)
        case .row: Int(columns.counts.events)
        }
    }

    /// The entry of a row.
    public func entry(of row: Int, in columns: brink_columns) -> Int {
        switch self {
        case .type: Int(columns.type[row])
        case .modality: Int(columns.modality[row])
        case .hostility: Int(columns.hostility[row])
        case .flags: Int(columns.flags[row])
        case .act: Int(columns.act[row])
        case .sides: Int(columns.side[row])
        case .casualty: Int(columns.casualty[row])
        case .place: Int(columns.place[row])
        case .row: row
        }
    }
}
