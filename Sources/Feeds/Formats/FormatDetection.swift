// Which shape a file has, told from its first bytes.
import EventModel

/// Tells the shape of a file from its content.
enum FormatDetection {
    /// The shape of an open file; throws where it holds nothing that could be read.
    static func format(of feed: OpenFeed, asked: InputFormat?) throws(FeedError) -> InputFormat {
        let head = feed.head[...]
        guard !head.allSatisfy(isSpace) || !feed.isWhole else {
            if let failure = feed.failure { throw failure }
            throw feed.problem("empty_file", head.isEmpty ? "the file is empty" : "the file holds white space only")
        }
        try refuseBinary(feed)
        if let asked { return asked }
        if SeedHeader(head) != nil { return .seed }
        let start = head.drop(while: isSpace)
        if start.first == UInt8(ascii: "{"), opensObject(start) { return .jsonl }
        if start.first == UInt8(ascii: "["), opensObject(start.dropFirst().drop(while: isSpace)) {
            throw feed.problem(
                "json_array",
                "one JSON array, not one JSON object a line",
                hint: "jq -c '.[]' makes lines of it"
            )
        }
        if isTokens(head) { return .conllu }
        return tableFormat(head) ?? .text
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func opensObject(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "{") else { return false }
        let next = bytes.dropFirst().drop(while: isSpace).first
        return next == nil || next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    }

    /// The first line that is no comment has ten columns, the first of which is 1 or begins a span.
    private static func isTokens(_ head: ArraySlice<UInt8>) -> Bool {
        let lines = head.split(separator: 0x0A, maxSplits: 200)
        guard let line = lines.first(where: { $0.first != UInt8(ascii: "#") && !$0.allSatisfy(isSpace) }) else {
            return false
        }
        let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
        return columns.count == 10 && (columns[0].elementsEqual("1".utf8) || columns[0].starts(with: "1-".utf8))
    }

    /// A table of events has a header that names who, whom and what.
    private static func tableFormat(_ head: ArraySlice<UInt8>) -> InputFormat? {
        let line = String(decoding: head.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self).lowercased()
        for (separator, format) in [("\t" as Character, InputFormat.tsv), (",", .csv)] {
            let names = Set(line.split(separator: separator).map { $0.filter { $0 != "\"" && $0 != " " } })
            let says = { (field: EventField) in names.contains(field.rawValue) }
            if says(.source), says(.target), says(.type) || says(.cameo) { return format }
        }
        return nil
    }

    private static func refuseBinary(_ feed: OpenFeed) throws(FeedError) {
        for (magic, message, hint) in knownKinds where feed.head.starts(with: magic) {
            throw feed.problem("binary_file", message, hint: hint)
        }
        let sample = feed.head.prefix(1 << 13)
        let controls = sample.count { $0 < 0x20 && !isSpace($0) && $0 != 0x1B }
        guard sample.contains(0) || controls * 10 > sample.count else { return }
        throw feed.problem("binary_file", "the file is binary, not text")
    }

    private static let knownKinds: [(magic: [UInt8], message: String, hint: String)] = [
        ([0xFF, 0xFE], "the file is UTF-16, not UTF-8", "iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], "the file is UTF-16, not UTF-8", "iconv -f UTF-16 -t UTF-8"),
        ([0x50, 0x4B, 0x03, 0x04], "the file is a ZIP archive or an office document", "unpack it, or save it as text"),
        (Array("%PDF-".utf8), "the file is a PDF document", "pdftotext makes text of it"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "the file is compressed by xz", "unxz it first; gzip is read as it is"),
        (Array("BZh".utf8), "the file is compressed by bzip2", "bunzip2 it first; gzip is read as it is"),
        ([0x28, 0xB5, 0x2F, 0xFD], "the file is compressed by zstd", "unzstd it first; gzip is read as it is"),
        ([0x1F, 0x8B], "the file is compressed twice", "gunzip it once; gzip is read as it is"),
        (Array("SQLite format 3".utf8), "the file is an SQLite database", "export its rows as JSON lines"),
    ]
}
