// The file of earlier entries: one a line, with line breaks and backslashes escaped.
import Glibc

/// A history file; several sessions may add to it at the same time.
struct HistoryFile: Sendable {
    let path: String

    /// The entries, oldest first; none where there is no file yet.
    func entries() throws(HistoryError) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw failure("cannot be read")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw failure("cannot be read")
            }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes.split(separator: 0x0A).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
    }

    /// Adds an entry in one write, so that sessions do not mix within a line.
    func append(_ entry: String) throws(HistoryError) {
        try write([entry], to: path, flags: O_WRONLY | O_CREAT | O_APPEND)
    }

    /// Puts these entries in the file's place, all or none.
    func rewrite(_ entries: [String]) throws(HistoryError) {
        let draft = "\(path).\(getpid())"
        try write(entries, to: draft, flags: O_WRONLY | O_CREAT | O_TRUNC)
        guard rename(draft, path) == 0 else { throw failure("cannot be written") }
    }

    private func write(_ entries: [String], to path: String, flags: Int32) throws(HistoryError) {
        // What one types is for nobody else to read.
        let descriptor = open(path, flags | O_CLOEXEC, S_IRUSR | S_IWUSR)
        guard descriptor >= 0 else { throw failure("cannot be written") }
        defer { close(descriptor) }
        var bytes = Array(entries.map { Self.escaped($0) + "\n" }.joined().utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw failure("cannot be written") }
            bytes = bytes.dropFirst(max(0, count))
        }
    }

    private func failure(_ what: String) -> HistoryError {
        let reason = String(cString: strerror(errno)).lowercased()
        return HistoryError(path: path, message: "the history \(what): \(reason)")
    }

    static func escaped(_ entry: String) -> String {
        entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    static func unescaped(_ line: String) -> String {
        // Most entries are one line: thousands of them are read before the first prompt.
        guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
        var entry = ""
        var isEscaped = false
        for character in line {
            switch (isEscaped, character) {
            case (false, "\\"): isEscaped = true
            case (true, "n"):
                entry.append("\n")
                isEscaped = false
            default:
                entry.append(character)
                isEscaped = false
            }
        }
        return entry
    }
}
