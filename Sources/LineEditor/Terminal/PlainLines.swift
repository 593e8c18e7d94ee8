// Lines of a pipe or of a terminal that edits them itself.

/// Cuts what comes from a terminal into lines, and keeps what comes after a line for the next one.
struct PlainLines {
    enum Line {
        case line(String)
        case interrupted
        case end
    }

    private var pending: [UInt8] = []
    private var searchedCount = 0

    /// The next line, without its line feed.
    mutating func next(from terminal: any Terminal) -> Line {
        while true {
            if let end = pending[searchedCount...].firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                searchedCount = 0
                return .line(line)
            }
            searchedCount = pending.count
            switch terminal.read(timeout_ms: nil) {
            case .bytes(let bytes): pending.append(contentsOf: bytes)
            case .timeout, .resized, .resumed: continue
            case .interrupted: return .interrupted
            case .endOfInput:
                guard !pending.isEmpty else { return .end }
                let line = String(decoding: pending, as: UTF8.self)
                (pending, searchedCount) = ([], 0)
                return .line(line)
            }
        }
    }
}
