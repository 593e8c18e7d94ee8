// The event record: the keys of `EventField`, in its order, null where unknown.
import EventModel

extension Event: RecordConvertible {
    /// The event record; `trace` stands in it only where it is set.
    public var record: Record {
        var record = Record()
        for field in EventField.allCases where field != .trace || trace != nil {
            record.append(field.rawValue, value(of: field))
        }
        return record
    }

    /// The record with actors and place spread over columns: `source_country`, `location_lat` and so on.
    public var flatRecord: Record {
        var record = Record()
        for field in EventField.allCases where field != .trace || trace != nil {
            switch field {
            case .source: Self.append(source, as: field, to: &record)
            case .target: Self.append(target, as: field, to: &record)
            case .location:
                record.append(field.rawValue, .text(location?.name))
                record.append("location_country", .text(location?.country))
                record.append("location_lat", .number(location?.latitude))
                record.append("location_lon", .number(location?.longitude))
            default: record.append(field.rawValue, value(of: field))
            }
        }
        return record
    }

    /// When, who, what, to whom, in which words; the id where there is room.
    public var tableRecord: Record {
        var record = Record()
        record.append(EventField.date.rawValue, value(of: .date))
        record.append(EventField.source.rawValue, .texts(source.map(\.name)))
        record.append(EventField.type.rawValue, value(of: .type))
        record.append(EventField.target.rawValue, .texts(target.map(\.name)))
        record.append(EventField.action.rawValue, value(of: .action))
        record.append(EventField.id.rawValue, value(of: .id))
        return record
    }

    /// The columns of an event in CSV.
    public static var flatHeader: [String] {
        EventField.allCases.filter { $0 != .trace }.flatMap { field in
            switch field {
            case .source, .target: [field.rawValue] + actorDetails.map { "\(field.rawValue)_\($0)" }
            case .location: [field.rawValue, "location_country", "location_lat", "location_lon"]
            default: [field.rawValue]
            }
        }
    }

    /// The columns of an event in a table.
    public static var tableHeader: [String] {
        [EventField.date, .source, .type, .target, .action, .id].map(\.rawValue)
    }

    /// The id, which a narrow table leaves out.
    public static var wideTableColumns: Set<String> { [EventField.id.rawValue] }

    private static let actorDetails = ["id", "country", "sector", "backer", "text"]

    private static func append(_ actors: [Actor], as field: EventField, to record: inout Record) {
        let name = field.rawValue
        record.append(name, .texts(actors.map(\.name)))
        record.append("\(name)_id", .texts(actors.map(\.id)))
        record.append("\(name)_country", .list(actors.map { .text($0.country) }))
        record.append("\(name)_sector", .list(actors.map { .text($0.sector?.rawValue) }))
        record.append("\(name)_backer", .list(actors.map { .text($0.backer) }))
        record.append("\(name)_text", .texts(actors.map(\.text)))
    }

    private func value(of field: EventField) -> RecordValue {
        switch field {
        case .id: .text(id)
        case .revision: .integer(revision)
        case .date: .text(date?.description)
        case .source: .list(source.map { .record($0.record) })
        case .target: .list(target.map { .record($0.record) })
        case .action: .text(action)
        case .type: .text(type.rawValue)
        case .mode: .text(mode)
        case .context: .texts(context)
        case .cameo: .text(cameo)
        case .quad: .text(quad.rawValue)
        case .goldstein: .number(goldstein)
        case .hostility: .integer(hostility)
        case .modality: .text(modality.rawValue)
        case .quoted: .bool(quoted)
        case .speaker: .text(speaker)
        case .aggregate: .bool(aggregate)
        case .location: location.map { .record($0.record) } ?? .null
        case .weapon: .texts(weapon)
        case .killed: .integer(killed)
        case .wounded: .integer(wounded)
        case .inResponseTo: .texts(inResponseTo)
        case .article: .text(article)
        case .published: .text(published?.description)
        case .sentence: .integer(sentence)
        case .span: .span(span)
        case .trigger: .span(trigger)
        case .text: .text(text)
        case .mentions: .list(mentions.map { .record($0.record) })
        case .trace: .text(trace)
        }
    }
}

extension Actor: RecordConvertible {
    /// The actor as the event record gives it.
    public var record: Record {
        [
            "id": .text(id), "name": .text(name), "country": .text(country), "sector": .text(sector?.rawValue),
            "backer": .text(backer), "text": .text(text),
        ]
    }
}

extension Place: RecordConvertible {
    /// The place as the event record gives it, in degrees.
    public var record: Record {
        ["name": .text(name), "country": .text(country), "lat": .number(latitude), "lon": .number(longitude)]
    }
}

extension Mention: RecordConvertible {
    /// The mention as the event record gives it.
    public var record: Record {
        ["article": .text(article), "sentence": .integer(sentence), "span": .span(span), "text": .text(text)]
    }
}
