// The units that calendars and clocks count in.

/// A unit of time; raw values are the letters of ISO 8601 durations, with TimeML's for those that ISO lacks.
enum CalendarUnit: String {
    case second = "TS"
    case minute = "TM"
    case hour = "TH"
    case day = "D"
    case week = "W"
    case weekend = "WE"
    case month = "M"
    case quarter = "Q"
    case year = "Y"
    case decade = "E"
    case century = "C"
    case millennium = "L"
    case period = "P"

    /// The ISO 8601 duration of an amount: `P2D`, `PT5H`; `X` for an amount that nobody named.
    func duration(_ amount: Double?) -> String {
        guard self != .period else { return "PXX" }
        // ISO 8601 knows no decades.
        if self == .decade { return CalendarUnit.year.duration(amount.map { $0 * 10 }) }
        let clock = rawValue.count == 2 && self != .weekend
        let letter = self == .weekend ? "WE" : String(rawValue.suffix(1))
        let prefix = clock ? "PT" : "P"
        guard let amount else { return prefix + "X" + letter }
        let whole = amount.rounded(.down)
        if whole != amount, amount * 2 == (amount * 2).rounded(), let lower = half {
            let first = whole > 0 ? "\(Int(whole))\(letter)" : ""
            return prefix + first + "\(lower.amount)\(lower.letter)"
        }
        return prefix + Self.digits(amount) + letter
    }

    /// Half of one unit, counted in the next smaller one.
    private var half: (amount: Int, letter: String)? {
        switch self {
        case .minute: (30, "S")
        case .hour: (30, "M")
        case .day: (12, "H")
        case .month: (15, "D")
        case .year: (6, "M")
        default: nil
        }
    }

    private static func digits(_ amount: Double) -> String {
        guard amount.magnitude < 1e12 else { return "X" }
        return amount == amount.rounded() ? String(Int(amount)) : String(amount)
    }

    /// About how many days one has.
    var days: Double {
        switch self {
        case .second: 1 / 86_400
        case .minute: 1 / 1440
        case .hour: 1 / 24
        case .day: 1
        case .week: 7
        case .weekend: 2
        case .month: 30.44
        case .quarter: 91.3
        case .year: 365.25
        case .decade: 3652.5
        case .century: 36_525
        case .millennium: 365_250
        case .period: 0
        }
    }

    /// Whether it is a part of a day.
    var isClock: Bool { days < 1 && self != .period }
}
