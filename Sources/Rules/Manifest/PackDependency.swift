// What a pack builds on.

/// Another pack that a pack needs: it is installed and loaded with it.
public struct PackDependency: Sendable, Hashable {
    /// The other pack's name.
    public var name: String
    /// The versions that will do.
    public var range: VersionRange
    /// The git repository that it comes from, nil where an index has it.
    public var git: String?

    /// A dependency.
    public init(name: String, range: VersionRange, git: String? = nil) {
        self.name = name
        self.range = range
        self.git = git
    }
}
