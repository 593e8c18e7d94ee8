// The hash that turns features into places of the weight tables.

/// Mixes one more value into a hash (the multiply-rotate of Firefox's tables: cheap and good enough for features).
@inline(__always) func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    ((hash << 5 | hash >> 27) ^ value) &* 0x9E37_79B1
}

/// A list of feature hashes under construction; each added feature counts as the next template.
struct FeatureList {
    let values: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    init(_ values: UnsafeMutablePointer<UInt32>) { self.values = values }

    @inline(__always) private mutating func put(_ hash: UInt32) {
        values[count] = hash ^ hash >> 15
        count &+= 1
    }

    @inline(__always) mutating func add(_ a: UInt32) {
        put(mix(mix(UInt32(truncatingIfNeeded: count) &* 0x85EB_CA6B, a), 0x68E3_1DA4))
    }

    @inline(__always) mutating func add(_ a: UInt32, _ b: UInt32) {
        put(mix(mix(UInt32(truncatingIfNeeded: count) &* 0x85EB_CA6B, a), b))
    }

    @inline(__always) mutating func add(_ a: UInt32, _ b: UInt32, _ c: UInt32) {
        put(mix(mix(mix(UInt32(truncatingIfNeeded: count) &* 0x85EB_CA6B, a), b), c))
    }

    @inline(__always) mutating func add(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
        put(mix(mix(mix(mix(UInt32(truncatingIfNeeded: count) &* 0x85EB_CA6B, a), b), c), d))
    }
}
