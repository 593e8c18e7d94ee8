// The part of a step's condition that looks at one event alone, compiled against a snapshot.
import CColumns
import EventModel

/// A condition on single events, as tables of verdicts.
indirect enum OwnCondition {
    /// The verdict for each entry of a table.
    case table(FieldDomain, [Bool])
    /// A field that is read event by event.
    case row(EventField, FieldTest)
    /// The event was at most so many days old when it was told.
    case age(atMost: Int)
    /// The event completes an alert of another rule.
    case alert(AlertTest, RaisedAlerts)
    case all([OwnCondition])
    case any([OwnCondition])
    case none([OwnCondition])

    /// Compiles a condition that is `isOwn`; relations and functions in it pass everything.
    init(_ condition: Condition, in snapshot: EventStore.Snapshot, alerts: RaisedAlerts) {
        switch condition {
        case .field(let field, let test):
            let domain = FieldDomain(field)
            guard domain != .row else {
                self = .row(field, test)
                return
            }
            let count = domain.count(in: snapshot.columns)
            self = .table(domain, (0..<count).map { test.passes(snapshot.value(of: field, entry: $0)) })
        case .age(let days): self = .age(atMost: days)
        case .alert(let test): self = .alert(test, alerts)
        case .relation, .function: self = .all([])
        case .all(let parts): self = .all(parts.map { OwnCondition($0, in: snapshot, alerts: alerts) })
        case .any(let parts): self = .any(parts.map { OwnCondition($0, in: snapshot, alerts: alerts) })
        case .none(let parts): self = .none(parts.map { OwnCondition($0, in: snapshot, alerts: alerts) })
        }
    }

    /// Whether it holds for a row's event.
    func holds(_ row: Int, in snapshot: EventStore.Snapshot) -> Bool {
        switch self {
        case .table(let domain, let verdicts): verdicts[domain.entry(of: row, in: snapshot.columns)]
        case .row(let field, let test): test.passes(snapshot.value(of: field, row: row))
        case .age(let days): snapshot.isAged(row, atMost: days)
        case .alert(let test, let alerts): alerts.holds(test, row: row)
        case .all(let parts): parts.allSatisfy { $0.holds(row, in: snapshot) }
        case .any(let parts): parts.contains { $0.holds(row, in: snapshot) }
        case .none(let parts): !parts.contains { $0.holds(row, in: snapshot) }
        }
    }

    /// One byte for each row, 1 where it holds; rubbish once the sign to stop is raised.
    func verdicts(in snapshot: EventStore.Snapshot, stop: StopSign) -> [UInt8] {
        var verdicts = [UInt8](repeating: 1, count: snapshot.count)
        verdicts.withUnsafeMutableBufferPointer { verdicts in
            // Once few rows are left, it is cheaper to look at those than to go through whole columns.
            var few: [Int]?
            for part in parts where !stop.isRaised {
                guard let rows = few else {
                    part.narrow(verdicts, in: snapshot, stop)
                    few = Self.few(verdicts)
                    continue
                }
                few = rows.filter { row in
                    if stop.isRaised || part.holds(row, in: snapshot) { return true }
                    verdicts[row] = 0
                    return false
                }
            }
        }
        return verdicts
    }

    /// What must hold, one by one: cheap tables first, so that texts are read for few rows only.
    private var parts: [OwnCondition] {
        guard case .all(let parts) = self else { return [self] }
        return parts.flatMap(\.parts).sorted { $0.cost < $1.cost }
    }

    /// The rows that are left where they are few, nil where they are many.
    private static func few(_ verdicts: UnsafeMutableBufferPointer<UInt8>) -> [Int]? {
        var count = 0
        for verdict in verdicts { count += Int(verdict) }
        guard count * 16 < verdicts.count else { return nil }
        return verdicts.indices.filter { verdicts[$0] != 0 }
    }

    /// Clears the bytes of the rows for which it does not hold.
    private func narrow(
        _ verdicts: UnsafeMutableBufferPointer<UInt8>,
        in snapshot: EventStore.Snapshot,
        _ stop: StopSign
    ) {
        switch self {
        case .all(let parts):
            for part in parts { part.narrow(verdicts, in: snapshot, stop) }
        case .table(let domain, let passes):
            let columns = snapshot.columns
            switch domain {
            case .type: Self.narrow(verdicts, columns.type, passes)
            case .modality: Self.narrow(verdicts, columns.modality, passes)
            case .hostility: Self.narrow(verdicts, columns.hostility, passes)
            case .flags: Self.narrow(verdicts, columns.flags, passes)
            case .act: Self.narrow(verdicts, columns.act, passes)
            case .sides: Self.narrow(verdicts, columns.side, passes)
            case .casualty: Self.narrow(verdicts, columns.casualty, passes)
            case .place: Self.narrow(verdicts, columns.place, passes)
            case .row: break
            }
        case .row, .age, .alert, .any, .none:
            for row in verdicts.indices where verdicts[row] != 0 {
                if stop.isRaised { return }
                if !holds(row, in: snapshot) { verdicts[row] = 0 }
            }
        }
    }

    private static func narrow<Index: UnsignedInteger>(
        _ verdicts: UnsafeMutableBufferPointer<UInt8>,
        _ column: UnsafePointer<Index>,
        _ passes: [Bool]
    ) {
        let bytes = passes.map { $0 ? UInt8(1) : 0 }
        bytes.withUnsafeBufferPointer { bytes in
            for row in verdicts.indices { verdicts[row] &= bytes[Int(column[row])] }
        }
    }

    private var cost: Int {
        switch self {
        case .table: 0
        case .age, .alert: 1
        case .all(let parts), .any(let parts), .none(let parts): 1 + (parts.map(\.cost).max() ?? 0)
        case .row(let field, _): field == .text ? 20 : 10
        }
    }
}
