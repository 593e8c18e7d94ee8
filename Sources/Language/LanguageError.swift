// The one error type of this room.

/// Why data of this room could not be read.
public struct LanguageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What went wrong, to match on.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The code's name.
        public let rawValue: String
        /// A code of this name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The word list is not as its header says.
        public static let wordList = Code(rawValue: "word_list")
        /// The model file is cut short, broken or of another version.
        public static let model = Code(rawValue: "model")
        /// Tables handed to the trainer cannot make a model.
        public static let training = Code(rawValue: "training")
    }

    /// What went wrong, to match on.
    public var code: Code
    /// What went wrong, for people.
    public var message: String
    /// Where in the data, or nil.
    public var location: String?
    /// What to do about it, or nil.
    public var hint: String?

    /// An error with these parts.
    public init(code: Code, message: String, location: String? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
    }

    /// The message with its place and its hint.
    public var description: String {
        [location.map { "\($0): " }, message, hint.map { " (\($0))" }].compactMap { $0 }.joined()
    }
}
