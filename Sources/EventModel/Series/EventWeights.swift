// What an event weighs where events are summed: its Goldstein value, or what a user's table says of its type.

/// The weights of events.
public enum EventWeights: Sendable, Hashable {
    /// The value of the event's `goldstein` field, −10 to 10; events without one weigh nothing.
    case goldstein
    /// A weight for each type; types that are not there weigh nothing.
    case types([EventType: Double])

    /// The weights of a table such as `{ ASSAULT = -10 }`; throws `unknown_value` for what is no type.
    public init(_ table: [String: Double]) throws(QueryError) {
        var types: [EventType: Double] = [:]
        for (name, weight) in table.sorted(by: { $0.key < $1.key }) {
            guard let type = EventType(rawValue: name) else {
                throw QueryError(
                    code: "unknown_value",
                    message: "there is no type '\(name)' to weigh",
                    hint: Suggestion.hint(for: name, among: EventType.allCases.map(\.rawValue))
                )
            }
            types[type] = weight
        }
        self = .types(types)
    }
}
