// Reads single fields from a snapshot's columns.
import CColumns
import Chronology

extension EventStore.Snapshot {
    /// The value of a field at an entry of the field's table.
    public func value(of field: EventField, entry: Int) -> FieldValue {
        switch FieldDomain(field) {
        case .type: typeValue(of: field, code: entry)
        case .modality: entry < Modality.allCases.count ? .text(Modality.allCases[entry].rawValue) : .unknown
        case .hostility: .number(Double(entry))
        case .flags:
            .flag(entry & Int(field == .quoted ? BRINK_FLAG_QUOTED : BRINK_FLAG_AGGREGATE) != 0)
        case .act: actValue(of: field, act: entry)
        case .sides: .actors(actors(field == .source ? columns.side_source[entry] : columns.side_target[entry]))
        case .casualty: figure(field == .killed ? columns.killed[entry] : columns.wounded[entry])
        case .place:
            .list([columns.place_name[entry], columns.place_country[entry]].compactMap(text))
        case .row: rowValue(of: field, row: entry)
        }
    }

    /// The value of a field of a row's event.
    public func value(of field: EventField, row: Int) -> FieldValue {
        value(of: field, entry: FieldDomain(field).entry(of: row, in: columns))
    }

    private func typeValue(of field: EventField, code: Int) -> FieldValue {
        guard code < EventType.allCases.count else { return .unknown }
        let type = EventType.allCases[code]
        return .text(field == .quad ? type.quad.rawValue : type.rawValue)
    }

    private func actValue(of field: EventField, act: Int) -> FieldValue {
        switch field {
        case .mode: return textValue(columns.act_mode[act])
        case .cameo: return textValue(columns.act_cameo[act])
        case .context: return .list(list(columns.act_context[act]).compactMap(text))
        default:
            let goldstein = columns.act_goldstein[act]
            return goldstein.isNaN ? .unknown : .number(goldstein)
        }
    }

    private func rowValue(of field: EventField, row: Int) -> FieldValue {
        let extra = Int(columns.extra[row])
        let sentence = Int(columns.sentence[row])
        switch field {
        case .id: return .text(id(row))
        case .date: return date(row).map(FieldValue.days) ?? .unknown
        case .action: return textValue(columns.action[row])
        case .article, .published: return articleValue(of: field, Int(columns.sentence_article[sentence]))
        case .sentence: return .number(Double(columns.sentence_number[sentence]))
        case .text:
            // What any of its sentences says counts as said of it.
            let others = list(columns.extra_mentions[extra]).map { columns.sentence_text[Int($0)] }
            return .list(([columns.sentence_text[sentence]] + others).compactMap(text))
        case .inResponseTo: return answeredValue(extra: extra)
        default: return extraValue(of: field, extra)
        }
    }

    /// The value of a field that few events have, at an entry of the table of these.
    func extraValue(of field: EventField, _ extra: Int) -> FieldValue {
        switch field {
        case .revision: .number(Double(columns.extra_revision[extra]))
        case .speaker: textValue(columns.extra_speaker[extra])
        case .weapon: .list(list(columns.extra_weapons[extra]).compactMap(text))
        case .trace: textValue(columns.extra_trace[extra])
        case .mentions: .number(Double(list(columns.extra_mentions[extra]).count))
        default: .unknown
        }
    }

    /// The ids that are answered, at an entry of the table of what few events have.
    func answeredValue(extra: Int) -> FieldValue { .list(answeredIDs(extra: extra).map(idText)) }

    /// The id of an article, or the day of its publication.
    func articleValue(of field: EventField, _ article: Int) -> FieldValue {
        guard field == .published else { return textValue(columns.article_id[article]) }
        let day = columns.article_published[article]
        return day == .unknown ? .unknown : .days(DaySpan(Day(number: day)))
    }

    private func figure(_ figure: Int32) -> FieldValue {
        figure == .unknown ? FieldValue.unknown : .number(Double(figure))
    }

    private func textValue(_ symbol: UInt32) -> FieldValue { text(symbol).map(FieldValue.text) ?? .unknown }

    private func actors(_ number: UInt32) -> [Actor] {
        list(number).map { actor(Int($0)) }
    }

    /// An entry of the table of actors; the words of the text are not part of it.
    public func actor(_ actor: Int) -> Actor {
        Actor(
            id: text(columns.actor_id[actor]) ?? "",
            name: text(columns.actor_name[actor]) ?? "",
            country: text(columns.actor_country[actor]),
            sector: Sector.column(columns.actor_sector[actor]),
            backer: text(columns.actor_backer[actor]),
            family: text(columns.actor_family[actor]),
            text: ""
        )
    }
}
