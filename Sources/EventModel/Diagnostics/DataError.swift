// What is wrong with a data file: an ontology table, a lexicon, a gazetteer.

/// A data file that does not read.
public struct DataError: Diagnostic {
    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?

    /// A mistake at a place.
    public init(code: String, message: String, location: SourceLocation?, hint: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
    }
}
