// What can be measured over the events of a window.
import EventModel

/// A number of a window.
public enum Measure: Sendable, Hashable {
    /// How many events.
    case count
    /// How many different values of a field; of sides, at the level of the key.
    case distinct(DistinctField)
    /// The sum of a figure over the events that have it; 0 where none has.
    case sum(Figure)
    /// The mean of a figure.
    case mean(Figure)
    /// The smallest.
    case min(Figure)
    /// The largest.
    case max(Figure)
    /// The middle one.
    case median(Figure)
    /// The one below which so many percent lie.
    case percentile(Figure, Double)
    /// The change from one period of the window to the next, by least squares.
    case trend(Total)
    /// Standard deviations above the mean of windows before it.
    case zScore(Total)
    /// −log10 of the chance of so many events at the rate of the past.
    case surprise
    /// The total by that which the past leads one to expect.
    case ratio(Total)
    /// The cumulative sum over the window's periods against those of the past.
    case cusum(Total)
    /// The significance at which one side of a pair follows the other in kind.
    case reciprocity(Total, lags: Int)

    /// What is added up over a stretch of time.
    public enum Total: Sendable, Hashable {
        /// The number of events.
        case count
        /// The sum of a figure.
        case sum(Figure)

        /// The name of what is added up.
        public var name: String {
            switch self {
            case .count: "count"
            case .sum(let figure): figure.name
            }
        }
    }

    /// Whether it looks at periods within the window.
    var isOverPeriods: Bool {
        switch self {
        case .trend, .cusum, .reciprocity: true
        default: false
        }
    }

    /// Whether it needs a baseline.
    var isAgainstPast: Bool {
        switch self {
        case .zScore, .surprise, .ratio, .cusum: true
        default: false
        }
    }

    /// How dear it is to work out: the cheapest are asked first.
    var cost: Int {
        switch self {
        case .count: 0
        case .sum, .mean: 1
        case .min, .max: 2
        case .distinct, .median, .percentile: 3
        case .trend, .ratio, .surprise: 4
        case .zScore, .cusum: 5
        case .reciprocity: 6
        }
    }

    /// The name under which `alert` finds its value: `count`, `sum_killed`, `zscore`.
    public var name: String {
        switch self {
        case .count: "count"
        case .distinct(let field): "distinct_\(field.name)"
        case .sum(let figure): "sum_\(figure.name)"
        case .mean(let figure): "mean_\(figure.name)"
        case .min(let figure): "min_\(figure.name)"
        case .max(let figure): "max_\(figure.name)"
        case .median(let figure): "median_\(figure.name)"
        case .percentile(let figure, _): "percentile_\(figure.name)"
        case .trend: "trend"
        case .zScore: "zscore"
        case .surprise: "surprise"
        case .ratio: "ratio"
        case .cusum: "cusum"
        case .reciprocity: "reciprocity"
        }
    }
}

extension Measure: CustomStringConvertible {
    /// The measure in the words of explanations: `z-score of count`.
    public var description: String {
        switch self {
        case .count: "count"
        case .distinct(let field): "distinct \(field.name)"
        case .sum(let figure): "sum of \(figure.name)"
        case .mean(let figure): "mean of \(figure.name)"
        case .min(let figure): "smallest \(figure.name)"
        case .max(let figure): "largest \(figure.name)"
        case .median(let figure): "median of \(figure.name)"
        case .percentile(let figure, let percent): "percentile \(FieldTest.words(percent)) of \(figure.name)"
        case .trend(let total): "trend of \(total.name)"
        case .zScore(let total): "z-score of \(total.name)"
        case .surprise: "Poisson surprise"
        case .ratio(let total): "ratio of \(total.name) to the past"
        case .cusum(let total): "CUSUM of \(total.name)"
        case .reciprocity(let total, let lags):
            "reciprocity of \(total.name) over \(lags) \(lags == 1 ? "lag" : "lags")"
        }
    }
}

/// What different values are counted of.
public enum DistinctField: Sendable, Hashable {
    /// The sides that act, or are acted upon, or both, at the level of the key.
    case sides([EventField])
    /// The first days of the events: several accounts of one act count once.
    case day
    /// The values of any other field.
    case field(GroupField, name: String)

    /// The fields whose values can be told apart.
    public static let names = [
        "actor", "article", "cameo", "context", "day", "location", "mode", "quad", "source", "speaker", "target",
        "type",
        "weapon",
    ]

    /// The field of a name, nil where there is none.
    public init?(_ name: String) {
        guard Self.names.contains(name) else { return nil }
        switch name {
        case "source": self = .sides([.source])
        case "target": self = .sides([.target])
        case "actor": self = .sides([.source, .target])
        case "day": self = .day
        default:
            guard let field = try? GroupField(name) else { return nil }
            self = .field(field, name: name)
        }
    }

    /// The name in rules.
    public var name: String {
        switch self {
        case .sides(let fields): fields.count == 2 ? "actor" : fields[0].rawValue
        case .day: "day"
        case .field(_, let name): name
        }
    }
}
