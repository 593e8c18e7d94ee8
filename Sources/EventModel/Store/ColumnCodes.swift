// The one-byte codes of closed vocabularies in columns: places in `allCases`.

extension EventType {
    /// The code in the `type` column.
    var column: UInt8 { Self.columns[self] ?? 0 }

    /// The type of a code.
    init(column: UInt8) { self = Self.allCases[Int(column)] }

    private static let columns = columnCodes(Self.self)
}

extension Modality {
    /// The code in the `modality` column.
    var column: UInt8 { Self.columns[self] ?? 0 }

    /// The modality of a code.
    init(column: UInt8) { self = Self.allCases[Int(column)] }

    private static let columns = columnCodes(Self.self)
}

extension Sector {
    /// The code in the `actor_sector` column.
    var column: UInt8 { Self.columns[self] ?? 0 }

    /// The sector of a code, nil for none.
    static func column(_ code: UInt8) -> Sector? {
        Int(code) < allCases.count ? allCases[Int(code)] : nil
    }

    private static let columns = columnCodes(Self.self)
}

private func columnCodes<Case: CaseIterable & Hashable>(_ type: Case.Type) -> [Case: UInt8] {
    var codes: [Case: UInt8] = [:]
    for (place, value) in type.allCases.enumerated() { codes[value] = UInt8(place) }
    return codes
}
