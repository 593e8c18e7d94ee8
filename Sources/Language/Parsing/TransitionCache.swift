// Sums that many states of one sentence share.

/// The sums of the features that see only a part of a state, by that part.
final class TransitionCache {
    /// A sum, and whether it stands there already; if not, it must be written at once.
    typealias Place = (sum: UnsafeMutablePointer<TransitionSum>, isKnown: Bool)

    private struct Key: Equatable {
        /// The words of the stack.
        var stack: UInt64 = 0
        /// The next word, whose number is never 0.
        var next: Int64 = 0
    }

    /// By the next word the sums for it alone, and for it with the word before it on top of the stack.
    private(set) var nexts = UnsafeMutablePointer<TransitionSum>.allocate(capacity: 72)
    private(set) var shifted = UnsafeMutablePointer<TransitionSum>.allocate(capacity: 72)
    private var capacity = 72
    /// The last pairs of top and next word, then the last ones of two words of the stack and the next word.
    private let keys = UnsafeMutablePointer<Key>.allocate(capacity: 2 * size)
    private let sums = UnsafeMutablePointer<TransitionSum>.allocate(capacity: 2 * size)
    private static let size = 64

    init() {}

    deinit {
        nexts.deallocate()
        shifted.deallocate()
        keys.deallocate()
        sums.deallocate()
    }

    /// Forgets all sums, for a sentence of this many words.
    func begin(_ count: Int) {
        if count + 2 > capacity {
            nexts.deallocate()
            shifted.deallocate()
            capacity = count * 2 + 2
            nexts = .allocate(capacity: capacity)
            shifted = .allocate(capacity: capacity)
        }
        keys.update(repeating: Key(), count: 2 * Self.size)
    }

    /// The sum for the stack's top and the next word.
    @inline(__always) func find(top: Int32, next: Int32) -> Place {
        if top == next - 1 { return (shifted + Int(next), true) }
        let place = (Int(top) &* 5 &+ Int(next)) & (Self.size - 1)
        return find(place, UInt64(UInt32(bitPattern: top)), next)
    }

    /// The sum for the stack's two topmost words and the next word.
    @inline(__always) func find(second: Int32, top: Int32, next: Int32) -> Place {
        let place = (Int(second) &* 23 &+ Int(top) &* 5 &+ Int(next)) & (Self.size - 1)
        let stack = UInt64(UInt32(bitPattern: second)) << 32 | UInt64(UInt32(bitPattern: top))
        return find(Self.size + place, stack, next)
    }

    @inline(__always) private func find(_ place: Int, _ stack: UInt64, _ next: Int32) -> Place {
        let key = Key(stack: stack, next: Int64(next))
        let isKnown = keys[place] == key
        keys[place] = key
        return (sums + place, isKnown)
    }
}
