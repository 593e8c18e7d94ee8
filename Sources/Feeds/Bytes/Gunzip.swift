// gzip data (RFC 1952) to bytes, chunk by chunk, so that a file of any size takes the same memory.
import CZlib
import EventModel

/// An inflater of gzip data of one or several members.
final class Gunzip {
    /// The two bytes that gzip data begins with.
    static let magic: [UInt8] = [0x1F, 0x8B]

    /// How many bytes stood after the last member and were no gzip data.
    private(set) var trailingByteCount = 0

    // zlib keeps the stream's address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool
    private var output: [UInt8] = []
    private var isBetweenMembers = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 16 added to the window bits means gzip only.
        let status = inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        isReady = status == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The bytes of a chunk of gzip data; an empty chunk says that the data ends here.
    func inflate(_ chunk: [UInt8], file: String) throws(FeedError) -> [UInt8] {
        guard isReady else { throw Self.failure("corrupt_gzip", "zlib does not start: out of memory", file) }
        guard !chunk.isEmpty else {
            if isBetweenMembers { return [] }
            throw Self.failure(
                "truncated_gzip",
                "the gzip data ends too early; what came before the end was read",
                file
            )
        }
        if trailingByteCount > 0 {
            trailingByteCount += chunk.count
            return []
        }
        let status = feed(chunk)
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)"
            throw Self.failure(
                "corrupt_gzip",
                "the gzip data is damaged (\(reason)); what came before it was read",
                file
            )
        }
        return takeOutput()
    }

    /// The bytes inflated so far and not yet handed out.
    func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    private func feed(_ chunk: [UInt8]) -> Int32 {
        var chunk = chunk
        var scratch = [UInt8](repeating: 0, count: ByteStream.chunkByteCount)
        return chunk.withUnsafeMutableBufferPointer { input in
            scratch.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                return drain(into: buffer)
            }
        }
    }

    private func drain(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int32 {
        var status = Z_OK
        repeat {
            if isBetweenMembers, !startsNextMember() { return Z_STREAM_END }
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(buffer.count)
            status = CZlib.inflate(stream, Z_NO_FLUSH)
            output.append(contentsOf: buffer.prefix(buffer.count - Int(stream.pointee.avail_out)))
            if status == Z_STREAM_END { isBetweenMembers = true }
        } while status == Z_STREAM_END && stream.pointee.avail_in > 0
            || status == Z_OK && (stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0)
        return status
    }

    private func startsNextMember() -> Bool {
        guard stream.pointee.avail_in > 0, let next = stream.pointee.next_in else { return false }
        guard next.pointee == Self.magic[0] else {
            trailingByteCount = Int(stream.pointee.avail_in)
            stream.pointee.avail_in = 0
            return false
        }
        isBetweenMembers = false
        return inflateReset(stream) == Z_OK
    }

    private static func failure(_ code: String, _ message: String, _ file: String) -> FeedError {
        FeedError(code: code, message: message, location: SourceLocation(file: file))
    }
}
