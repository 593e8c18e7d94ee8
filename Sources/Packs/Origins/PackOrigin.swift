// Where a pack comes from.

/// A place that packs are installed from.
public enum PackOrigin: Sendable, Hashable, CustomStringConvertible {
    /// A `.brinkpack` or a folder on this machine, by its absolute path.
    case file(String)
    /// A git repository.
    case git(String)
    /// An index: a folder with `index.json`, by URL.
    case index(String)

    /// The origin as one text: `file:…`, `git:…`, `index:…`.
    public var description: String {
        switch self {
        case .file(let path): "file:\(path)"
        case .git(let url): "git:\(url)"
        case .index(let url): "index:\(url)"
        }
    }
}

extension PackOrigin: Codable {
    /// Reads the text of an origin.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("file", 2): self = .file(parts[1])
        case ("git", 2): self = .git(parts[1])
        case ("index", 2): self = .index(parts[1])
        default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "no origin: \(text)")
        }
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
