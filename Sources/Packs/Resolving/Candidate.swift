// A version of a pack that could be installed.
import Rules

/// One version from one place.
struct Candidate {
    /// What is known of it so far.
    enum Source {
        /// It is installed.
        case installed(LockedPack)
        /// It ships with Brink.
        case builtIn
        /// It is in an index.
        case indexed(PackIndex.Release, IndexClient)
        /// It is a tag of a repository.
        case tagged(GitRepository, tag: String)
        /// It is here, and its signature fits.
        case opened(OpenedPack)
    }

    /// The pack's name.
    let name: String
    /// The version.
    let version: SemanticVersion
    /// Where it is.
    let source: Source
    /// Where its updates come from; nil for a pack that ships with Brink.
    let origin: PackOrigin?
    /// What it is within its origin.
    var reference = ""
}

/// What a pack needs, as far as the choice depends on it.
struct Needs {
    var brink: VersionRange
    var dependencies: [PackDependency]
}
