// Files that are one text each: an article with or without a header, or given tokens.
import EventModel

/// A reader of a file that is one text.
struct WholeTextReader: FormatReader {
    private var items: [FeedItem] = []

    /// Reads the file whole, as far as the limit lets it.
    init(_ feed: OpenFeed, format: InputFormat, byteCountMax: Int) {
        var bytes = feed.head
        var failure = feed.failure
        var isAtEnd = feed.isWhole
        do throws(FeedError) {
            while !isAtEnd, bytes.count <= byteCountMax {
                let chunk = try feed.stream.read()
                isAtEnd = chunk.isEmpty
                bytes.append(contentsOf: chunk)
            }
        } catch {
            failure = error
            bytes.append(contentsOf: feed.stream.salvage())
        }
        if bytes.count > byteCountMax {
            bytes.removeSubrange(byteCountMax...)
            failure = feed.problem(
                "too_large",
                "longer than \(byteCountMax >> 20) MiB, the most for one article; the rest was not read",
                hint: "split it, one article a file or one JSON object a line"
            )
        }
        items = Self.items(feed, bytes: bytes, format: format)
        for problem in [failure, feed.trailing] {
            if let problem { items.append(.problem(problem)) }
        }
        items.reverse()
    }

    mutating func next() -> FeedItem? { items.popLast() }

    private static func items(_ feed: OpenFeed, bytes: [UInt8], format: InputFormat) -> [FeedItem] {
        var items: [FeedItem] = []
        let header = format == .seed ? SeedHeader(bytes[...]) : nil
        let start = header?.byteCount ?? 0
        let decoding = TextDecoding(bytes[start...])
        let encodingProblem = decoding.problem(file: feed.file, offset: start) { offset in
            1 + bytes[..<(start + offset)].count { $0 == 0x0A }
        }
        if let encodingProblem { items.append(.problem(encodingProblem)) }
        if format == .conllu {
            return items + [.tokens(TokenFile(id: feed.stem, file: feed.file, text: decoding.text))]
        }
        if let header, header.day == nil { items.append(.problem(badDate(feed, header))) }
        if header == nil, format == .seed { items.append(.problem(noHeader(feed))) }
        guard !decoding.text.allSatisfy(\.isWhitespace) else {
            return items + [.problem(feed.problem("empty_file", "nothing follows the header"))]
        }
        items.append(.article(Article(id: feed.stem, text: decoding.text, published: header?.day)))
        return items
    }

    private static func badDate(_ feed: OpenFeed, _ header: SeedHeader) -> FeedError {
        FeedError(
            code: "bad_date",
            message: "the calendar has no day '\(header.dateText)'; the article is read without a date",
            location: SourceLocation(file: feed.file, line: 1),
            severity: .warning
        )
    }

    private static func noHeader(_ feed: OpenFeed) -> FeedError {
        FeedError(
            code: "no_header",
            message: "the file does not begin with ' date YYYY-MM-DD '; all of it is read as text",
            location: SourceLocation(file: feed.file, line: 1),
            severity: .warning
        )
    }
}
