// The places in a table of weights that features lead to, asked for ahead so that reading them does not wait.
import CPrefetch

/// Places in a table of one number each.
struct TablePlaces: FeatureSink {
    private let weights: UnsafePointer<UInt32>
    private let mask: UInt32
    private let places: UnsafeMutablePointer<UInt32>
    private var count = 0

    /// No places yet; `places` has room for them.
    @inline(__always) init(
        _ weights: UnsafePointer<UInt32>,
        _ mask: UInt32,
        _ places: UnsafeMutablePointer<UInt32>
    ) {
        self.weights = weights
        self.mask = mask
        self.places = places
    }

    @inline(__always) mutating func put(_ hash: UInt32, of template: Int) {
        let place = hash & mask
        brink_prefetch(weights + Int(place))
        places[count] = place
        count &+= 1
    }

    /// The sum of the weights at these places.
    @inline(__always) var sum: TransitionSum {
        var sum = TransitionSum()
        var start = 0
        while start < count {
            // Eight at most fit into the lanes of a place.
            let end = min(start &+ 8, count)
            var rows: UInt64 = 0
            for index in start..<end { rows &+= UInt64(weights[Int(places[index])]) }
            sum += TransitionSum(rows: rows)
            start = end
        }
        return sum
    }
}

/// Places in a table where rows begin, a row for all tags or labels.
struct TableRows: FeatureSink {
    let weights: UnsafePointer<UInt8>
    private let mask: UInt32
    private let places: UnsafeMutablePointer<UInt32>
    let width: Int
    private(set) var count = 0

    /// No rows of `width` weights yet; `places` has room for them.
    @inline(__always) init(
        _ weights: UnsafePointer<UInt8>,
        _ mask: UInt32,
        width: Int,
        _ places: UnsafeMutablePointer<UInt32>
    ) {
        self.weights = weights
        self.mask = mask
        self.width = width
        self.places = places
    }

    @inline(__always) mutating func put(_ hash: UInt32, of template: Int) {
        let place = hash & mask
        brink_prefetch(weights + Int(place))
        // A row is longer than a cache line, and begins anywhere in one.
        if width > 64 { brink_prefetch(weights + Int(place) + 64) }
        brink_prefetch(weights + Int(place) + width - 1)
        places[count] = place
        count &+= 1
    }

    @inline(__always) subscript(index: Int) -> UnsafeRawPointer { UnsafeRawPointer(weights + Int(places[index])) }
}
