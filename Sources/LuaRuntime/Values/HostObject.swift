// What a Swift type needs so that scripts can hold its values: a date, a duration, a selection of events.

/// A Swift value or object that scripts hold as userdata; its methods come from the `LuaType` of the same name.
public protocol HostObject: Sendable {
    /// The name of its `LuaType`, which is also what scripts read in errors.
    static var luaTypeName: String { get }
    /// What the REPL shows, and `tostring` where the type has no operator for it.
    var luaDescription: String { get }
    /// Whether two are the same for Swift's comparison of values.
    func isEqual(to other: any HostObject) -> Bool
}

extension HostObject {
    /// False, for objects that do not compare.
    public func isEqual(to other: any HostObject) -> Bool { false }
}

extension HostObject where Self: Equatable {
    /// Whether the other is of the same type and equal.
    public func isEqual(to other: any HostObject) -> Bool { other as? Self == self }
}

// What a userdata owns: one retain of this box.
final class ObjectBox: Sendable {
    let object: any HostObject
    init(_ object: any HostObject) { self.object = object }
}
