// What is added up over events: a field, or what each event weighs.

/// A number of each event.
public enum Figure: Sendable, Hashable {
    /// A field that holds a number.
    case field(NumberField)
    /// The weight of the event.
    case weight(EventWeights)

    /// The names of figures: those of the fields, and `weight`.
    public static let names = NumberField.allCases.map(\.rawValue) + ["weight"]

    /// The figure of a name, with the weights for `weight`; throws `unknown_number_field`.
    public init(_ name: String, weights: EventWeights = .goldstein) throws(QueryError) {
        if name == "weight" {
            self = .weight(weights)
        } else if let field = NumberField(rawValue: name) {
            self = .field(field)
        } else {
            throw .unknown("number field", name, among: Self.names)
        }
    }

    /// The name in rules and explanations.
    public var name: String {
        switch self {
        case .field(let field): field.rawValue
        case .weight: "weight"
        }
    }
}
