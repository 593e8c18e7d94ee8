// A file that is open and whose beginning is known, so that its shape can be told.
import EventModel

/// An open file, its first bytes and its names.
struct OpenFeed {
    /// The path as the user gave it, or `stdin`.
    let file: String
    /// The last part of the path, by which rows without an id are named.
    let name: String
    /// The name without the endings of known formats, by which articles are named.
    let stem: String
    let stream: ByteStream
    /// The first bytes: all of them where the file is short.
    private(set) var head: [UInt8] = []
    /// The error that ended the stream already.
    private(set) var failure: FeedError?
    /// Whether the head is all there is.
    private(set) var isWhole = false

    static let headByteCountMin = 1 << 16
    private static let endings = ["txt", "text", "jsonl", "ndjson", "json", "conllu", "csv", "tsv", "md"]

    /// Opens a path and reads its beginning; throws `missing_path` or `unreadable`.
    init(path: String) throws(FeedError) {
        stream = try ByteStream(path: path)
        file = stream.file
        name = file.split(separator: "/").last.map(String.init) ?? file
        stem = Self.stem(name)
        while head.count < Self.headByteCountMin, !isWhole {
            do throws(FeedError) {
                let chunk = try stream.read()
                isWhole = chunk.isEmpty
                head.append(contentsOf: chunk)
            } catch {
                failure = error
                isWhole = true
                head.append(contentsOf: stream.salvage())
            }
        }
        // The mark says that the file is UTF-8 and is no part of its text.
        if head.starts(with: Self.byteOrderMark) { head.removeFirst(Self.byteOrderMark.count) }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A file's name without `.gz` and one ending of a known format.
    static func stem(_ name: String) -> String {
        var stem = Substring(name)
        if let base = stem.removing(ending: "gz") { stem = base }
        for ending in endings {
            if let base = stem.removing(ending: ending) { return String(base) }
        }
        return String(stem)
    }

    /// An error about the file as a whole.
    func problem(_ code: String, _ message: String, hint: String? = nil) -> FeedError {
        FeedError(code: code, message: message, location: SourceLocation(file: file), hint: hint)
    }

    /// The warning about bytes after the gzip data, once the stream is at its end.
    var trailing: FeedError? {
        guard stream.trailingByteCount > 0 else { return nil }
        return FeedError(
            code: "trailing_bytes",
            message: "\(stream.trailingByteCount) bytes after the end of the gzip data were left alone",
            location: SourceLocation(file: file),
            severity: .warning
        )
    }
}

extension Substring {
    fileprivate func removing(ending: String) -> Substring? {
        let dotted = "." + ending
        guard count > dotted.count, lowercased().hasSuffix(dotted) else { return nil }
        return dropLast(dotted.count)
    }
}
