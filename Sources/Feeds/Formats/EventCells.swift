// The cells of a table row, brought into the shape of the event record.
import EventModel

/// The cells of one row by the names of their columns.
struct EventCells {
    let cells: [String: SeparatedRow.Cell]

    private static let lists: [EventField] = [.context, .weapon, .inResponseTo]
    private static let numbers: [EventField] = [
        .revision, .goldstein, .hostility, .killed, .wounded, .sentence,
    ]

    /// The row as the object that an event record is.
    func node() throws(RowMistake) -> JSONNode {
        var members: [JSONMember] = []
        for field in EventField.allCases {
            guard let cell = filled(field.rawValue) else { continue }
            members.append(JSONMember(key: field.rawValue, node: try node(field, cell)))
        }
        return JSONNode(value: .object(members), index: 0)
    }

    private func node(_ field: EventField, _ cell: SeparatedRow.Cell) throws(RowMistake) -> JSONNode {
        switch field {
        case .source, .target: return actors(field.rawValue, cell)
        case .location: return try location(cell)
        case .mentions: return try parsed(cell)
        case .span, .trigger:
            var bounds: [JSONNode] = []
            for text in parts(cell) { bounds.append(try number(text, cell)) }
            return JSONNode(value: .array(bounds), index: cell.index)
        case .quoted, .aggregate: return flag(cell)
        case _ where Self.lists.contains(field):
            return JSONNode(value: .array(parts(cell).map { string($0, cell) }), index: cell.index)
        case _ where Self.numbers.contains(field): return try number(cell.text, cell)
        default: return string(cell.text, cell)
        }
    }

    private func actors(_ role: String, _ cell: SeparatedRow.Cell) -> JSONNode {
        let details = ["id", "country", "sector", "backer", "text"].compactMap { key in
            filled("\(role)_\(key)").map { (key: key, texts: parts($0)) }
        }
        let actors = parts(cell).enumerated().map { index, name in
            var members = [JSONMember(key: "name", node: string(name, cell))]
            for detail in details where index < detail.texts.count && !detail.texts[index].isEmpty {
                members.append(JSONMember(key: detail.key, node: string(detail.texts[index], cell)))
            }
            return JSONNode(value: .object(members), index: cell.index)
        }
        return JSONNode(value: .array(actors), index: cell.index)
    }

    private func location(_ cell: SeparatedRow.Cell) throws(RowMistake) -> JSONNode {
        var members = [JSONMember(key: "name", node: string(cell.text, cell))]
        if let country = filled("location_country") {
            members.append(JSONMember(key: "country", node: string(country.text, country)))
        }
        for key in ["lat", "lon"] {
            guard let degrees = filled("location_\(key)") else { continue }
            members.append(JSONMember(key: key, node: try number(degrees.text, degrees)))
        }
        return JSONNode(value: .object(members), index: cell.index)
    }

    private func parsed(_ cell: SeparatedRow.Cell) throws(RowMistake) -> JSONNode {
        var parser = JSONParser(Array(cell.text.utf8)[...])
        do throws(JSONMistake) {
            return try parser.parse()
        } catch {
            throw RowMistake(code: "bad_json", message: error.message, index: cell.index)
        }
    }

    private func filled(_ column: String) -> SeparatedRow.Cell? {
        guard let cell = cells[column], !cell.text.allSatisfy(\.isWhitespace) else { return nil }
        return cell
    }

    private func parts(_ cell: SeparatedRow.Cell) -> [String] {
        cell.text.split(separator: ";", omittingEmptySubsequences: false).map { part in
            let start = part.drop { $0 == " " }
            return String(start.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func string(_ text: String, _ cell: SeparatedRow.Cell) -> JSONNode {
        JSONNode(value: .string(text), index: cell.index)
    }

    private func number(_ text: String, _ cell: SeparatedRow.Cell) throws(RowMistake) -> JSONNode {
        guard let number = Double(text), number.isFinite else {
            throw RowMistake(code: "bad_value", message: "'\(text.prefix(40))' is no number", index: cell.index)
        }
        return JSONNode(value: .number(number), index: cell.index)
    }

    private func flag(_ cell: SeparatedRow.Cell) -> JSONNode {
        switch cell.text.lowercased() {
        case "true", "1", "yes": JSONNode(value: .bool(true), index: cell.index)
        case "false", "0", "no": JSONNode(value: .bool(false), index: cell.index)
        default: string(cell.text, cell)
        }
    }
}
