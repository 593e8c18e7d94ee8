// The actors of the loaded events as Lua values.
import EventModel
import LuaRuntime
import Rendering
import Synchronization

/// The actors of events, the busiest first; counted when first looked at.
final class ActorList: HostObject {
    static let luaTypeName = "actor list"
    private let snapshot: EventStore.Snapshot
    private let counted = Mutex<[Row]?>(nil)

    /// An actor and how many events it stands in.
    struct Row: Sendable {
        let id: String
        let name: String
        let sourceCount: Int
        let targetCount: Int
        let count: Int
    }

    /// The actors of a snapshot.
    init(_ snapshot: EventStore.Snapshot) { self.snapshot = snapshot }

    /// The actors.
    var rows: [Row] {
        counted.withLock { counted in
            if let counted { return counted }
            let query = Query(snapshot)
            func counts(_ side: Side) -> [String: Double] {
                Dictionary(query.by(.side(side, .id)).counts().map { ($0.key[0], $0.value) }, uniquingKeysWith: +)
            }
            let (sources, targets) = (counts(.source), counts(.target))
            let rows = query.by(.actor(.id)).counts().map { group in
                let id = group.key[0]
                return Row(
                    id: id,
                    name: snapshot.key(id).map(snapshot.name) ?? id,
                    sourceCount: Int(sources[id] ?? 0),
                    targetCount: Int(targets[id] ?? 0),
                    count: Int(group.value)
                )
            }
            counted = rows
            return rows
        }
    }

    var luaDescription: String {
        let count = rows.count
        return count == 1 ? "1 actor" : "\(count) actors"
    }

    /// The rows of a table.
    func records(countMax: Int) -> [Record] {
        rows.prefix(countMax).map { row in
            [
                "name": .text(row.name), "events": .integer(row.count), "as_source": .integer(row.sourceCount),
                "as_target": .integer(row.targetCount), "id": .text(row.id),
            ]
        }
    }
}

extension LuaType {
    /// The type of `actors`.
    static let actorList = LuaType.list(
        of: ActorList.self,
        "The actors of the events, the busiest first.",
        itemType: "table",
        count: { $0.rows.count },
        item: { list, place in
            let row = list.rows[place]
            return .table([
                "id": .string(row.id), "name": .string(row.name), "events": .integer(row.count),
                "as_source": .integer(row.sourceCount), "as_target": .integer(row.targetCount),
            ])
        }
    )
}
