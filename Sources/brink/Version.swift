// The version of the program, in one place.

/// The version that `--version`, packs and reports name.
enum Version {
    /// Semantic version.
    static let current = "0.1.0"
}
