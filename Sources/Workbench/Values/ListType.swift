// One way for lists of Swift values to be seen from Lua: `#list`, `list[1]`, `for item in list:each()`.
import LuaRuntime

extension LuaType {
    /// The type of a list whose items are made by a function; `items` reads them off the list.
    static func list<List: HostObject>(
        of list: List.Type,
        _ summary: String,
        itemType: String,
        count: @escaping @Sendable (List) -> Int,
        item: @escaping @Sendable (List, Int) -> Value
    ) -> LuaType {
        LuaType(
            list.luaTypeName,
            summary,
            operators: [
                LuaFunction("__len", "() -> integer", "How many there are.") { arguments in
                    [.integer(count(try arguments.object(1, as: list)))]
                },
                LuaFunction("__index", "(place: integer) -> \(itemType)?", "The one at a place, from 1; nil beyond.") {
                    arguments in
                    let object = try arguments.object(1, as: list)
                    let place = try arguments.integer(2)
                    return [
                        (1...max(1, count(object))).contains(place) && count(object) > 0
                            ? item(object, place - 1) : .nil
                    ]
                },
            ]
        )
    }

    /// A property that reads a value off an object.
    static func property<Object: HostObject>(
        _ object: Object.Type,
        _ name: String,
        _ type: String,
        _ summary: String,
        _ read: @escaping @Sendable (Object, VM) -> Value
    ) -> LuaFunction {
        LuaFunction(name, "-> \(type)", summary) { arguments in
            [read(try arguments.object(1, as: object), arguments.vm)]
        }
    }
}
