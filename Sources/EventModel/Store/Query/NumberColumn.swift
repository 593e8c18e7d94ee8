// Any numeric field as one column of numbers, whichever table it stands in.
import CColumns

/// Reads a numeric field row by row.
public struct NumberColumn: @unchecked Sendable {
    // @unchecked: the pointers lead into the snapshot, which never changes and is kept alive here.

    private let codes: UnsafePointer<UInt32>?
    private let bytes: UnsafePointer<UInt8>?
    private let values: [Double?]
    private let snapshot: EventStore.Snapshot

    /// The column of what is added up.
    public init(_ figure: Figure, _ snapshot: EventStore.Snapshot) {
        switch figure {
        case .field(let field): self.init(field, snapshot)
        case .weight(.goldstein): self.init(.goldstein, snapshot)
        case .weight(.types(let weights)): self.init(weights, snapshot)
        }
    }

    private init(_ weights: [EventType: Double], _ snapshot: EventStore.Snapshot) {
        self.snapshot = snapshot
        (codes, bytes) = (nil, snapshot.columns.type)
        values = (0..<256).map { code in
            code < EventType.allCases.count ? weights[EventType.allCases[code]] : nil
        }
    }

    /// The column of a field.
    public init(_ field: NumberField, _ snapshot: EventStore.Snapshot) {
        let columns = snapshot.columns
        self.snapshot = snapshot
        func figure(_ value: Int32) -> Double? { value == .unknown ? nil : Double(value) }
        switch field {
        case .hostility:
            (codes, bytes) = (nil, columns.hostility)
            values = (0..<256).map(Double.init)
        case .goldstein:
            (codes, bytes) = (columns.act, nil)
            values = (0..<Int(columns.counts.acts)).map { columns.act_goldstein[$0] }.map { $0.isNaN ? nil : $0 }
        case .killed:
            (codes, bytes) = (columns.casualty, nil)
            values = (0..<Int(columns.counts.casualties)).map { figure(columns.killed[$0]) }
        case .wounded:
            (codes, bytes) = (columns.casualty, nil)
            values = (0..<Int(columns.counts.casualties)).map { figure(columns.wounded[$0]) }
        case .revision:
            (codes, bytes) = (columns.extra, nil)
            values = (0..<Int(columns.counts.extras)).map { Double(columns.extra_revision[$0]) }
        case .sentence:
            (codes, bytes) = (columns.sentence, nil)
            values = (0..<Int(columns.counts.sentences)).map { Double(columns.sentence_number[$0]) }
        }
    }

    /// The number of a row, nil where unknown.
    public subscript(row: Int) -> Double? {
        if let codes { return values[Int(codes[row])] }
        if let bytes { return values[Int(bytes[row])] }
        return nil
    }
}
