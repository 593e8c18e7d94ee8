// Splitting at single bytes: data files are read at every start, and splitting by characters takes ten times as long.

extension String {
    /// The parts between bytes of one value, empty ones kept; the separator must be ASCII.
    public func parts(between separator: UInt8) -> [String] {
        var text = self
        return text.withUTF8 { $0.parts(between: separator) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func parts(between separator: UInt8) -> [String] {
        var parts: [String] = []
        var start = 0
        for index in 0..<count where self[index] == separator {
            parts.append(String(decoding: UnsafeBufferPointer(rebasing: self[start..<index]), as: UTF8.self))
            start = index + 1
        }
        parts.append(String(decoding: UnsafeBufferPointer(rebasing: self[start..<count]), as: UTF8.self))
        return parts
    }
}
