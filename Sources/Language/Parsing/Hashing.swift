// The hash that turns features into places of the weight tables.

/// Mixes one more value into a hash (the multiply-rotate of Firefox's tables: cheap and good enough for features).
@inline(__always) func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    ((hash << 5 | hash >> 27) ^ value) &* 0x9E37_79B1
}
