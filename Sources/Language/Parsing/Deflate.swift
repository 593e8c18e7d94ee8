// zlib for the model file.
import CZlib
import Dispatch

/// Compression of whole blocks of bytes.
enum Deflate {
    /// The bytes of a zlib stream that inflates to exactly `size` bytes, or nil.
    static func inflate(_ stream: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var complete = false
        let raw = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var length = uLongf(size)
            let status = stream.withUnsafeBufferPointer { source in
                uncompress(buffer.baseAddress, &length, source.baseAddress, uLong(source.count))
            }
            complete = status == Z_OK && Int(length) == size
            count = complete ? size : 0
        }
        return complete ? raw : nil
    }

    /// All sections inflated, each on whichever processor is free, or nil if one is broken.
    static func inflate(_ sections: [SectionReader.Section]) -> [[UInt8]]? {
        let results = UnsafeMutablePointer<[UInt8]?>.allocate(capacity: sections.count)
        results.initialize(repeating: nil, count: sections.count)
        defer {
            results.deinitialize(count: sections.count)
            results.deallocate()
        }
        // Each turn writes a place of its own.
        nonisolated(unsafe) let places = results
        DispatchQueue.concurrentPerform(iterations: sections.count) { index in
            places[index] = inflate(sections[index].stream, size: sections[index].size)
        }
        let inflated = (0..<sections.count).compactMap { results[$0] }
        return inflated.count == sections.count ? inflated : nil
    }

    /// A zlib stream of bytes, as small as zlib makes it, or nil.
    static func deflate(_ raw: [UInt8]) -> [UInt8]? {
        var done = false
        let bound = Int(compressBound(uLong(raw.count)))
        let stream = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            var length = uLongf(bound)
            done = compress2(buffer.baseAddress, &length, raw, uLong(raw.count), 9) == Z_OK
            count = done ? Int(length) : 0
        }
        return done ? stream : nil
    }
}
