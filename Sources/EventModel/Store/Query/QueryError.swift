// What is wrong with a query.

/// A query that asks for what does not exist.
public struct QueryError: Diagnostic {
    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?

    /// A mistake; the caller adds the place where it knows it.
    public init(code: String, message: String, hint: String? = nil, location: SourceLocation? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.location = location
    }

    static func unknown(_ what: String, _ name: String, among names: [String]) -> QueryError {
        let code = "unknown_" + what.split(separator: " ").joined(separator: "_")
        return QueryError(
            code: code,
            message: "there is no \(what) '\(name)'",
            hint: Suggestion.hint(for: name, among: names)
        )
    }

    static func wrongValue(_ field: String, _ value: FilterValue, _ wanted: String) -> QueryError {
        QueryError(code: "bad_value", message: "\(field) cannot be \(value.kind)", hint: wanted)
    }
}
