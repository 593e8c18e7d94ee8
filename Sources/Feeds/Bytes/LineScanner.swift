// Lines of a stream of bytes, one at a time, each with its number and its offset.
import EventModel

/// A cursor over the lines of a stream.
struct LineScanner {
    /// A line without its line feed.
    struct Line {
        /// The bytes of the buffer that hold it.
        var bytes: ArraySlice<UInt8>
        /// The line's number, from 1.
        var number: Int
        /// The offset of its first byte in the (gunzipped) file.
        var offset: Int
        /// Whether a line feed ended it; the last line of a cut file has none.
        var isWhole: Bool
        /// Whether it was longer than the limit, and so is cut.
        var isCut = false
    }

    /// The error that ended the stream, once its last line is out.
    private(set) var failure: FeedError?

    private let stream: ByteStream
    private let lineByteCountMax: Int
    private var buffer: [UInt8]
    private var position = 0
    private var offset = 0
    private var number = 0
    private var isAtEnd = false

    /// Lines of what was read already and of what the stream still holds.
    init(stream: ByteStream, head: [UInt8], failure: FeedError?, lineByteCountMax: Int) {
        self.stream = stream
        self.buffer = head
        self.failure = failure
        self.lineByteCountMax = lineByteCountMax
        isAtEnd = failure != nil
    }

    /// The next line, nil at the end.
    mutating func next() -> Line? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                return end - position > lineByteCountMax ? cutLine() : line(to: end, isWhole: true, skipping: 1)
            }
            searched = buffer.count
            if buffer.count - position > lineByteCountMax { return cutLine() }
            if isAtEnd { return position < buffer.count ? line(to: buffer.count, isWhole: false, skipping: 0) : nil }
            if position > 0 {
                buffer.removeSubrange(..<position)
                searched -= position
                position = 0
            }
            fill()
        }
    }

    private mutating func fill() {
        do throws(FeedError) {
            let chunk = try stream.read()
            isAtEnd = chunk.isEmpty
            buffer.append(contentsOf: chunk)
        } catch {
            failure = error
            isAtEnd = true
            buffer.append(contentsOf: stream.salvage())
        }
    }

    private mutating func line(to end: Int, isWhole: Bool, skipping: Int) -> Line {
        number += 1
        let line = Line(bytes: buffer[position..<end], number: number, offset: offset, isWhole: isWhole)
        offset += end + skipping - position
        position = end + skipping
        return line
    }

    /// Hands out the beginning of a line that is too long, and skips the rest of it.
    private mutating func cutLine() -> Line {
        number += 1
        let shown = Array(buffer[position...].prefix(1 << 12))
        let line = Line(bytes: shown[...], number: number, offset: offset, isWhole: false, isCut: true)
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                offset += end + 1 - position
                position = end + 1
                return line
            }
            offset += buffer.count - position
            buffer = []
            position = 0
            if isAtEnd { return line }
            fill()
        }
    }
}
