// What is wrong with what came in: a file, a line, a row.
import EventModel

/// A mistake in the input, or a warning about it; reading goes on after it.
///
/// Codes: `missing_path`, `unreadable`, `empty_file`, `binary_file`, `bad_encoding`, `no_articles`, `truncated_gzip`,
/// `corrupt_gzip`, `trailing_bytes`, `too_large`, `bad_json`, `json_array`, `bad_row`, `bad_value`, `no_text`,
/// `bad_date`, `no_date`, `no_header`, `same_file`, `duplicate_id`, `more_problems`.
public struct FeedError: Diagnostic {
    /// Whether something was lost.
    public enum Severity: String, Sendable, CaseIterable {
        /// A part of the input did not come through.
        case error
        /// All of it came through, though not as its writer may have meant.
        case warning
    }

    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?
    /// Whether something was lost.
    public var severity: Severity

    /// A mistake at a place.
    public init(
        code: String,
        message: String,
        location: SourceLocation?,
        hint: String? = nil,
        severity: Severity = .error
    ) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
        self.severity = severity
    }
}
