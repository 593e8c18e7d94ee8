// Bytes to text: UTF-8 as it should be, and what is done where it is not.
import EventModel

/// A text decoded from bytes, and what had to be replaced in it.
struct TextDecoding {
    /// The text, with U+FFFD for each maximal sequence that is not UTF-8.
    let text: String
    /// The offsets, in the bytes given, of the sequences replaced.
    let replacedOffsets: [Int]

    init(_ bytes: ArraySlice<UInt8>) {
        if let valid = String(validating: bytes, as: UTF8.self) {
            (text, replacedOffsets) = (valid, [])
            return
        }
        text = String(decoding: bytes, as: UTF8.self)
        replacedOffsets = Self.invalidOffsets(bytes)
    }

    private static func invalidOffsets(_ bytes: ArraySlice<UInt8>) -> [Int] {
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offsets: [Int] = []
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error(let length):
                offsets.append(offset)
                offset += length
            case .emptyInput: return offsets
            }
        }
    }

    /// The error about bytes replaced, nil where none were; `offset` is that of the bytes in the file.
    func problem(file: String, offset: Int, line: (Int) -> Int) -> FeedError? {
        guard let first = replacedOffsets.first else { return nil }
        let others = replacedOffsets.count - 1
        let more = others == 0 ? "" : ", and \(others) more like it"
        return FeedError(
            code: "bad_encoding",
            message: "not UTF-8 at byte \(offset + first)\(more); replaced by U+FFFD",
            location: SourceLocation(file: file, line: line(first)),
            hint: "if it is in another encoding: iconv -f WINDOWS-1252 -t UTF-8"
        )
    }
}
