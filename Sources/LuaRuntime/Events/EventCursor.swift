// What `for … in` walks through where the items are made in Swift.
import Synchronization

/// An iterator: each call gives the values of the next item, none at the end.
final class EventCursor: HostObject {
    static let luaTypeName = "iterator"

    private let count: Int
    private let item: @Sendable (Int) -> [Value]
    private let place = Mutex(0)

    /// An iterator over `count` items.
    init(count: Int, item: @escaping @Sendable (Int) -> [Value]) {
        self.count = count
        self.item = item
    }

    var luaDescription: String { Self.luaTypeName }

    func next() -> [Value] {
        let current = place.withLock { place in
            defer { place = min(place + 1, count) }
            return place
        }
        return current < count ? item(current) : []
    }

    static let type = LuaType(
        luaTypeName,
        "What `each` gives to `for … in`.",
        operators: [
            LuaFunction("__call", "() -> any", "The next item.") { arguments in
                try arguments.object(1, as: EventCursor.self).next()
            }
        ]
    )
}
