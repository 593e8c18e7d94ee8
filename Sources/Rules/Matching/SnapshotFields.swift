// Reads single fields from a snapshot's columns.
import CColumns
import Chronology
import EventModel

extension EventStore.Snapshot {
    /// The value of a field at an entry of the field's table.
    func value(of field: EventField, entry: Int) -> FieldValue {
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
            .list([columns.place_name[entry], columns.place_country[entry]].compactMap(symbolText))
        case .row: rowValue(of: field, row: entry)
        }
    }

    /// The value of a field of a row's event.
    func value(of field: EventField, row: Int) -> FieldValue {
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
        case .context: return .list(symbolList(columns.act_context[act]).compactMap(symbolText))
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
        case .revision: return .number(Double(columns.extra_revision[extra]))
        case .date: return date(row).map(FieldValue.days) ?? .unknown
        case .action: return textValue(columns.action[row])
        case .speaker: return textValue(columns.extra_speaker[extra])
        case .weapon: return .list(symbolList(columns.extra_weapons[extra]).compactMap(symbolText))
        case .trace: return textValue(columns.extra_trace[extra])
        case .article: return textValue(columns.article_id[Int(columns.sentence_article[sentence])])
        case .published:
            let day = columns.article_published[Int(columns.sentence_article[sentence])]
            return day == unknownFigure ? .unknown : .days(DaySpan(Day(number: day)))
        case .sentence: return .number(Double(columns.sentence_number[sentence]))
        case .text:
            // What any of its sentences says counts as said of it.
            let others = symbolList(columns.extra_mentions[extra]).map { columns.sentence_text[Int($0)] }
            return .list(([columns.sentence_text[sentence]] + others).compactMap(symbolText))
        case .inResponseTo: return .list(answeredRows(row).map { id($0) })
        case .mentions: return .number(Double(symbolList(columns.extra_mentions[extra]).count))
        default: return .unknown
        }
    }

    private func figure(_ figure: Int32) -> FieldValue {
        figure == unknownFigure ? .unknown : .number(Double(figure))
    }

    private func textValue(_ symbol: UInt32) -> FieldValue { symbolText(symbol).map(FieldValue.text) ?? .unknown }

    private func actors(_ list: UInt32) -> [Actor] {
        symbolList(list).map { actor(Int($0)) }
    }

    /// An entry of the table of actors; the words of the text are not part of it.
    func actor(_ actor: Int) -> Actor {
        let sector = Int(columns.actor_sector[actor])
        return Actor(
            id: symbolText(columns.actor_id[actor]) ?? "",
            name: symbolText(columns.actor_name[actor]) ?? "",
            country: symbolText(columns.actor_country[actor]),
            sector: sector < Sector.allCases.count ? Sector.allCases[sector] : nil,
            backer: symbolText(columns.actor_backer[actor]),
            family: symbolText(columns.actor_family[actor]),
            text: ""
        )
    }

    /// Whether a row's event says that it answers anything.
    func answersSomething(_ row: Int) -> Bool { columns.extra_answers[Int(columns.extra[row])] != 0 }

    /// The text of a symbol, nil for none.
    func symbolText(_ symbol: UInt32) -> String? {
        guard symbol != 0 else { return nil }
        let start = Int(columns.symbol_start[Int(symbol)])
        let end = Int(columns.symbol_start[Int(symbol) + 1])
        return String(decoding: UnsafeBufferPointer(start: columns.strings + start, count: end - start), as: UTF8.self)
    }

    /// The elements of a list of the columns.
    func symbolList(_ list: UInt32) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: columns.lists + Int(list) + 1, count: Int(columns.lists[Int(list)]))
    }
}

/// An unknown day or figure in columns, `BRINK_UNKNOWN`, which Swift does not import: its header computes it.
let unknownFigure = Int32.min
