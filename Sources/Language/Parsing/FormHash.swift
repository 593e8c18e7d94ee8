// The hash of a word's bytes.

/// The running hash of a form's bytes (FNV-1a with a final mix).
package struct FormHash {
    private var state: UInt32 = 0x811C_9DC5

    package init() {}

    @inline(__always) package mutating func add(_ byte: UInt8) {
        state = (state ^ UInt32(byte)) &* 0x0100_0193
    }

    @inline(__always) package var value: UInt32 {
        let mixed = (state ^ state >> 16) &* 0x7FEB_352D
        return mixed ^ mixed >> 15
    }
}
