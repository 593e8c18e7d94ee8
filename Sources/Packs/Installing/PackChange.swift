// What a change did to the installed packs.

/// A pack before and after.
public struct PackChange: Sendable, Equatable {
    /// The pack's name.
    public let name: String
    /// As it was; nil where it was not there.
    public let before: LockedPack?
    /// As it is; nil where it is gone.
    public let after: LockedPack?
    /// The key that is trusted from now on, nil where none is new.
    public var newKey: PublicKey?

    /// The differences of two locks, by name.
    static func between(_ before: PackLock, _ after: PackLock) -> [PackChange] {
        let names = Set(before.packs.map(\.name) + after.packs.map(\.name)).sorted()
        return names.compactMap { name in
            let old = before.pack(name), new = after.pack(name)
            return old == new ? nil : PackChange(name: name, before: old, after: new)
        }
    }
}
