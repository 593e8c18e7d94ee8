// Events as rows of text for a table.
import EventModel

/// Lays out a selection of events as a table.
enum EventTable {
    /// The most rows of one table; what is beyond is counted in a last line.
    static let rowCountMax = 1000

    private static let defaultFields: [EventField] = [
        .date, .source, .target, .type, .mode, .killed, .wounded, .action,
    ]

    /// The table's text; throws for fields that there are not and where there is nothing to lay out with.
    static func text(_ selection: EventSelection, fields: [Value]?, _ context: EventContext) throws -> String {
        guard let renderer = context.renderer else { throw ArgumentError("there are no tables here") }
        let fields = try fields?.map(field) ?? defaultFields
        let snapshot = selection.query.snapshot
        let rows = selection.rows
        let texts = rows.prefix(rowCountMax).map { row in
            let event = snapshot.event(at: Int(row))
            return fields.map { text(of: $0, in: event) }
        }
        let table = renderer.table(header: fields.map(\.rawValue), rows: texts, width: context.width)
        guard rows.count > rowCountMax else { return table }
        return table + "\n… and \(rows.count - rowCountMax) more events"
    }

    private static func field(_ value: Value) throws -> EventField {
        guard case .string(let name) = value else {
            throw ArgumentError("the fields of a table are names, such as { 'date', 'type' }")
        }
        guard let field = EventField(rawValue: name) else {
            throw QueryError.unknown(name, among: EventField.allCases.map(\.rawValue), what: "field")
        }
        return field
    }

    /// A field in one cell; empty where it is unknown.
    static func text(of field: EventField, in event: Event) -> String {
        switch field {
        case .id: event.id
        case .revision: String(event.revision)
        case .date: event.date?.description ?? ""
        case .source: event.source.map(\.name).joined(separator: ", ")
        case .target: event.target.map(\.name).joined(separator: ", ")
        case .action: event.action
        case .type: event.type.rawValue
        case .mode: event.mode ?? ""
        case .context: event.context.joined(separator: ", ")
        case .cameo: event.cameo ?? ""
        case .quad: event.quad.rawValue
        case .goldstein: event.goldstein.map { String($0) } ?? ""
        case .hostility: String(event.hostility)
        case .modality: event.modality.rawValue
        case .quoted: String(event.quoted)
        case .speaker: event.speaker ?? ""
        case .aggregate: String(event.aggregate)
        case .location: event.location?.name ?? ""
        case .weapon: event.weapon.joined(separator: ", ")
        case .killed: event.killed.map(String.init) ?? ""
        case .wounded: event.wounded.map(String.init) ?? ""
        case .inResponseTo: event.inResponseTo.joined(separator: ", ")
        case .article: event.article
        case .published: event.published?.description ?? ""
        case .sentence: String(event.sentence)
        case .span: "\(event.span.lowerBound)–\(event.span.upperBound)"
        case .trigger: "\(event.trigger.lowerBound)–\(event.trigger.upperBound)"
        case .text: event.text
        case .mentions: String(event.mentions.count)
        case .trace: event.trace ?? ""
        }
    }
}
