// The bytes of a file or of standard input, gunzipped where they are gzip.
import EventModel
import Glibc

/// An open file, read once from beginning to end in chunks.
final class ByteStream {
    /// The path as the user gave it, or `stdin`.
    let file: String

    private let descriptor: Int32
    private let closes: Bool
    private var gunzip: Gunzip?
    private var ahead: [UInt8] = []
    private var isStarted = false
    private var isAtEnd = false

    static let chunkByteCount = 1 << 18

    /// Opens a path, `-` being standard input; throws `missing_path` or `unreadable`.
    init(path: String) throws(FeedError) {
        guard path != "-" else {
            (file, descriptor, closes) = ("stdin", STDIN_FILENO, false)
            return
        }
        (file, closes) = (path, true)
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.systemError(path) }
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// The next bytes, empty at the end; throws `unreadable`, `truncated_gzip` or `corrupt_gzip`, and then is at the end.
    func read() throws(FeedError) -> [UInt8] {
        if !isStarted { try start() }
        while !isAtEnd {
            let raw = try rawChunk()
            guard gunzip != nil else {
                isAtEnd = raw.isEmpty
                return raw
            }
            do throws(FeedError) {
                isAtEnd = raw.isEmpty
                let bytes = try gunzip?.inflate(raw, file: file) ?? []
                if !bytes.isEmpty { return bytes }
            } catch {
                isAtEnd = true
                throw error
            }
        }
        return []
    }

    /// Bytes inflated before a mistake in the data, to be delivered before the mistake.
    func salvage() -> [UInt8] {
        gunzip?.takeOutput() ?? []
    }

    /// How many bytes after the end of the gzip data were left alone.
    var trailingByteCount: Int { gunzip?.trailingByteCount ?? 0 }

    private func start() throws(FeedError) {
        isStarted = true
        // A pipe may give one byte at a time, and the magic number is two.
        while ahead.count < 2 {
            let chunk = try rawChunk()
            if chunk.isEmpty { break }
            ahead.append(contentsOf: chunk)
        }
        if ahead.starts(with: Gunzip.magic) { gunzip = Gunzip() }
    }

    private func rawChunk() throws(FeedError) -> [UInt8] {
        if !ahead.isEmpty, ahead.count >= 2 {
            defer { ahead = [] }
            return ahead
        }
        let descriptor = descriptor
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkByteCount) { buffer, count in
            var result = 0
            repeat {
                result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            count = max(0, result)
        }
        if failure != 0 {
            isAtEnd = true
            errno = failure
            throw Self.systemError(file)
        }
        return bytes
    }

    /// The error of the last system call on a path.
    static func systemError(_ path: String) -> FeedError {
        let number = errno
        let reason = String(cString: strerror(number)).lowercased()
        return FeedError(
            code: number == ENOENT || number == ENOTDIR ? "missing_path" : "unreadable",
            message: number == ENOENT || number == ENOTDIR ? "no such file or folder" : "cannot be read: \(reason)",
            location: SourceLocation(file: path),
            hint: number == EACCES ? "its permissions do not let you read it" : nil
        )
    }
}
