// Where features go: into a list for training, to places in a table of weights for all else.

/// Takes the hashes of features, each with the number of its template.
protocol FeatureSink {
    /// Takes one feature.
    mutating func put(_ hash: UInt32, of template: Int)
}

extension FeatureSink {
    @inline(__always) private mutating func end(_ hash: UInt32, _ template: Int) {
        put(hash ^ hash >> 15, of: template)
    }

    @inline(__always) private func begin(_ template: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: template) &* 0x85EB_CA6B
    }

    @inline(__always) mutating func add(_ template: Int, _ a: UInt32) {
        end(mix(mix(begin(template), a), 0x68E3_1DA4), template)
    }

    @inline(__always) mutating func add(_ template: Int, _ a: UInt32, _ b: UInt32) {
        end(mix(mix(begin(template), a), b), template)
    }

    @inline(__always) mutating func add(_ template: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
        end(mix(mix(mix(begin(template), a), b), c), template)
    }

    @inline(__always) mutating func add(_ template: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
        end(mix(mix(mix(mix(begin(template), a), b), c), d), template)
    }
}

/// A list of features, each at the number of its template.
struct NumberedFeatures: FeatureSink {
    let values: UnsafeMutablePointer<UInt32>

    @inline(__always) mutating func put(_ hash: UInt32, of template: Int) { values[template] = hash }
}
