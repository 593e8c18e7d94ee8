// What a user asks to have installed.
import Foundation
import Rules

/// A request: a path, `git+URL@RANGE`, `git+URL#TAG`, or `NAME@RANGE` of an index.
public enum PackRequest: Sendable, Equatable {
    /// An archive or a folder, by absolute path.
    case file(String)
    /// A repository: the highest version in a range that is tagged, or what a tag, a branch or a commit names.
    case git(url: String, range: VersionRange, reference: String?)
    /// A pack of an index.
    case named(String, range: VersionRange)

    /// The request that a text makes; throws `bad_request`.
    public init(_ text: String, folder: String = FileManager.default.currentDirectoryPath) throws {
        if let url = Self.repository(text) {
            self = try Self.git(url)
            return
        }
        let isPath = text.contains("/") || text.hasSuffix(".brinkpack") || text == "." || text == ".."
        if isPath {
            let url = URL(filePath: text, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
            guard FileManager.default.fileExists(atPath: url.path) else {
                throw PackError("no_file", "\(text): there is no such file or folder", hint: Self.hint)
            }
            self = .file(url.standardizedFileURL.path)
            return
        }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard PackManifest.isName(parts[0]) else {
            throw PackError("bad_request", "'\(text)' names no pack", hint: Self.hint)
        }
        self = .named(parts[0], range: try Self.range(parts.count == 2 ? parts[1] : "*", in: text))
    }

    private static let hint = "a path, git+URL, git+URL@^1.2, git+URL#tag, or a name of an index, such as name@^1.2"

    private static func repository(_ text: String) -> Substring? {
        if text.hasPrefix("git+") { return text.dropFirst(4) }
        let isShort = text.hasPrefix("git@") && text.contains(":")
        return isShort || text.hasPrefix("ssh://") || text.hasPrefix("git://") ? text[...] : nil
    }

    private static func git(_ text: Substring) throws -> PackRequest {
        var url = String(text)
        var reference: String?
        var range = VersionRange.any
        if let hash = url.lastIndex(of: "#") {
            let name = String(url[url.index(after: hash)...])
            // What git takes for an option, or for more than a name, is none.
            guard !name.isEmpty, !name.hasPrefix("-"), PackPath.problem(name) == nil else {
                throw PackError("bad_request", "'\(name)' names no tag, branch or commit")
            }
            reference = name
            url = String(url[..<hash])
        } else if let at = url.lastIndex(of: "@"), let slash = url.lastIndex(of: "/"), at > slash {
            range = try self.range(String(url[url.index(after: at)...]), in: url)
            url = String(url[..<at])
        }
        return .git(url: try GitRepository.checked(url), range: range, reference: reference)
    }

    private static func range(_ text: String, in request: String) throws -> VersionRange {
        do {
            return try VersionRange(text)
        } catch {
            throw PackError("bad_range", "'\(text)' is no range of versions: \(error.message)", hint: "such as ^1.2")
        }
    }
}
