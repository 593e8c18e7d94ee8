// A file of rules, as the program hands it over.
import EventModel

/// A file of a pack, as its bytes.
public struct RuleFile: Sendable {
    /// The path, as errors show it.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Whether it is the manifest of a pack.
    var isManifest: Bool { path.split(separator: "/").last == "pack.lua" }

    /// The text; throws where it is not UTF-8.
    func text() throws(RuleError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RuleError(
                code: "bad_encoding",
                message: "the file is not UTF-8",
                location: SourceLocation(file: path),
                hint: "save it as UTF-8"
            )
        }
        return text
    }
}
